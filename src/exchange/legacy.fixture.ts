import charsets from "../kernel/text/vn-legacy-charsets.json" with { type: "json" };

/** How an office typed a Unicode text in the old fonts. */
const typed = (table: Record<string, string>) => {
  const stored = new Map(Object.entries(table).map(([from, to]) => [to, from]));
  return (text: string): string => Array.from(text.normalize("NFC"), (char) => stored.get(char) ?? char).join("");
};

export const inTcvn3 = typed(charsets.tcvn3);
export const inVni = typed(charsets.vni);
