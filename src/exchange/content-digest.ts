import { createHash } from "node:crypto";

/**
 * Identity of a file's content, not of its bytes: the same for any order of the records and any way of saving them.
 * Each record is one text with everything that would be stored of it, places in the file left out.
 */
export class ContentDigest {
  private readonly digests: string[] = [];

  add(record: string): void {
    this.digests.push(createHash("sha256").update(record).digest("base64"));
  }

  value(): string {
    const whole = createHash("sha256");
    for (const digest of this.digests.toSorted()) whole.update(digest);
    return whole.digest("hex");
  }
}
