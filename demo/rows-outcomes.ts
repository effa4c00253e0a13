import { addMonths, type PlainDate } from "../src/kernel/date.ts";
import { laterClasses, type LaterClass } from "./classes-now.ts";
import { dayText } from "./days.ts";
import { NEW_WORK, workerColumns, type Worker } from "./labour.ts";
import { later, LATEST, OFFICER, THIS_YEAR } from "./now.ts";
import { TRAINING_CENTRE_ID } from "./rows-organisations.ts";
import { classId, enrolmentId, learners, openedBy, outcomeId } from "./rows-training.ts";
import type { DemoSource, MakeRows, Row } from "./source.ts";

type Milestone = 1 | 3 | 6 | 12;
const IN_WORK: readonly string[] = [...NEW_WORK, "bao_tieu", "nghe_cu_cao_hon"];

interface Said {
  readonly id: string;
  readonly milestone: Milestone;
  readonly onDate: string;
  readonly kind: string;
  readonly state: "recorded" | "verified" | "closed";
}

function outcomeRow(worker: Worker, of: { readonly enrolment_id: string; readonly class_id: string; readonly unit_uid: string }, { id, milestone, onDate, kind, state }: Said): Row {
  const { hamlet_id, person_id, subject_key } = workerColumns(worker);
  return {
    id, ...of, provider_id: TRAINING_CENTRE_ID, hamlet_id: hamlet_id!, person_id: person_id!, subject_key: subject_key!, milestone, on_date: onDate, kind,
    place_kind: kind === "dn_tuyen" ? "tinh" : IN_WORK.includes(kind) ? "xa" : null, income_before_dong: 2_400_000, income_after_dong: IN_WORK.includes(kind) ? 5_200_000 : null, source: "Ấp, khóm xác nhận (minh họa)", state,
    verified_on: state === "recorded" ? null : later(onDate, 4), verified_by: state === "recorded" ? null : OFFICER,
  };
}

const afterMonths = (endedOn: string, months: Milestone): string => later(addMonths(endedOn as PlainDate, months), 1);

/** The class of the reported year of which every mark is on file. */
const ALL_MARKS = 0;
/** What changes in time: some find work, some are lost. */
const LATER_KINDS: Readonly<Record<string, string>> = { chua_viec: "dn_tuyen", hoc_tiep: "chua_viec" };
const kindAfter = (kind: string, milestone: Milestone, nth: number): string =>
  milestone === 1 ? (nth % 3 === 0 ? "chua_viec" : kind) : milestone === 3 ? kind : nth % 17 === 16 ? "mat_lien_lac" : (LATER_KINDS[kind] ?? kind);

/** Learners of the reported year were asked after three and after twelve months; these classes are closed. */
export const outcomeRows: MakeRows = function* (source) {
  const ids = source.ids("training_outcome_more");
  for (const learner of learners(source)) {
    const { of, nth, outcome, worker } = learner;
    if (outcome === null) continue;
    const marks: readonly Milestone[] = of.index === ALL_MARKS ? [1, 3, 6, 12] : [3, 12];
    for (const milestone of marks) {
      const id = milestone === 3 ? outcomeId(source, learner) : ids.of(of.index, nth * 16 + milestone);
      const said: Said = { id, milestone, onDate: afterMonths(dayText(of.endedOn), milestone), kind: kindAfter(outcome, milestone, nth), state: "closed" };
      yield outcomeRow(worker, { enrolment_id: enrolmentId(source, learner), class_id: classId(source, of), unit_uid: openedBy(of) }, said);
    }
  }
};

const KINDS = ["dn_tuyen", "tu_tao", "nghe_cu_cao_hon", "chua_viec", "tu_tao", "dn_tuyen", "hoc_tiep", "bao_tieu"] as const;

/** Of the year before: asked to six months, in one class only after one; of this year's class some after one month, not all looked at. */
function said(source: DemoSource, { index, spec }: LaterClass, nth: number): Said[] {
  const kind = KINDS[(index + nth) % KINDS.length]!;
  const thisYear = spec.year === THIS_YEAR;
  const marks: readonly Milestone[] = thisYear || index === 3 ? [1] : [1, 3, 6];
  return marks.flatMap((milestone): Said[] => {
    const onDate = afterMonths(spec.endedOn, milestone);
    if (onDate > dayText(LATEST) || (thisYear && nth > 8)) return [];
    const id = source.ids("training_outcome_now").of(index, nth * 16 + milestone);
    return [{ id, milestone, onDate, kind: kindAfter(kind, milestone, nth), state: thisYear && nth > 5 ? "recorded" : "verified" }];
  });
}

export const outcomeNowRows: MakeRows = function* (source) {
  for (const one of laterClasses(source)) {
    if (one.state.name !== "closed") continue;
    for (const { nth, id, worker, state } of one.learners) {
      if (state.name !== "certified") continue;
      for (const each of said(source, one, nth)) yield outcomeRow(worker, { enrolment_id: id, class_id: one.id, unit_uid: one.venue.hamlet.successor }, each);
    }
  }
};
