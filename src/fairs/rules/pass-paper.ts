import { shortDate } from "../../kernel/text/date-words.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Block, Paper } from "../../papers/paper.ts";
import { passText } from "./short-code.ts";

export interface PassFair {
  readonly code: string;
  readonly name: string;
  readonly onDate: PlainDate;
  readonly place: string | null;
}

export interface Pass {
  readonly shortCode: string;
  /** null: a pass not handed out yet */
  readonly fullName: string | null;
}

const passBlocks = (fair: PassFair, pass: Pass): Block[] => [
  { kind: "heading", text: `THẺ THAM DỰ ${fair.name}`, align: "center" },
  { kind: "paragraph", words: [shortDate(fair.onDate), fair.place].filter(Boolean).join(" · "), align: "center", indent: false },
  { kind: "qr", text: passText(fair.code, pass.shortCode), millimetres: 28, caption: `Mã: ${pass.shortCode}` },
  { kind: "fields", fields: [{ label: "Họ và tên", value: pass.fullName }] },
];

const ON_A_PAGE = 3;

/** Passes with their code, three a page, to be cut apart. */
export const passesPaper = (fair: PassFair, passes: readonly Pass[]): Paper => ({
  kind: "fairs.passes", size: 12, sheet: "Thẻ",
  blocks: passes.flatMap((pass, i) => [...(i > 0 && i % ON_A_PAGE === 0 ? [{ kind: "pageBreak" as const }] : []), ...passBlocks(fair, pass)]),
});
