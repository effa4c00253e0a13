import { createHash } from "node:crypto";

/**
 * Identity of a file's content, not of its bytes: the same for any order of the records and any way of saving them.
 * Each record is one text with everything that would be stored of it, places in the file left out.
 */
export function contentDigest(records: Iterable<string>): string {
  const digests: string[] = [];
  for (const record of records) digests.push(createHash("sha256").update(record).digest("base64"));
  digests.sort();
  const whole = createHash("sha256");
  for (const digest of digests) whole.update(digest);
  return whole.digest("hex");
}
