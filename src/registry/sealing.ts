import { createCipheriv, hash, randomFillSync } from "node:crypto";
import type { Keys } from "../platform/config.ts";
import { maskNumber } from "./rules/identity.ts";

/** An encrypted identity number: nonce, text, tag. Only `revealIdentifiers` turns it back into digits. */
export type SealedId = Buffer & { readonly __brand: "SealedId" };

/** The columns of person_identifier that stand for a number. */
export interface SealedNumber {
  readonly sealed: SealedId;
  /** keyed hash of the whole number and of its last four digits: found without being opened */
  readonly lookup: Buffer;
  readonly lookup_last4: Buffer;
  /** first three and last three digits, for lists */
  readonly masked: string;
}

export type SealKeys = Pick<Keys, "seal" | "lookup">;

export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

const BLOCK = 64;
const HASH_BYTES = 32;
const MOST_TEXT = 64;

/**
 * HMAC-SHA-256 (RFC 2104) of short ASCII texts. A list of a district asks for some hundred thousand; an Hmac object for each takes twice as long
 * as the two digests themselves.
 */
class KeyedHash {
  private readonly inner = Buffer.alloc(BLOCK + MOST_TEXT);
  private readonly outer = Buffer.alloc(BLOCK + HASH_BYTES);
  private readonly last4 = new Map<string, Buffer>();

  constructor(key: Uint8Array) {
    const block = Buffer.alloc(BLOCK);
    block.set(key.length > BLOCK ? hash("sha256", key, "buffer") : key);
    for (let i = 0; i < BLOCK; i++) {
      this.inner[i] = block[i]! ^ 0x36;
      this.outer[i] = block[i]! ^ 0x5c;
    }
  }

  of(text: string): Buffer {
    if (text.length > MOST_TEXT) throw new RangeError("too long for a number");
    const end = BLOCK + this.inner.write(text, BLOCK, "latin1");
    this.outer.write(hash("sha256", this.inner.subarray(0, end), "binary"), BLOCK, "latin1");
    return Buffer.from(hash("sha256", this.outer, "binary"), "latin1");
  }

  /** Ten thousand at most: each is made once. */
  ofLast4(digits: string): Buffer {
    const last = digits.slice(-4);
    let known = this.last4.get(last);
    if (known === undefined) this.last4.set(last, (known = this.of(`last4:${last}`).subarray(0, 16)));
    return known;
  }
}

const hashes = new WeakMap<Uint8Array, KeyedHash>();

function keyedHash({ lookup }: SealKeys): KeyedHash {
  let known = hashes.get(lookup);
  if (known === undefined) hashes.set(lookup, (known = new KeyedHash(lookup)));
  return known;
}

export const lookupOf = (keys: SealKeys, digits: string): Buffer => keyedHash(keys).of(digits);

/** 16 bytes are enough for the last four digits: ten thousand values, told apart from whole numbers by the prefix. */
export const lookupOfLast4 = (keys: SealKeys, digits: string): Buffer => keyedHash(keys).ofLast4(digits);

const nonces = Buffer.alloc(NONCE_BYTES * 1_024);
let nextNonce = nonces.length;

/** Fresh random bytes, drawn in blocks; each is given out once. */
function newNonce(): Buffer {
  if (nextNonce === nonces.length) {
    randomFillSync(nonces);
    nextNonce = 0;
  }
  nextNonce += NONCE_BYTES;
  return nonces.subarray(nextNonce - NONCE_BYTES, nextNonce);
}

/** Takes a number in its normalized form (`checkIdentityNumber`), and its hash where it is at hand; AES-256-GCM. */
export function sealNumber(keys: SealKeys, digits: string, lookup: Buffer = lookupOf(keys, digits)): SealedNumber {
  const nonce = newNonce();
  const cipher = createCipheriv("aes-256-gcm", keys.seal, nonce);
  const sealed = Buffer.concat([nonce, cipher.update(digits, "utf8"), cipher.final(), cipher.getAuthTag()]) as SealedId;
  return { sealed, lookup, lookup_last4: lookupOfLast4(keys, digits), masked: maskNumber(digits) };
}
