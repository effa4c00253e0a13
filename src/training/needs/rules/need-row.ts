import type { PlainDate } from "../../../kernel/date.ts";
import { fold } from "../../../kernel/text/fold.ts";
import { codeWords, dayOfText, type RowProblem, type RowRead, type RowTexts, yearOfText } from "../../../registry/rules/list-row.ts";
import { usualNeedYear } from "./need-process.ts";

/** Groups as hamlets write them; the codes are those of `need-groups.json`. */
const GROUP_WORDS = codeWords({
  poor: "hộ nghèo|nghèo|hn", near_poor: "hộ cận nghèo|cận nghèo|hcn", minority: "dân tộc thiểu số|dtts|dân tộc|người dân tộc thiểu số", disabled: "người khuyết tật|khuyết tật|nkt", merit: "người có công|có công|gia đình chính sách|thân nhân người có công|ncc",
  land_lost: "hộ bị thu hồi đất|thu hồi đất|bị thu hồi đất", job_lost_woman: "lao động nữ mất việc làm|nữ mất việc làm|phụ nữ mất việc", fisher: "ngư dân", other: "lao động nông thôn khác|lao động nông thôn|ldnt|lđnt|khác|đối tượng khác",
});
export const WANTED_WORDS = codeWords({
  find_job: "tìm việc|tìm việc làm|xin việc|đi làm công ty|làm công ty|làm thuê", own_trade: "làm nghề đang làm|nâng cao tay nghề|phát triển nghề đang làm|nghề đang làm", self_employed: "tự tạo việc làm|tự làm|mở cơ sở|làm tại nhà|kinh doanh",
  abroad: "đi làm việc ở nước ngoài|xuất khẩu lao động|xklđ|nước ngoài", other: "khác|mục đích khác",
});
export type WantedFor = "find_job" | "own_trade" | "self_employed" | "abroad" | "other";

/** One line of a survey of needs. `trade`: name or code as written; `strange`: groups that no word tells. */
export interface NeedLine {
  readonly trade: string;
  readonly year: number;
  readonly groups: readonly string[];
  readonly collectedOn: PlainDate;
  readonly wantedFor: WantedFor | null;
  readonly wantedWhen: string | null;
  readonly wantedPlace: string | null;
  readonly note: string | null;
}

const wrong = (code: string, field: string, data: RowProblem["data"] = {}): RowProblem => ({ severity: "error", code: `training.needRow.${code}`, field, data });

/** A line of a list of needs; who it names and where is read beside it. `year`: of the whole list where the line names none. */
export function readNeedRow(texts: RowTexts, { asOf, year: usual }: { readonly asOf: PlainDate; readonly year: string | undefined }): RowRead<NeedLine> {
  const text = (field: string): string => (texts[field] ?? "").trim();
  const trade = text("trade_name");
  if (trade === "") return { problems: [wrong("noTrade", "trade_name")] };
  const year = text("need_year") === "" ? (yearOfText(usual ?? "") ?? usualNeedYear(asOf)) : yearOfText(text("need_year"));
  if (year === undefined || year < 2000 || year > 2200) return { problems: [wrong("yearWrong", "need_year", { text: text("need_year") })] };
  const collectedOn = text("collected_on") === "" ? asOf : dayOfText(text("collected_on"));
  if (collectedOn === undefined || collectedOn > asOf) return { problems: [wrong("dayWrong", "collected_on", { text: text("collected_on") })] };
  const words = text("groups").split(/[;,\n]|\s-\s/).map((one) => one.trim()).filter((one) => one !== "");
  const known = words.map((word) => ({ word, code: GROUP_WORDS.of(fold(word)) }));
  const wanted = text("wanted_for");
  const wantedFor = wanted === "" ? null : (WANTED_WORDS.of(wanted) ?? "other");
  return {
    value: {
      trade, year, groups: [...new Set(known.flatMap(({ code }) => code ?? []))], collectedOn, wantedFor, wantedWhen: text("wanted_when") || null, wantedPlace: text("wanted_place") || null,
      // a purpose in other words is kept as it is written
      note: [wantedFor === "other" && WANTED_WORDS.of(wanted) === undefined ? wanted : "", text("note")].filter(Boolean).join("; ") || null,
    },
    problems: known.filter(({ code }) => code === undefined).map(({ word }) => ({ severity: "warning", code: "training.needRow.groupUnknown", field: "groups", data: { text: word } })),
  };
}
