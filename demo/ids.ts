import { uuidV7 } from "../src/kernel/id.ts";
import { hash64, mix32 } from "./random.ts";

/** Demo records are "made" from this moment on, one per millisecond, so that ids of neighbours lie together in an index. */
const MADE_AT = Date.UTC(2024, 0, 2);
const PER_HAMLET = 0x10000;

/** Deterministic UUIDv7 of one table: the same seed, hamlet and place give the same id in every iteration. */
export class IdMaker {
  private readonly low: number;
  private readonly high: number;
  private readonly bytes = new Uint8Array(10);

  constructor(seed: string, table: string) {
    [this.low, this.high] = hash64(`${seed}\u0000${table}`);
  }

  /** Unique per table: the last four bytes are a bijection of (hamlet, place), `place` < 65536 and `hamlet` < 65536. */
  of(hamlet: number, place: number): string {
    const ordinal = hamlet * PER_HAMLET + place;
    const { bytes } = this;
    const spread = Math.imul(ordinal, 0x9e3779b1);
    put(bytes, 0, mix32(spread ^ this.high), 2);
    put(bytes, 2, mix32(spread + this.low), 4);
    put(bytes, 6, mix32(ordinal ^ this.low), 4);
    return uuidV7(MADE_AT + ordinal, bytes);
  }
}

function put(bytes: Uint8Array, at: number, word: number, count: number): void {
  for (let i = 0; i < count; i++) bytes[at + i] = (word >>> (24 - 8 * i)) & 0xff;
}
