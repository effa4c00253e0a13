import { ageOn, type PlainDate, yearOf } from "../../../kernel/date.ts";
import type { RowProblem } from "../../../registry/rules/list-row.ts";
import type { Contract, Education, InactiveReason, Insurance, JobWant, Position, Priority, Qualification, StateCode, UnemployedFor, Workplace } from "./labour-codes.ts";
import { EDUCATION, QUALIFICATION } from "./labour-codes.ts";

/** What one person says of work and training in a period (Mẫu số 01, Thông tư 01/2022/TT-BLĐTBXH). Null: not asked or not said. */
export interface LabourForm {
  readonly priority: readonly Priority[];
  readonly education: Education | null;
  readonly qualification: Qualification | null;
  readonly major: string | null;
  readonly state: StateCode;
  readonly position: Position | null;
  readonly job: string | null;
  /** occupation code, digits */
  readonly vsco: string | null;
  readonly insurance: Insurance | null;
  readonly contract: Contract | null;
  readonly contractOn: PlainDate | null;
  readonly workplace: string | null;
  readonly workplaceKind: Workplace | null;
  /** code of the line of business */
  readonly vsic: string | null;
  readonly workplaceAddress: string | null;
  readonly industrialZone: boolean | null;
  readonly everWorked: boolean | null;
  readonly unemployedFor: UnemployedFor | null;
  readonly previousJob: string | null;
  readonly inactiveReason: InactiveReason | null;
  readonly jobWant: JobWant | null;
  readonly jobWanted: string | null;
  readonly wageWantedDong: number | null;
  readonly trainingWant: boolean | null;
  readonly tradeWanted: string | null;
  readonly levelWanted: string | null;
  readonly trainingWhen: string | null;
  readonly note: string | null;
}

export type FormKey = keyof LabourForm;

/** Nothing said but the state. */
export const emptyForm = (state: StateCode): LabourForm => ({
  priority: [], education: null, qualification: null, major: null, state, position: null, job: null, vsco: null, insurance: null, contract: null, contractOn: null, workplace: null, workplaceKind: null, vsic: null,
  workplaceAddress: null, industrialZone: null, everWorked: null, unemployedFor: null, previousJob: null, inactiveReason: null, jobWant: null, jobWanted: null, wageWantedDong: null, trainingWant: null, tradeWanted: null,
  levelWanted: null, trainingWhen: null, note: null,
});

/** The questions of each branch: empty for everybody else. */
export const BRANCH: Readonly<Record<StateCode, readonly FormKey[]>> = {
  employed: ["position", "job", "vsco", "insurance", "contract", "contractOn", "workplace", "workplaceKind", "vsic", "workplaceAddress", "industrialZone"],
  unemployed: ["everWorked", "unemployedFor", "previousJob"],
  inactive: ["inactiveReason"],
};

/** From this age on people are asked (Điều 6 Thông tư 01/2022/TT-BLĐTBXH: từ đủ 15 tuổi, thực tế cư trú). */
export const LEAST_AGE = 15;

export interface Asked {
  readonly birthDate: PlainDate | null;
  readonly birthYear: number | null;
  readonly surveyedOn: PlainDate;
}

/** Whole years where the day of birth is known; the most it can be where only the year is. */
export const ageAtMost = ({ birthDate, birthYear, surveyedOn }: Asked): number | null => (birthDate !== null ? ageOn(birthDate, surveyedOn) : birthYear === null ? null : yearOf(surveyedOn) - birthYear);

const said = (value: LabourForm[FormKey]): boolean => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
const rank = <Code extends string>(codes: readonly Code[], code: Code): number => codes.indexOf(code);

/**
 * What speaks against a form. Errors: too young; an answer of another branch; a labour contract without wage work. Warnings: what should be asked again.
 * `field` is the key of the form.
 */
export function checkLabourForm(form: LabourForm, asked: Asked): RowProblem[] {
  const problems: RowProblem[] = [];
  const tell = (severity: RowProblem["severity"], code: string, field: string, data: RowProblem["data"] = {}): void => void problems.push({ severity, code: `labour.${code}`, field, data });
  const age = ageAtMost(asked);
  if (age === null) tell("warning", "ageUnknown", "birth");
  else if (age < LEAST_AGE) tell("error", "tooYoung", "birth", { age, least: LEAST_AGE });
  for (const [state, keys] of Object.entries(BRANCH)) {
    if (state === form.state) continue;
    for (const key of keys) if (said(form[key])) tell("error", "otherBranch", key, { field: key, state: form.state });
  }
  if (form.state === "employed") checkEmployed(form, asked, tell);
  if (form.state === "unemployed") {
    if (form.everWorked === null) tell("warning", "everWorkedMissing", "everWorked");
    if (form.everWorked === false && form.previousJob !== null) tell("warning", "previousJobNever", "previousJob");
  }
  if (form.state === "inactive" && form.inactiveReason === null) tell("warning", "reasonMissing", "inactiveReason");
  if (form.education !== null && form.qualification !== null && rank(QUALIFICATION.codes, form.qualification) >= rank(QUALIFICATION.codes, "intermediate") && rank(EDUCATION.codes, form.education) < rank(EDUCATION.codes, "lower_secondary")) {
    tell("warning", "qualificationAboveEducation", "qualification");
  }
  if (form.trainingWant === false && form.tradeWanted !== null) tell("warning", "tradeWithoutWant", "tradeWanted");
  return problems;
}

function checkEmployed(form: LabourForm, { surveyedOn }: Asked, tell: (severity: RowProblem["severity"], code: string, field: string, data?: RowProblem["data"]) => void): void {
  if (form.position === null) tell("warning", "positionMissing", "position");
  if (form.contract !== null && form.position !== "wage") tell("error", "contractWithoutWage", "contract");
  if (form.contractOn !== null && (form.contract === null || form.contract === "none")) tell("warning", "contractDayWithout", "contractOn");
  if (form.contractOn !== null && form.contractOn > surveyedOn) tell("warning", "contractToCome", "contractOn", { on: form.contractOn });
  if (form.vsco !== null && !/^\d{1,5}$/.test(form.vsco)) tell("warning", "codeOdd", "vsco", { value: form.vsco });
}
