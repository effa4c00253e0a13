import { FIRMS } from "./firms.ts";
import { dayText, day } from "./days.ts";
import { workerColumns, type Worker } from "./labour.ts";
import { firmId } from "./rows-organisations.ts";
import type { DemoSource, MakeRows, Row } from "./source.ts";

/** The fair's visitors with a name; all others are counted in tallies, as at a fair on paper. */
const NAMED = 60;
const NAMED_INTERVIEWS = 20;
const NAMED_APPOINTMENTS = 15;
const NAMED_TRAINING = 13;
const CLOSED = 0.5;

const fairId = (source: DemoSource): string => source.ids("job_fair").of(0, 0);
const heldOn = (source: DemoSource): string => `${source.scenario.year}-05-20`;
const district = (source: DemoSource): string => source.communes[0]!.district;

export const fairRows: MakeRows = function* (source) {
  const { year } = source.scenario;
  yield {
    id: fairId(source), code: `PGD-${year}-01`, name: `Phiên giao dịch việc làm huyện An Phú năm ${year} (minh họa)`, kind: "phien_luu_dong", on_date: heldOn(source), place: "Trung tâm Văn hóa huyện (minh họa)", unit_uid: district(source),
    organiser: "Phòng Lao động - Thương binh và Xã hội huyện (minh họa)", partner_centres: "Trung tâm Dịch vụ việc làm (minh họa)", decision_no: "310/QĐ-UBND (minh họa)", decided_on: `${year}-04-28`, closed_on: `${year}-06-20`,
  };
};

const employerId = (source: DemoSource, nth: number): string => source.ids("fair_employer").of(nth, 0);

export const fairEmployerRows: MakeRows = function* (source) {
  for (let nth = 0; nth < source.labour().totals.fair.firms; nth++) {
    const { name, folded, industry } = FIRMS[nth]!;
    yield { id: employerId(source, nth), fair_id: fairId(source), unit_uid: district(source), organisation_id: firmId(source, nth), name, name_folded: folded, booth: String(nth + 1), industry, attended: true };
  }
};

export const fairVacancyRows: MakeRows = function* (source) {
  const ids = source.ids("fair_vacancy");
  for (let nth = 0; nth < source.labour().totals.fair.firms; nth++) {
    yield {
      id: ids.of(nth, 0), fair_id: fairId(source), employer_id: employerId(source, nth), unit_uid: district(source), job: `Công nhân ${FIRMS[nth]!.industry.toLocaleLowerCase("vi")}`, posts: 10 + ((nth * 13) % 60),
      wage_from: 6_000_000, wage_to: 9_000_000 + 250_000 * (nth % 8), place: "Theo hợp đồng (minh họa)",
    };
  }
};

/** One visitor of each hamlet in turn. */
function visitors(source: DemoSource): Worker[] {
  const labour = source.labour();
  const { places } = labour;
  return Array.from({ length: NAMED }, (_, nth) => labour.of(places[nth % places.length]!).others[6 + Math.floor(nth / places.length)]!);
}

const visitId = (source: DemoSource, nth: number): string => source.ids("fair_visit").of(nth, 0);

export const fairVisitRows: MakeRows = function* (source) {
  for (const [nth, worker] of visitors(source).entries()) {
    yield {
      id: visitId(source, nth), fair_id: fairId(source), unit_uid: district(source), ...workerColumns(worker), short_code: `MH${String(nth + 1).padStart(3, "0")}`, channel: "desk",
      wish: nth >= NAMED - source.labour().totals.fair.overseas ? "overseas" : "job", checked_in_at: `${heldOn(source)}T01:30:00Z`,
    };
  }
};

interface Step {
  readonly step: "f4a" | "f5a" | "f5b" | "f7" | "f8";
  readonly topic: string | null;
}

function stepsOf(nth: number, overseas: number): Step[] {
  return [
    { step: "f4a", topic: null },
    ...(nth < NAMED_INTERVIEWS ? [{ step: "f5a", topic: null } as const] : []),
    ...(nth >= NAMED_INTERVIEWS && nth < NAMED_INTERVIEWS + NAMED_APPOINTMENTS ? [{ step: "f5b", topic: null } as const] : []),
    ...(nth >= NAMED - overseas ? [{ step: "f7", topic: "Nhật Bản" } as const] : []),
    ...(nth >= NAMED_INTERVIEWS && nth < NAMED_INTERVIEWS + NAMED_TRAINING ? [{ step: "f8", topic: "May công nghiệp" } as const] : []),
  ];
}

const actionId = (source: DemoSource, nth: number, at: number): string => source.ids("fair_action").of(nth, at);

export const fairActionRows: MakeRows = function* (source) {
  const recorded_by = source.ids("labour_actor").of(0, 0);
  const { overseas } = source.labour().totals.fair;
  for (const [nth, { place }] of visitors(source).entries()) {
    for (const [at, { step, topic }] of stepsOf(nth, overseas).entries()) {
      const firm = step === "f7" || step === "f8" ? null : employerId(source, nth % 32);
      yield {
        id: actionId(source, nth, at), fair_id: fairId(source), visit_id: visitId(source, nth), unit_uid: district(source), hamlet_id: place.id, step, employer_id: firm, topic, on_date: heldOn(source),
        next_on: step === "f5b" ? dayText(day(heldOn(source)) + 9) : null, recorded_by,
      };
    }
  }
};

/** Each registration for work abroad or training is followed up, half of them to their end. */
export const fairFollowupRows: MakeRows = function* (source) {
  const ids = source.ids("fair_followup");
  const { overseas } = source.labour().totals.fair;
  for (const [nth, { place }] of visitors(source).entries()) {
    for (const [at, { step }] of stepsOf(nth, overseas).entries()) {
      if (step !== "f7" && step !== "f8") continue;
      const done = (nth % 10) / 10 < CLOSED;
      yield {
        id: ids.of(nth, at), fair_id: fairId(source), action_id: actionId(source, nth, at), visit_id: visitId(source, nth), unit_uid: district(source), hamlet_id: place.id, kind: step === "f7" ? "overseas" : "training",
        owner: "Cán bộ xã (minh họa)", due_on: dayText(day(heldOn(source)) + 30), state: done ? "done" : "open", result: done ? "advised" : null, closed_on: done ? dayText(day(heldOn(source)) + 21) : null,
      };
    }
  }
};

export const fairTallyRows: MakeRows = function* (source) {
  const { direct, online, interviewed, appointments, training } = source.labour().totals.fair;
  const rest: readonly (readonly [string, number])[] = [
    ["f4a", direct - NAMED], ["f4b", online], ["f5a", interviewed - NAMED_INTERVIEWS], ["f5b", appointments - NAMED_APPOINTMENTS], ["f8", training - NAMED_TRAINING],
  ];
  for (const [i, [step, count]] of rest.entries()) {
    yield { id: source.ids("fair_tally").of(i, 0), fair_id: fairId(source), unit_uid: district(source), step, count, source: "tally", note: "Phiếu cộng tại phiên (minh họa)", on_date: heldOn(source) } satisfies Row;
  }
};
