import { setImmediate } from "node:timers/promises";
import { sealNumber, type SealedNumber, type SealKeys } from "../../registry/public.ts";
import type { Decision, MemberDecision } from "./decision.ts";
import type { Hashes } from "./hash.ts";

const SLICE = 200;

/** Seals the numbers of a list in slices while the database is busy with the tables before. */
export class SealAhead {
  private readonly sealed = new Map<MemberDecision, SealedNumber>();
  private readonly keys: SealKeys;
  private readonly hashes: Hashes;
  private stopped = false;

  constructor(keys: SealKeys, hashes: Hashes) {
    this.keys = keys;
    this.hashes = hashes;
  }

  async run(decisions: readonly Decision[]): Promise<void> {
    let done = 0;
    for (const { members } of decisions) {
      for (const member of members) {
        if (!member.newNumber) continue;
        if (++done % SLICE === 0) await setImmediate();
        if (this.stopped) return;
        const { number } = member.line.identity!;
        this.sealed.set(member, sealNumber(this.keys, number, Buffer.from(this.hashes.of(number), "base64")));
      }
    }
  }

  /** The sealed number of a member, given out once. */
  take(member: MemberDecision): SealedNumber {
    const found = this.sealed.get(member)!;
    this.sealed.delete(member);
    return found;
  }

  stop(): void {
    this.stopped = true;
  }
}
