import { randomFillSync } from "node:crypto";
import { uuidV7 } from "../../kernel/id.ts";

const RANDOM_BYTES = 10;

/** Ids of many rows at once: randomness is drawn in blocks. */
export function idMaker(now: () => number): () => string {
  const pool = Buffer.alloc(RANDOM_BYTES * 4_096);
  let at = pool.length;
  return () => {
    if (at === pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    at += RANDOM_BYTES;
    return uuidV7(now(), pool.subarray(at - RANDOM_BYTES, at));
  };
}
