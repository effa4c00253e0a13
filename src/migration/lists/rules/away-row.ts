import type { PlainDate } from "../../../kernel/date.ts";
import { codeWords, markOfText, type RowProblem, type RowRead, type RowTexts } from "../../../registry/rules/list-row.ts";
import { firstOf, surelyBefore, type KnownDay } from "../../rules/known-day.ts";
import { knownDayOfText } from "./known-text.ts";

/** One person of a hamlet's list of people away and back. */
export interface AwayRow {
  readonly kind: "domestic" | "cross_border" | "without_papers";
  readonly destination: string;
  readonly industrialPark: string | null;
  readonly employer: string | null;
  readonly job: string | null;
  readonly phone: string | null;
  readonly left: KnownDay | null;
  readonly seasonal: boolean;
  readonly returned: KnownDay | null;
  readonly returnReason: string | null;
  readonly papers: string | null;
}

export const AWAY_KIND = codeWords({
  domestic: "1|trong nước|làm xa|ngoài tỉnh|trong tỉnh|đi làm ăn xa", cross_border: "2|qua biên giới|biên giới|không hợp đồng|qua biên giới không hợp đồng|tự do ở nước ngoài", without_papers: "3|về không giấy tờ|không giấy tờ|từ campuchia về|từ nước ngoài về không giấy tờ",
});

const text = (value: string | undefined): string | null => value?.trim() || null;

export function readAwayRow(texts: RowTexts, asOf: PlainDate): RowRead<AwayRow> {
  const problems: RowProblem[] = [];
  const say = (severity: RowProblem["severity"], code: string, field: string, data: RowProblem["data"] = {}): void => void problems.push({ severity, code: `migration.list.${code}`, field, data });
  const known = (field: "left" | "returned"): KnownDay | null => {
    const written = texts[field] ?? "";
    const day = written === "" ? undefined : knownDayOfText(written);
    if (written !== "" && day === undefined) say("error", "notADay", field, { written });
    else if (day !== undefined && firstOf(day) > asOf) say("error", "dayToCome", field, { written });
    return day ?? null;
  };
  const kind = texts["kind"] ? AWAY_KIND.of(texts["kind"]) : "domestic";
  if (kind === undefined) say("error", "kindUnknown", "kind", { written: texts["kind"] ?? "" });
  const [left, returned] = [known("left"), known("returned")];
  if (kind === "without_papers" && returned === null) say("error", "returnMissing", "returned");
  if (left !== null && returned !== null && surelyBefore(returned, left)) say("error", "returnedBeforeDeparture", "returned");
  const destination = text(texts["destination"]) ?? text(texts["industrial_park"]);
  if (destination === null) say("error", "destinationMissing", "destination");
  if (kind === undefined || destination === null || problems.some(({ severity }) => severity === "error")) return { problems };
  return {
    value: {
      kind, destination, industrialPark: text(texts["industrial_park"]), employer: text(texts["employer"]), job: text(texts["job"]), phone: text(texts["phone"]), left, seasonal: markOfText(texts["seasonal"] ?? "") ?? false, returned,
      returnReason: text(texts["return_reason"]), papers: text(texts["papers"]),
    },
    problems,
  };
}
