import { fold, tidySpaces } from "../../../kernel/text/fold.ts";

/**
 * What a printed number is counted in. `count` and `money` are whole by nature (people, households, đồng); `other` may be
 * anything that is measured (ha, học viên/lớp); `none` says nothing.
 */
export type UnitKind = "count" | "money" | "percent" | "points" | "permille" | "times" | "other" | "none";

export interface Unit {
  readonly kind: UnitKind;
  /** Powers of ten printed as a word: "tỷ đồng" is 9, "triệu đồng" 6, "nghìn lao động" 3. */
  readonly power: number;
  /** As printed, without the power: "hộ", "đồng", "%". */
  readonly name: string;
}

export const NO_UNIT: Unit = { kind: "none", power: 0, name: "" };

const POWERS: readonly (readonly [RegExp, number])[] = [
  [/^(?:nghin|ngan) ty\b/, 12],
  [/^(?:ty|ti)\b/, 9],
  [/^(?:trieu|tr)\b/, 6],
  [/^(?:nghin|ngan)\b/, 3],
];

const COUNTED =
  /^(?:ho|nguoi|lop|lao dong|hoc vien|hoc sinh|nhan khau|khau|hoi vien|luot|co so|doanh nghiep|cong ty|em|tre|the|ho so|ap|khom|xa|huyen|can|to|viec lam|du an|mo hinh|phien|cuoc|dan)\b/;

/** Reads "hộ", "triệu đồng", "%", "điểm %", "‰", "lần", "học viên/lớp". Any other word is a measured unit. */
export function readUnit(text: string): Unit {
  const tidy = tidySpaces(text);
  if (tidy === "") return NO_UNIT;
  if (tidy.startsWith("%")) return { kind: "percent", power: 0, name: "%" };
  if (tidy.startsWith("‰")) return { kind: "permille", power: 0, name: "‰" };
  const folded = fold(tidy);
  if (/^diem(?: ?%| phan tram)/.test(folded)) return { kind: "points", power: 0, name: folded.includes("%") ? "điểm %" : "điểm phần trăm" };
  if (/^phan tram\b/.test(folded)) return { kind: "percent", power: 0, name: "%" };
  if (/^lan\b/.test(folded)) return { kind: "times", power: 0, name: "lần" };
  const [match, power] = powerOf(folded);
  // folding keeps the number of letters of NFC text, so the length of the folded match cuts the text as printed
  const name = tidy.slice(match.length).trim();
  const rest = folded.slice(match.length).trim();
  if (/^(?:dong|vnd)\b/.test(rest)) return { kind: rest.includes("/") ? "other" : "money", power, name };
  if (rest === "") return { kind: power > 0 ? "other" : "none", power, name };
  return { kind: COUNTED.test(rest) && !rest.includes("/") ? "count" : "other", power, name };
}

function powerOf(folded: string): readonly [string, number] {
  for (const [pattern, power] of POWERS) {
    const match = pattern.exec(folded);
    if (match) return [match[0], power];
  }
  return ["", 0];
}

/** What a unit may be added to or compared with: an amount of money is no percentage and no head count. */
export function unitFamily({ kind }: Unit): "money" | "ratio" | "count" | undefined {
  if (kind === "money") return "money";
  if (kind === "percent" || kind === "points" || kind === "permille" || kind === "times") return "ratio";
  return kind === "count" ? "count" : undefined;
}
