import type { PlainDate } from "../../../kernel/date.ts";
import { fold } from "../../../kernel/text/fold.ts";
import { codeWords, dayOfText, type RowProblem, type RowRead, type RowTexts } from "../../../registry/rules/list-row.ts";
import type { OverseasMarket } from "../../overseas/rules/standards.ts";
import { firstOf, surelyBefore, type KnownDay } from "../../rules/known-day.ts";
import { knownDayOfText } from "./known-text.ts";

/** One person of a list of labour abroad. Departure and return are known by day or month; without a departure it is a wish. */
export interface OverseasRow {
  readonly phone: string | null;
  readonly market: string | null;
  readonly programme: string | null;
  readonly sender: string | null;
  readonly job: string | null;
  readonly wishedOn: PlainDate | null;
  readonly departed: KnownDay | null;
  readonly returned: KnownDay | null;
  readonly early: boolean;
  readonly returnReason: string | null;
  readonly groups: readonly string[];
}

export const RETURN_HOW = codeWords({ on_time: "1|đúng hạn|hết hạn|hết hợp đồng|hoàn thành hợp đồng|về đúng hạn", early: "2|trước hạn|về trước hạn|chưa hết hạn" });

/** Household class and people as a list writes them: "hộ nghèo", "CN", "dân tộc Khmer". */
export function groupsOfText(text: string): string[] {
  const plain = fold(text);
  const near = /\bcan ngheo\b|^cn$/.test(plain);
  return [...(near ? ["near_poor"] : []), ...(!near && /\bngheo\b|^n$/.test(plain) ? ["poor"] : []), ...(/\bdan toc\b|dtts|khmer|cham\b/.test(plain) ? ["ethnic_minority"] : [])];
}

/** The country of a cell by code, name or another writing of it. */
export function marketOfText(markets: readonly OverseasMarket[], text: string): string | undefined {
  const plain = fold(text).replaceAll(/[().,]/g, " ").replaceAll(/\s+/g, " ").trim();
  return markets.find(({ code, name, words }) => fold(code) === plain || [fold(name.vi), fold(name.en), ...words].some((word) => word === plain || plain === fold(name.vi).replaceAll(/[().,]/g, " ").replaceAll(/\s+/g, " ").trim()))?.code;
}

const text = (value: string | undefined): string | null => value?.trim() || null;

export function readOverseasRow(markets: readonly OverseasMarket[], texts: RowTexts, asOf: PlainDate): RowRead<OverseasRow> {
  const problems: RowProblem[] = [];
  const say = (severity: RowProblem["severity"], code: string, field: string, data: RowProblem["data"] = {}): void => void problems.push({ severity, code: `migration.list.${code}`, field, data });
  const known = (field: "departed" | "returned"): KnownDay | null => {
    const written = texts[field] ?? "";
    const day = written === "" ? null : (knownDayOfText(written) ?? null);
    if (written !== "" && (day === null || day.precision === "year")) say("error", "notADay", field, { written });
    else if (day !== null && firstOf(day) > asOf) say("error", "dayToCome", field, { written });
    return day !== null && day.precision !== "year" ? { on: firstOf(day), precision: day.precision } : null;
  };
  const market = texts["market"] ? marketOfText(markets, texts["market"]) : undefined;
  const [departed, returned] = [known("departed"), known("returned")];
  if (texts["market"] && market === undefined) say(departed ? "error" : "warning", "marketUnknown", "market", { written: texts["market"] });
  if (departed !== null && !texts["market"]) say("error", "marketMissing", "departed");
  if (returned !== null && departed === null) say("error", "returnedWithoutDeparture", "returned");
  if (returned !== null && departed !== null && surelyBefore(returned, departed)) say("error", "returnedBeforeDeparture", "returned");
  const how = RETURN_HOW.of(texts["return_how"] ?? "");
  if (returned !== null && how === undefined) say("warning", "howReturned", "return_how");
  const wishedOn = dayOfText(texts["wished"] ?? "") ?? null;
  if (texts["wished"] && wishedOn === null) say("warning", "notADay", "wished", { written: texts["wished"] });
  if (problems.some(({ severity }) => severity === "error")) return { problems };
  return {
    value: {
      phone: text(texts["phone"]), market: market ?? null, programme: text(texts["programme"]), sender: text(texts["sender"]), job: text(texts["job"]), wishedOn: wishedOn !== null && wishedOn <= asOf ? wishedOn : null, departed, returned,
      early: how === "early", returnReason: text(texts["return_reason"]), groups: groupsOfText(texts["group"] ?? ""),
    },
    problems,
  };
}
