import { fold, nfc } from "../../kernel/text/fold.ts";
import { toneCanonical } from "../../kernel/text/tone.ts";
import type { EthnicGroup } from "./context.ts";

export type EthnicReader = (text: string) => { readonly code: string } | { readonly candidates: readonly string[] };

const bare = (text: string): string => text.replace(/[\s\-'’`.]+/gu, "");
const marked = (text: string): string => bare(toneCanonical(nfc(text)).toLowerCase());
const unmarked = (text: string): string => bare(fold(text));

/**
 * Reads an ethnic group written as the statistical code (5, "05"), the official name in any spelling, or a former or local name.
 * Names go before aliases: "Hoa" is the Hoa, though it was also a name of a HMông group; "Thổ" is the Thổ. An alias of several groups is no answer.
 */
export function ethnicReader(groups: readonly EthnicGroup[]): EthnicReader {
  const names = new Map(groups.flatMap((group) => [[marked(group.name), group.code], [unmarked(group.name), group.code]] as const).reverse());
  const aliases = new Map<string, Set<string>>();
  for (const group of groups) {
    for (const alias of group.aliases.flatMap((each) => [marked(each), unmarked(each)])) aliases.set(alias, (aliases.get(alias) ?? new Set()).add(group.code));
  }
  const codes = new Set(groups.map((group) => group.code));
  const cache = new Map<string, ReturnType<EthnicReader>>();
  const read: EthnicReader = (text) => {
    const tidy = text.replace(/^(?:dân tộc|người)\s+(?!nước)/iu, "");
    if (/^\d{1,2}$/.test(tidy)) {
      const code = tidy.padStart(2, "0");
      return codes.has(code) ? { code } : { candidates: [] };
    }
    const named = names.get(marked(tidy)) ?? names.get(unmarked(tidy));
    if (named !== undefined) return { code: named };
    const found = aliases.get(marked(tidy)) ?? aliases.get(unmarked(tidy)) ?? new Set();
    const [only] = found;
    return found.size === 1 && only !== undefined ? { code: only } : { candidates: [...found] };
  };
  return (text) => {
    let known = cache.get(text);
    if (known === undefined) cache.set(text, (known = read(text)));
    return known;
  };
}
