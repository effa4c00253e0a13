import { isPlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import type { AllowanceWords } from "./describe.ts";

/** Told elsewhere on the page, or of no use to people. */
const HIDDEN: ReadonlySet<string> = new Set(["channel", "seq", "step"]);
/** In this order, then the others; those with words of their own are told by them. */
const ORDER = ["name", "decisionNo", "signer", "amountDong", "voucherNo", "minutesNo", "attendedTo", "actualCostDong", "norm", "endedOn"];
const WORDED: ReadonlySet<string> = new Set(["amountDong", "attendedTo", "actualCostDong", "norm", "endedOn"]);

/** What was said of a step of a list or a case, in one line; money and days as people write them. */
export function actionDetail(words: AllowanceWords, data: Readonly<Record<string, unknown>>): string {
  const rank = (key: string): number => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  return Object.entries(data)
    .filter((entry): entry is [string, string | number] => !HIDDEN.has(entry[0]) && (typeof entry[1] === "string" || typeof entry[1] === "number"))
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([key, value]) => {
      const text = typeof value === "number" ? words.number(value) : isPlainDate(value) ? shortDate(value) : value;
      return WORDED.has(key) ? words.say(`detail.${key}`, { value: text }) : text;
    })
    .join("; ");
}
