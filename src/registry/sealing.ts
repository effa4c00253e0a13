import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import type { Keys } from "../platform/config.ts";

/** An encrypted identity number. Only `openSealed` turns it back into text; who asks is logged by its caller. */
export type SealedId = Buffer & { readonly __brand: "SealedId" };

export interface SealedNumber {
  readonly sealed: SealedId;
  /** keyed hash of the whole number and of its last four digits: found without being opened */
  readonly lookup: Buffer;
  readonly lookup_last4: Buffer;
  /** first three and last three digits, for lists */
  readonly masked: string;
}

type SealKeys = Pick<Keys, "seal" | "lookup">;

const NONCE = 12;
const TAG = 16;

export const lookupOf = (keys: SealKeys, digits: string): Buffer => createHmac("sha256", keys.lookup).update(digits).digest();

/** 16 bytes are enough for the last four digits: ten thousand values, told apart from whole numbers by the prefix. */
export const lookupOfLast4 = (keys: SealKeys, digits: string): Buffer => createHmac("sha256", keys.lookup).update(`last4:${digits.slice(-4)}`).digest().subarray(0, 16);

export const maskNumber = (digits: string): string => `${digits.slice(0, 3)}${"•".repeat(Math.max(0, digits.length - 6))}${digits.slice(-3)}`;

export function sealNumber(keys: SealKeys, digits: string): SealedNumber {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keys.seal, nonce);
  const sealed = Buffer.concat([nonce, cipher.update(digits, "utf8"), cipher.final(), cipher.getAuthTag()]) as SealedId;
  return { sealed, lookup: lookupOf(keys, digits), lookup_last4: lookupOfLast4(keys, digits), masked: maskNumber(digits) };
}

/** The one place where plain text leaves. Throws when the key is not the one it was sealed with. */
export function openSealed(keys: SealKeys, sealed: SealedId): string {
  const decipher = createDecipheriv("aes-256-gcm", keys.seal, sealed.subarray(0, NONCE));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final()]).toString("utf8");
}
