import type { ClassLearner } from "../src/training/allowance/class-learners.ts";
import { loadAllowanceRules } from "../src/training/allowance/load.ts";
import { allowance } from "../src/training/allowance/rules/allowance.ts";
import { afterStep, type ListState, type ListStep } from "../src/training/allowance-lists/rules/list-state.ts";
import { caseOf, itemColumns } from "../src/training/allowance-lists/make.ts";
import type { PlainDate } from "../src/kernel/date.ts";
import { laterClasses, marksNow } from "./classes-now.ts";
import { dayText } from "./days.ts";
import { distanceOf, groupsOf, type Held } from "./groups.ts";
import { workerColumns, type Worker } from "./labour.ts";
import { later, PROVINCE_CODE } from "./now.ts";
import { classId, enrolmentId, marksOf, normOf, openedBy, sessionDay, SESSIONS, spentOf, timetabled } from "./rows-training.ts";
import type { DemoSource } from "./source.ts";

// Lists of allowances of classes, reckoned by the program's own rules from who was there on the days of signed sheets.

export type AllowanceRulesInUse = ReturnType<typeof loadAllowanceRules>;
let rules: AllowanceRulesInUse | undefined;
export const rulesInUse = (): AllowanceRulesInUse => (rules ??= loadAllowanceRules());

/** A class whose attendance is on file, from whatever year. */
export interface Taught {
  readonly id: string;
  readonly at: number;
  readonly unitUid: string;
  readonly openedOn: string;
  readonly endedOn: string | null;
  readonly norm: number;
  readonly spent: number;
  /** days of the sessions held, in order, and how many of them lie in signed sheets */
  readonly held: readonly string[];
  readonly signed: number;
  readonly learners: readonly TaughtLearner[];
}

export interface TaughtLearner {
  readonly enrolmentId: string;
  readonly worker: Worker;
  readonly enrolledOn: string;
  readonly groups: readonly Held[];
  readonly seat: number;
  readonly dropped: boolean;
  /** session by session; shorter where somebody left */
  readonly marks: readonly (string | null)[];
}

export function taughtClasses(source: DemoSource): readonly Taught[] {
  return [...ofReportedYear(source), ...ofLaterYears(source)];
}

function ofReportedYear(source: DemoSource): Taught[] {
  const labour = source.labour();
  const learners = labour.places.flatMap((place) => labour.of(place).learners);
  return timetabled(source).map((of): Taught => ({
    id: classId(source, of), at: of.index, unitUid: openedBy(of), openedOn: dayText(of.openedOn), endedOn: dayText(of.endedOn), norm: normOf(of.trade), spent: spentOf(of.trade),
    held: Array.from({ length: SESSIONS }, (_, nth) => sessionDay(of, nth)), signed: SESSIONS,
    learners: learners.filter((one) => one.of === of).toSorted((a, b) => a.nth - b.nth).map((one): TaughtLearner => ({
      enrolmentId: enrolmentId(source, one), worker: one.worker, enrolledOn: later(dayText(of.openedOn), -9), groups: groupsOf(source, one.worker, "before"), seat: one.nth, dropped: one.end === "dropped", marks: marksOf(source, one),
    })),
  }));
}

function ofLaterYears(source: DemoSource): Taught[] {
  return laterClasses(source).filter(({ spec }) => spec.held > 0).map((one): Taught => ({
    id: one.id, at: LATER + one.index, unitUid: one.venue.hamlet.successor, openedOn: one.spec.openedOn, endedOn: one.state.endedOn, norm: normOf(one.trade), spent: spentOf(one.trade),
    held: one.sessions.slice(0, one.spec.held).map(({ on }) => on), signed: one.spec.signed,
    learners: one.learners.map((learner): TaughtLearner => ({
      enrolmentId: learner.id, worker: learner.worker, enrolledOn: learner.enrolledOn, groups: groupsOf(source, learner.worker, "after"), seat: learner.nth, dropped: learner.state.name === "dropped", marks: marksNow(source, one, learner),
    })),
  }));
}

/** From here on the places of classes of the years after the reported one. */
const LATER = 100;

/** One step with a list and what was said of it. */
interface Step {
  readonly kind: ListStep;
  readonly on: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface DemoItem {
  readonly id: string;
  readonly learner: TaughtLearner;
  readonly days: number;
  readonly columns: Readonly<Record<string, unknown>> & { readonly outcome: string };
  readonly decidedReason: string | null;
}

export interface DemoList {
  readonly id: string;
  readonly of: Taught;
  readonly madeOn: string;
  readonly attendedTo: string;
  readonly policyCode: string | null;
  readonly steps: readonly Step[];
  readonly state: ListState;
  readonly items: readonly DemoItem[];
}

const SIGNER = "Chủ tịch UBND (minh họa)";
const sign = (on: string): Step => ({ kind: "sign", on, data: { signer: "Giám đốc trung tâm (minh họa)" } });
const approve = (on: string): Step => ({ kind: "approve", on, data: { decisionNo: `${120 + Number(on.slice(5, 7))}/QĐ-UBND (minh họa)`, signer: SIGNER, reason: null } });
const pay = (on: string): Step => ({ kind: "pay", on, data: { voucherNo: `PC-${on.slice(0, 4)}-${on.slice(5, 7)}${on.slice(8)} (minh họa)`, absent: [] } });
const settle = (on: string): Step => ({ kind: "settle", on, data: { minutesNo: `BB-${on.slice(0, 4)} (minh họa)` } });

/** How far the list of each class of the years after is, by its place; `laid`: of the lines that the rules leave open, how many the office has laid down. */
const LISTS: Readonly<Record<number, { readonly made: string; readonly laid: number; readonly steps: readonly Step[] }>> = {
  100: { made: "2026-01-12", laid: 1, steps: [sign("2026-01-14"), approve("2026-02-03"), pay("2026-03-10")] },
  101: { made: "2026-01-13", laid: 1, steps: [sign("2026-01-15"), approve("2026-10-27")] },
  102: { made: "2026-01-19", laid: 0.5, steps: [sign("2026-01-21")] },
  103: { made: "2026-01-20", laid: 0, steps: [sign("2026-01-22"), { kind: "giveBack", on: "2026-02-09", data: { reason: "Thiếu giấy tờ chứng minh nhóm đối tượng của 2 học viên (minh họa)" } }] },
  104: { made: "2026-11-16", laid: 0, steps: [] },
};
/** Of the reported year all were paid and settled. */
const settledAfter = (ended: string): (typeof LISTS)[number] =>
  ({ made: later(ended, 12), laid: 1, steps: [sign(later(ended, 14)), approve(later(ended, 21)), pay(later(ended, 28)), settle(later(ended, 60))] });

const LAID_DOWN = "Chi theo mức thấp nhất trong khoảng tính, chờ hướng dẫn của tỉnh về tiền ăn, đi lại (minh họa)";

const kept = new WeakMap<DemoSource, readonly DemoList[]>();

export function allowanceLists(source: DemoSource): readonly DemoList[] {
  const known = kept.get(source);
  if (known) return known;
  const lists = taughtClasses(source).flatMap((of) => {
    const made = of.at < LATER ? settledAfter(of.endedOn!) : LISTS[of.at];
    return made === undefined ? [] : [listOf(source, of, made)];
  });
  kept.set(source, lists);
  return lists;
}

function listOf(source: DemoSource, of: Taught, { made, laid, steps }: (typeof LISTS)[number]): DemoList {
  const id = source.ids("allowance_list").of(of.at, 0);
  const policies = new Set<string>();
  let open = 0;
  const items = of.learners.filter(({ dropped }) => !dropped).map((learner): DemoItem => {
    const days = daysOf(of, learner);
    const asked = caseOf(learnerOf(of, learner, days), { openedOn: of.openedOn as PlainDate, endedOn: of.endedOn as PlainDate | null, province: PROVINCE_CODE, actualCost: of.spent, norm: of.norm });
    const found = allowance(rulesInUse(), asked);
    if (found.policy) policies.add(found.policy.id);
    const columns = itemColumns(rulesInUse(), asked, found);
    const decidedReason = columns.outcome === "undetermined" && open++ % 2 < laid * 2 ? LAID_DOWN : null;
    return { id: source.ids("allowance_item").of(of.at, learner.seat), learner, days, columns, decidedReason };
  });
  return { id, of, madeOn: made, attendedTo: of.held.at(-1)!, policyCode: policies.size === 1 ? [...policies][0]! : null, steps, state: steps.reduce<ListState>((state, { kind }) => afterStep(state, kind)!, "computed"), items };
}

/** Distinct days of signed sheets with a session attended. */
const daysOf = ({ held, signed }: Taught, { marks }: TaughtLearner): number => new Set(held.slice(0, signed).filter((_, nth) => marks[nth] === "present" || marks[nth] === "late")).size;

function learnerOf(of: Taught, { enrolmentId, worker, enrolledOn, groups, seat }: TaughtLearner, attendedDays: number): ClassLearner {
  const { person_id, birth_date, birth_year, subject_key } = workerColumns(worker);
  return {
    enrolmentId, classId: of.id, hamletId: worker.place.id, personId: person_id as string | null, fullName: worker.person.name, birthYear: birth_year as number, birthDate: birth_date as PlainDate | null, sex: worker.person.sex,
    subjectKey: subject_key as string, enrolledOn: enrolledOn as PlainDate, diedOn: null, groups: groups.map(({ group }) => group), held: groups.map(({ group, from, to }) => ({ code: group, from, to })),
    distanceMetres: Math.round(Number(distanceOf(seat)) * 1_000), area: "normal", attendedDays, previousSupports: 0, paidBefore: null,
  };
}
