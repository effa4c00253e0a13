import { fold } from "../src/kernel/text/fold.ts";
import type { Place } from "./block.ts";
import { day, dayText, type Day } from "./days.ts";
import { groupColumns, groupsOf } from "./groups.ts";
import { TRADES, weekday, workerColumns, type DemoClass, type DemoTrade, type Learner } from "./labour.ts";
import { actorOf, officeOf, PROVINCE } from "./now.ts";
import { TRAINING_CENTRE_ID } from "./rows-organisations.ts";
import type { DemoSource, MakeRows, Row } from "./source.ts";
import { Random } from "./random.ts";

const DOCUMENT = "Minh họa";
/** Classes whose sessions and marks are on file, day by day. */
const TIMETABLED = 3;
export const SESSIONS = 16;

export const classId = (source: DemoSource, of: DemoClass): string => source.ids("training_class").of(of.index, 0);
export const sessionId = (source: DemoSource, of: DemoClass, nth: number): string => source.ids("class_session").of(of.index, nth);
export const enrolmentId = (source: DemoSource, { of, nth }: Learner): string => source.ids("enrolment").of(of.index, nth);
/** Of the mark after three months. */
export const outcomeId = (source: DemoSource, { of, nth }: Learner): string => source.ids("training_outcome").of(of.index, nth);

const codeOf = ({ index }: DemoClass, year: number): string => `${year}-${String(index + 1).padStart(2, "0")}`;
export const openedBy = ({ venue }: DemoClass): string => venue.commune.district;
/** A class's money and contract are the district's: of a part of the communes they come along. */
const one = (source: DemoSource, table: string): string => source.ids(table).of(0, 0);

export const contractOfYear = (source: DemoSource): string => one(source, "training_contract");

export const tradeRows: MakeRows = function* (source) {
  for (const { code, name, sector, level } of TRADES) {
    const hours = level === "so_cap" ? 300 : 180;
    yield {
      code, name, name_folded: fold(name), sector, level, hours_theory: hours / 4, hours_practice: (3 * hours) / 4, months: level === "so_cap" ? 3 : 2,
      managing: sector === "farm" ? "Phòng Nông nghiệp (minh họa)" : "Phòng Lao động (minh họa)", document: DOCUMENT, valid_from: `${source.scenario.year - 5}-01-01`,
    };
  }
};

/** What the province pays at most for a learner: invented, and says so. */
export const normRows: MakeRows = function* (source) {
  const ids = source.ids("trade_norm");
  for (const [i, { code, sector, level }] of TRADES.entries()) {
    yield { id: ids.of(i, 0), trade_code: code, unit_uid: PROVINCE, amount_dong: normOf({ sector, level }), valid_from: `${source.scenario.year - 2}-01-01`, valid_to: null, document: "Định mức minh họa" };
  }
};

export const normOf = ({ sector, level }: Pick<DemoTrade, "sector" | "level">): number => (level === "so_cap" ? 3_400_000 : sector === "farm" ? 2_200_000 : 2_600_000);
/** What a class spent for each learner. */
export const spentOf = (of: Pick<DemoTrade, "sector" | "level">): number => normOf(of) - 150_000;

export const fundingRows: MakeRows = function* (source) {
  if (source.labour().classes.length === 0) return;
  yield {
    id: one(source, "funding_line"), unit_uid: source.communes[0]!.district, programme: "GN", project: "Dự án 4", subproject: "Tiểu dự án 1", year: source.scenario.year, level: "central", kind: "recurrent",
    allocated_dong: 2_450_000_000, document: "Quyết định giao dự toán (minh họa)",
  };
};

export const trainingPlanRows: MakeRows = function* (source) {
  if (source.labour().classes.length === 0) return;
  const { nonFarm, farm, learners } = source.labour().totals.classes;
  yield {
    id: one(source, "training_plan"), unit_uid: source.communes[0]!.district, year: source.scenario.year, trade_code: null, funding_line_id: one(source, "funding_line"), classes: nonFarm + farm, learners,
    amount_dong: 2_300_000_000, document: "Kế hoạch đào tạo nghề cho lao động nông thôn (minh họa)", decided_on: `${source.scenario.year}-01-31`,
  };
};

export const contractRows: MakeRows = function* (source) {
  if (source.labour().classes.length === 0) return;
  yield {
    id: one(source, "training_contract"), provider_id: TRAINING_CENTRE_ID, unit_uid: source.communes[0]!.district, number: "01/HĐ-ĐTN (minh họa)", signed_on: `${source.scenario.year}-02-06`, kind: "order",
    amount_dong: 2_300_000_000, funding_line_id: one(source, "funding_line"), document: DOCUMENT,
  };
};

/** "Đan lát lục bình, ấp Phú Lợi". */
export const classNameOf = ({ name }: DemoTrade, { hamlet }: Place): string => `${name}, ${hamlet.kind === "ap" ? "ấp" : "khóm"} ${hamlet.name}`;

export const classRows: MakeRows = function* (source) {
  const { scenario } = source;
  for (const of of source.labour().classes) {
    const name = classNameOf(of.trade, of.venue);
    yield {
      id: classId(source, of), code: codeOf(of, scenario.year), name, name_folded: fold(name), trade_code: of.trade.code, provider_id: TRAINING_CENTRE_ID, unit_uid: openedBy(of), hamlet_id: of.venue.id,
      venue: officeOf(of.venue), plan_id: one(source, "training_plan"), funding_line_id: one(source, "funding_line"), contract_id: one(source, "training_contract"),
      state: "closed", state_on: dayText(of.endedOn), planned_from: dayText(of.openedOn), planned_to: dayText(of.endedOn), opened_on: dayText(of.openedOn), ended_on: dayText(of.endedOn), learners_planned: 30, cost_dong: 30 * spentOf(of.trade),
      decision_no: decisionOf(of), decided_on: dayText(of.openedOn - 7), teacher: "Giáo viên minh họa", offtaker: of.trade.sector === "farm" ? "Hợp tác xã Nông nghiệp Phù Sa Minh Họa" : null,
    };
  }
};

const decisionOf = ({ index }: DemoClass): string => `${40 + index}/QĐ-TTGDNN (minh họa)`;

/** Closed classes were taken over as they stood: one action each. */
export const classActionRows: MakeRows = function* (source) {
  const ids = source.ids("training_class_action");
  for (const of of source.labour().classes) {
    const data = { state: "closed", openedOn: dayText(of.openedOn), endedOn: dayText(of.endedOn), decisionNo: decisionOf(of), decidedOn: dayText(of.openedOn - 7) };
    yield { id: ids.of(of.index, 0), class_id: classId(source, of), unit_uid: openedBy(of), provider_id: TRAINING_CENTRE_ID, seq: 1, kind: "load", on_date: dayText(of.endedOn), data: JSON.stringify(data), actor: actorOf(source) };
  }
};

export function* learners(source: DemoSource): Iterable<Learner> {
  const labour = source.labour();
  for (const place of labour.places) yield* labour.of(place).learners;
}

interface End {
  readonly on: Day;
  readonly droppedOn: string | null;
  readonly dropReason: string | null;
  readonly theory: string | null;
  readonly practice: string | null;
  readonly grade: string | null;
  readonly examinedOn: string | null;
}

function endOf(source: DemoSource, { of, nth, end }: Learner): End {
  const none = { droppedOn: null, dropReason: null, theory: null, practice: null, grade: null, examinedOn: null };
  if (end === "dropped") {
    const on = of.openedOn + 20 + (nth % 9);
    return { ...none, on, droppedOn: dayText(on), dropReason: nth % 2 === 0 ? "job_found" : "own_wish" };
  }
  const random = new Random(source.seed, "marks", of.index, nth);
  const mark = end === "failed" ? random.between(30, 45) : random.between(55, 95);
  const text = `${Math.floor(mark / 10)}.${mark % 10}`;
  return { ...none, on: of.endedOn, theory: text, practice: text, grade: end === "failed" ? null : mark >= 80 ? "Giỏi" : mark >= 70 ? "Khá" : "Trung bình", examinedOn: dayText(of.endedOn) };
}

export const enrolmentRows: MakeRows = function* (source) {
  for (const learner of learners(source)) {
    const { of, worker, end } = learner;
    const { on, theory, practice, ...rest } = endOf(source, learner);
    yield {
      id: enrolmentId(source, learner), class_id: classId(source, of), provider_id: TRAINING_CENTRE_ID, unit_uid: openedBy(of), ...withoutFolded(workerColumns(worker)),
      state: end, state_on: dayText(on), enrolled_on: dayText(weekday(of.openedOn - 9)), ...groupColumns(groupsOf(source, worker, "before"), learner.nth), dropped_on: rest.droppedOn, drop_reason: rest.dropReason, theory_mark: theory, practice_mark: practice,
      examined_on: rest.examinedOn, grade: rest.grade, note: "Minh họa",
    };
  }
};

/** The table of learners keeps no folded name. */
export const withoutFolded = ({ name_folded: _name, ...row }: Row): Row => row;

export const enrolmentActionRows: MakeRows = function* (source) {
  const ids = source.ids("enrolment_action");
  for (const learner of learners(source)) {
    const { of, nth, end, worker } = learner;
    const { on, ...held } = endOf(source, learner);
    yield {
      id: ids.of(of.index, nth), enrolment_id: enrolmentId(source, learner), class_id: classId(source, of), provider_id: TRAINING_CENTRE_ID, unit_uid: openedBy(of), hamlet_id: worker.place.id,
      seq: 1, kind: "load", on_date: dayText(on), data: JSON.stringify({ name: end, ...held }), actor: actorOf(source),
    };
  }
};

export const timetabled = (source: DemoSource): readonly DemoClass[] => source.labour().classes.filter(({ index }) => index % 12 === 0).slice(0, TIMETABLED);

export const sessionRows: MakeRows = function* (source) {
  for (const of of timetabled(source)) {
    for (let nth = 0; nth < SESSIONS; nth++) {
      yield {
        id: sessionId(source, of, nth), class_id: classId(source, of), provider_id: TRAINING_CENTRE_ID, unit_uid: openedBy(of), on_date: sessionDay(of, nth), part: nth % 2 === 0 ? "morning" : "afternoon",
        kind: nth < 4 ? "theory" : "practice", hours: 4, topic: nth < 4 ? `Bài ${nth + 1}` : `Thực hành ${nth - 3}`, teacher: "Giáo viên minh họa",
      };
    }
  }
};

/** Who was there, session by session; of one who dropped out the first ones. */
export function marksOf(source: DemoSource, { of, nth, end }: Learner): ("present" | "leave" | "absent")[] {
  const random = new Random(source.seed, "attendance", of.index, nth);
  return Array.from({ length: end === "dropped" ? 7 : SESSIONS }, () => (random.perMille(930) ? "present" : random.perMille(500) ? "leave" : "absent"));
}
export const sessionDay = ({ openedOn }: DemoClass, nth: number): string => dayText(weekday(openedOn + nth * 3));

export const attendanceRows: MakeRows = function* (source) {
  const ids = source.ids("attendance");
  const classes = new Set(timetabled(source));
  for (const learner of learners(source)) {
    if (!classes.has(learner.of)) continue;
    for (const [nth, state] of marksOf(source, learner).entries()) {
      yield {
        id: ids.of(learner.of.index, learner.nth * SESSIONS + nth), session_id: sessionId(source, learner.of, nth), enrolment_id: enrolmentId(source, learner), class_id: classId(source, learner.of),
        provider_id: TRAINING_CENTRE_ID, unit_uid: openedBy(learner.of), hamlet_id: learner.worker.place.id, state, marked_by: actorOf(source),
      };
    }
  }
};

export const certificateRows: MakeRows = function* (source) {
  const ids = source.ids("training_certificate");
  for (const learner of learners(source)) {
    if (learner.end !== "certified") continue;
    const { of, nth, worker } = learner;
    const number = String(of.index * 30 + nth + 1).padStart(4, "0");
    yield {
      id: ids.of(of.index, nth), enrolment_id: enrolmentId(source, learner), class_id: classId(source, of), provider_id: TRAINING_CENTRE_ID, unit_uid: openedBy(of), hamlet_id: worker.place.id,
      kind: of.trade.level === "so_cap" ? "so_cap" : "dao_tao", serial_no: `MH-${source.scenario.year}-${number}`, book_no: `${number}/${source.scenario.year}`, grade: endOf(source, learner).grade,
      issued_on: dayText(weekday(of.endedOn + 7)), signer: "Giám đốc trung tâm (minh họa)",
    };
  }
};

const LEARNED = ["self_study", "passed_on", "on_the_job"] as const;
const SELF_TAUGHT = ["Thợ hồ", "Sửa máy nổ", "May gia công", "Đan lục bình", "Thợ mộc", "Nuôi lươn", "Cắt tóc", "Thợ hàn"] as const;

export const selfTaughtRows: MakeRows = function* (source) {
  const ids = source.ids("self_taught");
  const labour = source.labour();
  for (const place of labour.places) {
    for (const [i, worker] of labour.of(place).selfTaught.entries()) {
      const random = new Random(source.seed, "selfTaught", place.index, i);
      yield {
        id: ids.of(place.index, i), ...workerColumns(worker), trade_code: null, trade_name: random.pick(SELF_TAUGHT), learned_by: random.pick(LEARNED), years_in_job: random.between(3, 18), skill_check: "hamlet",
        recognised_year: source.scenario.year, recognised_on: dayText(weekday(day(`${source.scenario.year}-10-02`) + random.below(60))), confirmer: "Trưởng ấp, khóm (minh họa)", note: "Minh họa",
      };
    }
  }
};
