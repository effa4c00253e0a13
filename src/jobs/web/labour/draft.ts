import type { PlainDate } from "../../../kernel/date.ts";
import type { FormBody, StatusRow } from "../../labour-status/contract.ts";
import { BRANCH, type FormKey } from "../../labour-status/rules/labour-form.ts";
import { NO_WORKER, type WorkerDraft } from "../worker-fields.tsx";

/** A form while being answered: codes and days or null, words, yes or no as words. */
export interface LabourDraft extends WorkerDraft {
  readonly period: string;
  readonly surveyedOn: string | null;
  readonly priority: readonly string[];
  readonly education: string | null;
  readonly qualification: string | null;
  readonly major: string;
  readonly state: string | null;
  readonly position: string | null;
  readonly job: string;
  readonly vsco: string;
  readonly insurance: string | null;
  readonly contract: string | null;
  readonly contractOn: string | null;
  readonly workplace: string;
  readonly workplaceKind: string | null;
  readonly vsic: string;
  readonly workplaceAddress: string;
  readonly industrialZone: string | null;
  readonly everWorked: string | null;
  readonly unemployedFor: string | null;
  readonly previousJob: string;
  readonly inactiveReason: string | null;
  readonly jobWant: string | null;
  readonly jobWanted: string;
  readonly wageWantedDong: number | null;
  readonly trainingWant: string | null;
  readonly tradeWanted: string;
  readonly levelWanted: string;
  readonly trainingWhen: string;
  readonly note: string;
}

export const emptyDraft = (period: string, surveyedOn: PlainDate): LabourDraft => ({
  ...NO_WORKER, period, surveyedOn, priority: [], education: null, qualification: null, major: "", state: null, position: null, job: "", vsco: "", insurance: null, contract: null, contractOn: null, workplace: "", workplaceKind: null, vsic: "",
  workplaceAddress: "", industrialZone: null, everWorked: null, unemployedFor: null, previousJob: "", inactiveReason: null, jobWant: null, jobWanted: "", wageWantedDong: null, trainingWant: null, tradeWanted: "", levelWanted: "",
  trainingWhen: "", note: "",
});

const YES_NO: ReadonlySet<string> = new Set(["industrialZone", "everWorked", "trainingWant"]);
const word = (value: boolean | null): string | null => (value === null ? null : value ? "yes" : "no");

export function draftOf({ form, ...row }: StatusRow): LabourDraft {
  const texts = Object.fromEntries((Object.entries(form) as [FormKey, FormBody[FormKey]][]).map(([key, value]) => [key, YES_NO.has(key) ? word(value as boolean | null) : value]));
  const empty = emptyDraft(row.period, row.surveyedOn as PlainDate);
  const own = Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, value ?? (empty as unknown as Record<string, unknown>)[key]]));
  return { ...empty, ...own, hamletId: row.hamletId, fullName: row.fullName, personId: row.personId, birth: row.birthDate ?? (row.birthYear === null ? null : String(row.birthYear)), sex: String(row.sex) } as LabourDraft;
}

/** What is sent: answers of another branch are left behind, and a contract of anybody who does not work for a wage. */
export function bodyOf(draft: LabourDraft): FormBody {
  const others = new Set<string>(Object.entries(BRANCH).flatMap(([state, keys]) => (state === draft.state ? [] : keys)));
  if (draft.position !== "wage") others.add("contract").add("contractOn");
  const { hamletId: _h, fullName: _f, personId: _p, birth: _b, sex: _s, period: _k, surveyedOn: _d, ...answers } = draft;
  const entries = Object.entries(answers).map(([key, value]) => {
    if (others.has(key)) return [key, null];
    if (YES_NO.has(key)) return [key, value === null ? null : value === "yes"];
    return [key, typeof value === "string" ? value.trim() || null : value];
  });
  return Object.fromEntries(entries) as FormBody;
}
