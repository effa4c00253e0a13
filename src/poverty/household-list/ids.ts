import { randomFillSync } from "node:crypto";

const RANDOM_BYTES = 10;

/** UUIDv7 for many rows at once: randomness is drawn in blocks and written as text in one go, for a list needs some hundred thousand. */
export function idMaker(now: () => number): () => string {
  const pool = Buffer.alloc(RANDOM_BYTES * 4_096);
  let at = pool.length;
  return () => {
    if (at === pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    const variant = (pool[at + 2]! & 0x3f) | 0x80;
    pool[at + 2] = variant;
    const random = pool.toString("hex", at, at + RANDOM_BYTES);
    at += RANDOM_BYTES;
    const time = now().toString(16).padStart(12, "0");
    return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(1, 4)}-${random.slice(4, 8)}-${random.slice(8)}`;
  };
}
