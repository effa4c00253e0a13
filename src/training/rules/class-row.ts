import { fold } from "../../kernel/text/fold.ts";
import { dayOfText, moneyOfText, numberOfText, type RowProblem, type RowRead, type RowTexts } from "../../registry/rules/list-row.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { ClassStateName } from "./class-state.ts";

/** One class of a list. `trade`, `provider`: folded, as written. Money in whole đồng. */
export interface ClassRow {
  readonly code: string;
  readonly name: string;
  readonly trade: string;
  readonly provider: string;
  readonly learners: number;
  readonly openedOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly decisionNo: string | null;
  readonly costDong: number | null;
  readonly teacher: string | null;
  readonly venue: string | null;
  /** as its days tell on the day of the list */
  readonly state: ClassStateName;
}

const CODE = /^[\p{L}\d][\p{L}\d./-]{0,39}$/u;

const error = (code: string, field: string, data: Record<string, string | number> = {}): RowProblem => ({ severity: "error", code: `training.classRow.${code}`, field, data });

/** A line of a list of classes: with both days it is closed, with the first it runs, without any it is planned. */
export function readClassRow(texts: RowTexts, asOf: PlainDate): RowRead<ClassRow> {
  const problems: RowProblem[] = [];
  const day = (field: string): PlainDate | null => {
    const text = texts[field]!;
    if (text === "") return null;
    const read = dayOfText(text);
    if (read === undefined) problems.push(error("dayWrong", field, { text }));
    return read ?? null;
  };
  const code = texts["class_code"]!.trim();
  const [name, trade, provider] = [texts["class_name"]!.trim(), texts["trade"]!.trim(), texts["provider"]!.trim()];
  if (!CODE.test(code)) problems.push(error("codeWrong", "class_code", { text: code }));
  if (trade === "") problems.push(error("tradeMissing", "trade"));
  if (provider === "") problems.push(error("providerMissing", "provider"));
  const learners = numberOfText(texts["learners"]!);
  if (learners === undefined || !Number.isInteger(learners) || learners < 1 || learners > 1000) problems.push(error("learnersWrong", "learners", { text: texts["learners"]! }));
  const [openedOn, endedOn] = [day("opened_on"), day("ended_on")];
  if (openedOn !== null && endedOn !== null && endedOn < openedOn) problems.push(error("daysBackwards", "ended_on"));
  if (openedOn === null && endedOn !== null) problems.push(error("openedMissing", "opened_on"));
  const costDong = texts["cost"] === "" ? null : (moneyOfText(texts["cost"]!) ?? null);
  if (texts["cost"] !== "" && costDong === null) problems.push(error("moneyWrong", "cost", { text: texts["cost"]! }));
  if (problems.length > 0) return { problems };
  const state: ClassStateName = openedOn === null || openedOn > asOf ? "planned" : endedOn === null || endedOn > asOf ? "running" : "closed";
  const words = (field: string): string | null => texts[field]!.trim() || null;
  return {
    value: {
      code, name: name || `${trade} (${code})`, trade: fold(trade), provider: fold(provider), learners: learners!, openedOn, endedOn, decisionNo: words("decision_no"), costDong, teacher: words("teacher"), venue: words("venue"), state,
    },
  };
}
