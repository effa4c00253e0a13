import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

export const sha256Of = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

/** A file of the office lies in the data folder under the hash of its content. */
export const pathOfFile = (data: string, sha256: Buffer): string => join(data, "files", sha256.toString("hex").slice(0, 2), sha256.toString("hex"));

/** Puts the content in its place if it is not there yet, whole and on disk before anything refers to it; the answer takes back what was just put. */
export async function keepFile(data: string, sha256: Buffer, bytes: Uint8Array): Promise<() => Promise<void>> {
  const path = pathOfFile(data, sha256);
  if (existsSync(path)) return async () => undefined;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${randomBytes(6).toString("hex")}`;
  const file = await open(unfinished, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
  return () => rm(path, { force: true });
}
