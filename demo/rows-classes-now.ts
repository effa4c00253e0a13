import { fold } from "../src/kernel/text/fold.ts";
import { COMMUNES_NOW, actorOf, communeNow, officeOf, THIS_YEAR } from "./now.ts";
import { decisionOf, laterClasses, marksNow, serialOf, type LaterClass } from "./classes-now.ts";
import { groupColumns, groupsOf } from "./groups.ts";
import { workerColumns } from "./labour.ts";
import { TRAINING_CENTRE_ID } from "./rows-organisations.ts";
import { classNameOf, spentOf, withoutFolded } from "./rows-training.ts";
import type { DemoSource, MakeRows } from "./source.ts";

const YEARS = [THIS_YEAR - 1, THIS_YEAR] as const;
const CONTRACTED = 12;

/** Money, plan and contract of a commune of today in a year: its classes share them. */
interface Funds {
  readonly year: number;
  readonly unitUid: string;
  readonly at: readonly [number, number];
  readonly signedOn: string | null;
}

/** One contract waits for its signature: its class cannot be opened. */
const UNSIGNED = { year: THIS_YEAR, commune: 0 } as const;

function* funds(source: DemoSource): Iterable<Funds> {
  const classes = laterClasses(source);
  for (const [i, year] of YEARS.entries()) {
    for (const [commune, unitUid] of COMMUNES_NOW.entries()) {
      if (!classes.some(({ spec, venue }) => spec.year === year && communeNow(venue) === commune)) continue;
      const signed = year === UNSIGNED.year && commune === UNSIGNED.commune ? null : year === THIS_YEAR ? "2026-04-15" : "2025-09-15";
      yield { year, unitUid, at: [commune, i], signedOn: signed };
    }
  }
}

const fundsAt = ({ spec, venue }: LaterClass): [number, number] => [communeNow(venue), YEARS.indexOf(spec.year)];
const idOf = (source: DemoSource, table: string, at: readonly [number, number]): string => source.ids(`${table}_now`).of(...at);

export const fundingNowRows: MakeRows = function* (source) {
  for (const { year, unitUid, at } of funds(source)) {
    yield {
      id: idOf(source, "funding_line", at), unit_uid: unitUid, programme: year === THIS_YEAR ? "NSDP" : "GN", project: year === THIS_YEAR ? null : "Dự án 4", subproject: year === THIS_YEAR ? null : "Tiểu dự án 1", year,
      level: year === THIS_YEAR ? "province" : "central", kind: "recurrent", allocated_dong: 90_000_000, document: "Quyết định giao dự toán (minh họa)",
    };
  }
};

export const trainingPlanNowRows: MakeRows = function* (source) {
  for (const { year, unitUid, at } of funds(source)) {
    yield {
      id: idOf(source, "training_plan", at), unit_uid: unitUid, year, trade_code: null, funding_line_id: idOf(source, "funding_line", at), classes: 2, learners: 24, amount_dong: 80_000_000,
      document: `Kế hoạch đào tạo nghề năm ${year} (minh họa)`, decided_on: year === THIS_YEAR ? "2026-03-16" : "2025-08-18",
    };
  }
};

export const contractNowRows: MakeRows = function* (source) {
  for (const { year, unitUid, at, signedOn } of funds(source)) {
    yield {
      id: contractId(source, at), provider_id: TRAINING_CENTRE_ID, unit_uid: unitUid, number: `0${at[0] + 1}/HĐ-ĐTN năm ${year} (minh họa)`, signed_on: signedOn, kind: at[1] === 0 ? "order" : "assign", amount_dong: 80_000_000,
      funding_line_id: idOf(source, "funding_line", at), document: "Minh họa",
    };
  }
};

export const contractId = (source: DemoSource, at: readonly [number, number]): string => idOf(source, "training_contract", at);
export const fundsOf = funds;

const ownerOf = ({ id, venue }: LaterClass) => ({ class_id: id, provider_id: TRAINING_CENTRE_ID, unit_uid: venue.hamlet.successor });

export const classNowRows: MakeRows = function* (source) {
  for (const one of laterClasses(source)) {
    const { spec, trade, venue, state, code } = one;
    const name = classNameOf(trade, venue);
    yield {
      id: one.id, code, name, name_folded: fold(name), trade_code: trade.code, provider_id: TRAINING_CENTRE_ID, unit_uid: venue.hamlet.successor, hamlet_id: venue.id, venue: officeOf(venue),
      plan_id: idOf(source, "training_plan", fundsAt(one)), funding_line_id: idOf(source, "funding_line", fundsAt(one)), contract_id: contractId(source, fundsAt(one)), state: state.name, state_on: state.since,
      planned_from: spec.openedOn, planned_to: spec.endedOn, opened_on: state.openedOn, ended_on: state.endedOn, learners_planned: CONTRACTED, cost_dong: CONTRACTED * spentOf(trade),
      decision_no: state.decisionNo && decisionOf(spec), decided_on: state.decidedOn, teacher: "Giáo viên minh họa", offtaker: trade.sector === "farm" ? "Hợp tác xã Nông nghiệp Phù Sa Minh Họa" : null,
    };
  }
};

export const classActionNowRows: MakeRows = function* (source) {
  const ids = source.ids("training_class_action_now");
  for (const one of laterClasses(source)) {
    for (const [i, { kind, on: on_date, ...data }] of one.actions.entries()) yield { id: ids.of(one.index, i), ...ownerOf(one), seq: i + 1, kind, on_date, data: JSON.stringify(data), actor: actorOf(source) };
  }
};

export const enrolmentNowRows: MakeRows = function* (source) {
  for (const one of laterClasses(source)) {
    for (const { nth, id, worker, enrolledOn, state } of one.learners) {
      yield {
        id, ...ownerOf(one), ...withoutFolded(workerColumns(worker)), state: state.name, state_on: state.since, enrolled_on: enrolledOn, ...groupColumns(groupsOf(source, worker, "after"), nth),
        dropped_on: state.droppedOn, drop_reason: state.dropReason, theory_mark: state.theory, practice_mark: state.practice, examined_on: state.examinedOn, grade: state.grade, note: "Minh họa",
      };
    }
  }
};

export const enrolmentActionNowRows: MakeRows = function* (source) {
  const ids = source.ids("enrolment_action_now");
  for (const one of laterClasses(source)) {
    for (const { nth, id, worker, actions } of one.learners) {
      for (const [i, { kind, on: on_date, ...data }] of actions.entries()) {
        yield { id: ids.of(one.index, nth * 16 + i), enrolment_id: id, ...ownerOf(one), hamlet_id: worker.place.id, seq: i + 1, kind, on_date, data: JSON.stringify(data), actor: actorOf(source) };
      }
    }
  }
};

export const sessionNowRows: MakeRows = function* (source) {
  for (const one of laterClasses(source)) {
    for (const [nth, { id, on }] of one.sessions.entries()) {
      const theory = nth < 4;
      yield { id, ...ownerOf(one), on_date: on, part: nth % 2 === 0 ? "morning" : "afternoon", kind: theory ? "theory" : "practice", hours: 4, topic: theory ? `Bài ${nth + 1}` : `Thực hành ${nth - 3}`, teacher: "Giáo viên minh họa" };
    }
  }
};

export const attendanceNowRows: MakeRows = function* (source) {
  const ids = source.ids("attendance_now");
  for (const one of laterClasses(source)) {
    for (const learner of one.learners) {
      for (const [nth, state] of marksNow(source, one, learner).entries()) {
        if (state === null) continue;
        yield {
          id: ids.of(one.index, learner.nth * 16 + nth), session_id: one.sessions[nth]!.id, enrolment_id: learner.id, ...ownerOf(one), hamlet_id: learner.worker.place.id, state, marked_by: actorOf(source),
        };
      }
    }
  }
};

export const certificateNowRows: MakeRows = function* (source) {
  const ids = source.ids("training_certificate_now");
  for (const one of laterClasses(source)) {
    for (const { nth, id, worker, state } of one.learners) {
      if (state.name !== "certified") continue;
      const serial = serialOf(one.spec, one.index, nth);
      yield {
        id: ids.of(one.index, nth), enrolment_id: id, ...ownerOf(one), hamlet_id: worker.place.id, kind: one.trade.level === "so_cap" ? "so_cap" : "dao_tao", serial_no: serial, book_no: `${serial.slice(-4)}/${one.spec.year}`,
        grade: state.grade, issued_on: state.since, signer: "Giám đốc trung tâm (minh họa)",
      };
    }
  }
};
