import { createCipheriv, createHmac, randomBytes } from "node:crypto";
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

export const lookupOf = (keys: SealKeys, digits: string): Buffer => createHmac("sha256", keys.lookup).update(digits).digest();

/** 16 bytes are enough for the last four digits: ten thousand values, told apart from whole numbers by the prefix. */
export const lookupOfLast4 = (keys: SealKeys, digits: string): Buffer => createHmac("sha256", keys.lookup).update(`last4:${digits.slice(-4)}`).digest().subarray(0, 16);

/** Takes a number in its normalized form (`checkIdentityNumber`); AES-256-GCM. */
export function sealNumber(keys: SealKeys, digits: string): SealedNumber {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keys.seal, nonce);
  const sealed = Buffer.concat([nonce, cipher.update(digits, "utf8"), cipher.final(), cipher.getAuthTag()]) as SealedId;
  return { sealed, lookup: lookupOf(keys, digits), lookup_last4: lookupOfLast4(keys, digits), masked: maskNumber(digits) };
}
