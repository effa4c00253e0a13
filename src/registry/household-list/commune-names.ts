import { fold } from "../../kernel/text/fold.ts";
import type { ListCommune } from "./context.ts";

const KIND = /^(?:xa|phuong|thi tran|dac khu|tt\.?|p\.|x\.)\s*(?=\S)/;
const bare = (text: string): string => fold(text).replace(KIND, "");
const words = (text: string): string => ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;

/** Finds which of several communes a title, a sheet's name, a row of its own or an address speaks of. */
export class CommuneNames {
  private readonly byName = new Map<string, string[]>();
  /** " xa phu huu ": the longest first, so that "xã Phú Hữu Tây" is not taken for "xã Phú Hữu" */
  private readonly byWords: readonly { readonly words: string; readonly uid: string }[];
  private readonly names: ReadonlyMap<string, string>;
  private readonly found = new Map<string, string | null>();

  constructor(communes: readonly ListCommune[]) {
    for (const { uid, name } of communes) this.byName.set(bare(name), [...(this.byName.get(bare(name)) ?? []), uid]);
    this.byWords = communes.map(({ uid, name }) => ({ words: words(name), uid })).sort((a, b) => b.words.length - a.words.length);
    this.names = new Map(communes.map(({ uid, name }) => [uid, name]));
  }

  nameOf(uid: string): string | undefined {
    return this.names.get(uid);
  }

  /** The commune of just that name: "Phú Hữu", "X. Phú Hữu", "xã Phú Hữu". Null where none or two have it. */
  called(text: string): string | null {
    const of = this.byName.get(bare(text)) ?? [];
    return of.length === 1 ? of[0]! : null;
  }

  /** The one commune named with its kind within a longer text: "Ấp 3, xã Phú Hữu". Null where none is, or several are. */
  namedIn(text: string): string | null {
    let known = this.found.get(text);
    if (known === undefined) this.found.set(text, (known = this.search(words(text))));
    return known;
  }

  private search(text: string): string | null {
    const hits = new Set<string>();
    let rest = text;
    for (const { words: wanted, uid } of this.byWords) {
      if (!rest.includes(wanted)) continue;
      hits.add(uid);
      rest = rest.replaceAll(wanted, " | ");
    }
    return hits.size === 1 ? [...hits][0]! : null;
  }
}
