import { lookupOf, type SealKeys } from "../../registry/public.ts";

/** Keyed hashes of identity numbers, base64, each made once. */
export class Hashes {
  private readonly keys: SealKeys;
  private readonly known = new Map<string, string>();

  constructor(keys: SealKeys) {
    this.keys = keys;
  }

  of(number: string): string {
    let hash = this.known.get(number);
    if (hash === undefined) this.known.set(number, (hash = lookupOf(this.keys, number).toString("base64")));
    return hash;
  }
}
