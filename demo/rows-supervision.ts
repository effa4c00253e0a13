import { taughtClasses, type Taught } from "./allowances.ts";
import { actorOf, COMMUNES_NOW, THIS_YEAR } from "./now.ts";
import { contractId, fundsOf } from "./rows-classes-now.ts";
import { TRAINING_CENTRE_ID } from "./rows-organisations.ts";
import { contractOfYear, openedBy, timetabled } from "./rows-training.ts";
import type { DemoSource, MakeRows, Row } from "./source.ts";
import settlementPapers from "../src/training/supervision/settlement-papers.json" with { type: "json" };

interface Visit {
  /** which of the sessions held was visited */
  readonly session: number;
  readonly announced: boolean;
  readonly found: string;
  readonly conclusion: "good" | "remarks" | "wrong";
  readonly mendBy: string | null;
  readonly mended: readonly [on: string, note: string] | null;
}

const GOOD = { announced: false, found: "Lớp học đúng lịch, sổ điểm danh ghi đủ, vật tư thực hành đúng dự toán.", conclusion: "good", mendBy: null, mended: null } as const;
/** Visits by the place of the class; one that runs was visited by nobody. */
const VISITS: Readonly<Record<number, readonly Visit[]>> = {
  0: [{ ...GOOD, session: 6 }],
  12: [{ ...GOOD, session: 9 }],
  24: [{ ...GOOD, session: 4 }],
  100: [{ ...GOOD, session: 5, announced: true }],
  102: [{ session: 7, announced: false, found: "Thiếu vật tư thực hành cho 4 học viên.", conclusion: "remarks", mendBy: "2025-11-20", mended: ["2025-11-18", "Trung tâm đã bổ sung vật tư, có biên bản giao nhận (minh họa)"] }],
  103: [{ session: 10, announced: false, found: "Hai học viên có tên trong sổ nhưng không có mặt, sổ ghi có mặt.", conclusion: "wrong", mendBy: "2025-12-12", mended: ["2025-12-10", "Đã sửa sổ điểm danh, kiểm điểm giáo viên (minh họa)"] }],
  105: [{ ...GOOD, session: 8 }],
  106: [{ session: 6, announced: true, found: "Lịch học dán tại lớp chưa cập nhật buổi học bù.", conclusion: "remarks", mendBy: "2026-12-10", mended: null }],
  107: [{ session: 5, announced: false, found: "Sổ điểm danh ba buổi gần nhất chưa có chữ ký của học viên.", conclusion: "remarks", mendBy: "2026-11-13", mended: null }],
};

const presentAt = ({ learners }: Taught, session: number): number => learners.filter(({ marks }) => marks[session] === "present" || marks[session] === "late").length;
const enrolledAt = ({ learners }: Taught, session: number): number => learners.filter(({ marks }) => (marks[session] ?? null) !== null).length;

export const classVisitRows: MakeRows = function* (source) {
  const ids = source.ids("class_visit");
  for (const of of taughtClasses(source)) {
    for (const [i, { session, announced, found, conclusion, mendBy, mended }] of (VISITS[of.at] ?? []).entries()) {
      yield {
        id: ids.of(of.at, i), class_id: of.id, provider_id: TRAINING_CENTRE_ID, unit_uid: of.unitUid, on_date: of.held[session]!, visitors: "Đoàn kiểm tra của xã (minh họa)", announced, present: presentAt(of, session), enrolled: enrolledAt(of, session),
        teacher_there: true, found, conclusion, mend_by: mendBy, mended_on: mended?.[0] ?? null, mended_note: mended?.[1] ?? null, recorded_by: actorOf(source),
      };
    }
  }
};

const CODES = settlementPapers.papers.map(({ code }) => code);

/** The first so many papers of the list are there. */
const papersOf = (count: number, on: string): string => JSON.stringify(Object.fromEntries(CODES.map((code, i) => [code, { have: i < count, on: i < count ? on : null, note: null }])));

interface Standing {
  readonly papers: number;
  readonly state: "open" | "submitted" | "returned" | "settled";
  readonly on: string;
  readonly note: string | null;
}

/** Settlement of the contracts of the year before, by commune of today; of this year's only some have papers yet. */
const BEFORE: readonly Standing[] = [
  { papers: 7, state: "open", on: "2026-02-10", note: null },
  { papers: 8, state: "returned", on: "2026-03-04", note: "Thiếu danh sách chi trả hỗ trợ có ký nhận (minh họa)" },
  { papers: 9, state: "open", on: "2026-02-25", note: null },
  { papers: CODES.length, state: "submitted", on: "2026-03-24", note: null },
  { papers: 10, state: "submitted", on: "2026-04-07", note: null },
];
const NOW: Readonly<Record<number, Standing>> = { 1: { papers: 5, state: "open", on: "2026-11-23", note: null }, 4: { papers: 8, state: "open", on: "2026-10-05", note: null } };

const standing = ({ papers, state, on, note }: Standing): Row => ({ papers: papersOf(papers, on), state, state_on: on, minutes_no: null, settled_on: null, settled_dong: null, note });

export const settlementRows: MakeRows = function* (source) {
  yield* ofReportedYear(source);
  const ids = source.ids("contract_settlement");
  for (const { year, unitUid, at } of fundsOf(source)) {
    const found = year === THIS_YEAR ? NOW[COMMUNES_NOW.indexOf(unitUid)] : BEFORE[COMMUNES_NOW.indexOf(unitUid)];
    if (found) yield { id: ids.of(1 + at[0], at[1]), contract_id: contractId(source, at), provider_id: TRAINING_CENTRE_ID, unit_uid: unitUid, ...standing(found) };
  }
};

/** The contract of the reported year was settled. */
function* ofReportedYear(source: DemoSource): Iterable<Row> {
  const [first] = timetabled(source).length > 0 ? timetabled(source) : source.labour().classes;
  if (!first) return;
  const on = `${source.scenario.year + 1}-03-20`;
  yield {
    id: source.ids("contract_settlement").of(0, 0), contract_id: contractOfYear(source), provider_id: TRAINING_CENTRE_ID, unit_uid: openedBy(first), papers: papersOf(CODES.length, on), state: "settled", state_on: on,
    minutes_no: "07/BB-TLHĐ (minh họa)", settled_on: on, settled_dong: 2_268_000_000, note: null,
  };
}
