import type { PlainDate } from "../../../kernel/date.ts";
import { dayOfText, markOfText, moneyOfText, type CodeWords, type RowProblem, type RowRead, type RowTexts } from "../../../registry/rules/list-row.ts";
import { CONTRACT, EDUCATION, EVER_WORKED, INACTIVE_REASON, INSURANCE, JOB_WANT, POSITION, PRIORITY, QUALIFICATION, STATE, UNEMPLOYED_FOR, WORKPLACE, type Education, type Priority } from "./labour-codes.ts";
import { BRANCH, checkLabourForm, type Asked, type FormKey, type LabourForm } from "./labour-form.ts";

/** Words of a list that say: nothing, for this question is not for this person. */
const NOT_ASKED = /^(?:0|-+|x|không|ko|k|không có|n\/a|na)$/iu;

/** "9/12" as the class reached. */
function educationOf(text: string): Education | undefined {
  const reached = /^(?:lớp )?(\d{1,2})(?:\s*\/\s*(?:12|10))?$/iu.exec(text);
  const grade = reached !== null && /[/ ]/.test(text) ? Number(reached[1]) : undefined;
  if (grade !== undefined && grade <= 12) return grade >= 12 ? "upper_secondary" : grade >= 9 ? "lower_secondary" : grade >= 5 ? "primary" : "below_primary";
  return EDUCATION.of(text);
}

class Cells {
  readonly problems: RowProblem[] = [];
  private readonly texts: RowTexts;

  constructor(texts: RowTexts) {
    this.texts = texts;
  }

  text(key: string): string | null {
    return this.texts[key]?.trim() || null;
  }

  /** A cell that is no code is told and left out; of the state an error, for nothing can be said without. */
  code<Code extends string>(key: string, of: CodeWords<Code>["of"]): Code | null {
    const text = this.text(key);
    if (text === null) return null;
    const code = of(text);
    if (code === undefined) this.problems.push({ severity: "warning", code: "labour.codeUnknown", field: key, data: { value: text } });
    return code ?? null;
  }

  mark(key: string): boolean | null {
    const text = this.text(key);
    return text === null ? null : this.told(key, text, markOfText(text));
  }

  day(key: string): PlainDate | null {
    const text = this.text(key);
    return text === null ? null : this.told(key, text, dayOfText(text));
  }

  money(key: string): number | null {
    const text = this.text(key);
    return text === null || NOT_ASKED.test(text) ? null : this.told(key, text, moneyOfText(text));
  }

  private told<V>(key: string, text: string, value: V | undefined): V | null {
    if (value === undefined) this.problems.push({ severity: "warning", code: "labour.codeUnknown", field: key, data: { value: text } });
    return value ?? null;
  }
}

/** Priority groups of one cell ("1, 4" or "hộ nghèo; DTTS") and of ticks in columns of their own. */
function prioritiesOf(cells: Cells, texts: RowTexts): Priority[] {
  const found = new Set<Priority>();
  for (const part of (texts["priority"] ?? "").split(/[,;+]|\s\/\s/).map((one) => one.trim()).filter((one) => one !== "" && !NOT_ASKED.test(one))) {
    const code = PRIORITY.of(part);
    if (code === undefined) cells.problems.push({ severity: "warning", code: "labour.codeUnknown", field: "priority", data: { value: part } });
    else found.add(code);
  }
  for (const code of PRIORITY.codes) if (markOfText(texts[`priority_${code}`] ?? "") === true) found.add(code);
  return PRIORITY.codes.filter((code) => found.has(code));
}

function everOf(cells: Cells): boolean | null {
  const code = cells.code("everWorked", EVER_WORKED.of);
  return code === null ? null : code === "yes";
}

/** One line of a list of the supply form, its codes as numbers or words. Cells of another branch that only say "no" are no answers. */
export function readLabourRow(texts: RowTexts, asked: Asked): RowRead<LabourForm> {
  const cells = new Cells(texts);
  const stateText = cells.text("state");
  const ticked = STATE.codes.filter((code) => markOfText(texts[`state_${code}`] ?? "") === true);
  const state = stateText === null ? (ticked.length === 1 ? ticked[0] : undefined) : STATE.of(stateText);
  if (ticked.length > 1) return { problems: [{ severity: "error", code: "labour.stateSeveral", field: `state_${ticked[1]}` }] };
  if (state === undefined) return { problems: [stateText === null ? { severity: "error", code: "labour.stateMissing", field: "state" } : { severity: "error", code: "labour.stateUnknown", field: "state", data: { value: stateText } }] };
  const others = new Set<FormKey>(Object.entries(BRANCH).flatMap(([branch, keys]) => (branch === state ? [] : keys)));
  const asks = (key: FormKey): boolean => !others.has(key) || !NOT_ASKED.test(cells.text(key) ?? "-");
  const when = <V>(key: FormKey, read: () => V): V | null => {
    const value = asks(key) ? read() : null;
    // "không tham gia" or an empty tick is no answer of somebody who is not asked
    return others.has(key) && (value === "none" || value === false) ? null : value;
  };
  const form: LabourForm = {
    priority: prioritiesOf(cells, texts),
    education: cells.code("education", educationOf), qualification: cells.code("qualification", QUALIFICATION.of), major: cells.text("major"), state,
    position: when("position", () => cells.code("position", POSITION.of)), job: when("job", () => cells.text("job")), vsco: when("vsco", () => cells.text("vsco")),
    insurance: when("insurance", () => cells.code("insurance", INSURANCE.of)), contract: contractOf(cells, state === "employed" && positionSays(texts, "wage")), contractOn: when("contractOn", () => cells.day("contractOn")),
    workplace: when("workplace", () => cells.text("workplace")), workplaceKind: when("workplaceKind", () => cells.code("workplaceKind", WORKPLACE.of)), vsic: when("vsic", () => cells.text("vsic")),
    workplaceAddress: when("workplaceAddress", () => cells.text("workplaceAddress")), industrialZone: when("industrialZone", () => cells.mark("industrialZone")),
    everWorked: when("everWorked", () => everOf(cells)), unemployedFor: when("unemployedFor", () => cells.code("unemployedFor", UNEMPLOYED_FOR.of)), previousJob: when("previousJob", () => cells.text("previousJob")),
    inactiveReason: when("inactiveReason", () => cells.code("inactiveReason", INACTIVE_REASON.of)),
    jobWant: cells.code("jobWant", JOB_WANT.of), jobWanted: cells.text("jobWanted"), wageWantedDong: cells.money("wageWantedDong"), trainingWant: cells.mark("trainingWant"), tradeWanted: cells.text("tradeWanted"),
    levelWanted: cells.text("levelWanted"), trainingWhen: cells.text("trainingWhen"), note: cells.text("note"),
  };
  return { value: form, problems: [...cells.problems, ...checkLabourForm(form, asked)] };
}

const positionSays = (texts: RowTexts, position: string): boolean => POSITION.of(texts["position"] ?? "") === position;

/** "không" in the column of contracts is an answer of wage workers, and none of everybody else. */
function contractOf(cells: Cells, wage: boolean): LabourForm["contract"] {
  if (!wage && NOT_ASKED.test(cells.text("contract") ?? "-")) return null;
  const code = cells.code("contract", CONTRACT.of);
  return code === "none" && !wage ? null : code;
}
