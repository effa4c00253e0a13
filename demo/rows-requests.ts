import type { PlainDate } from "../src/kernel/date.ts";
import { foldProcedure, type ProcedureAction, type ProcedureState } from "../src/poverty/procedures/rules/procedure-state.ts";
import { headOn, livesHere, type Household, type Place } from "./block.ts";
import { day, dayText, type Day } from "./days.ts";
import { isAnPhu } from "./review.ts";
import type { DemoSource, Row } from "./source.ts";

interface DemoRequest {
  readonly place: Place;
  readonly household: Household;
  readonly number: number;
  readonly kind: "adhoc_entry" | "middle_standard";
  readonly due: Day | null;
  readonly actions: readonly ProcedureAction[];
  readonly state: ProcedureState;
}

const SEEN = "Minh họa";
const on = (text: string): PlainDate => text as PlainDate;
const receive = (kind: DemoRequest["kind"], date: string): ProcedureAction =>
  ({ kind: "receive", on: on(date), hasForm: true, papers: ["Giấy đề nghị (minh họa)"], channel: "in_person", formNeeded: kind === "adhoc_entry", needs: kind === "adhoc_entry" ? ["meet", "post"] : [] });
const accept = (date: string): ProcedureAction => ({ kind: "accept", on: on(date) });
const assess = (date: string, scoreIncome: number): ProcedureAction =>
  ({ kind: "assess", on: on(date), scoreIncome, scoreDeprivation: 40, incomeMonth: null, surveyor: SEEN, evidence: "Phiếu minh họa", judged: { class: scoreIncome <= 140 ? "poor" : "none", certainty: "text" } });
const meet = (date: string): ProcedureAction => ({ kind: "meet", on: on(date), place: "Văn phòng ấp", chair: SEEN, present: 20, agree: 17, passed: true });
const post = (date: string, to: string): ProcedureAction => ({ kind: "post", on: on(date), places: "Văn phòng ấp", to: on(to) });

/** What the requests of a hamlet came to, one after the other; hamlets take turns. */
const STORIES: readonly { readonly kind: DemoRequest["kind"]; readonly due: string | null; readonly actions: readonly ProcedureAction[] }[] = [
  { kind: "adhoc_entry", due: "2026-11-30", actions: [receive("adhoc_entry", "2026-11-12")] },
  { kind: "adhoc_entry", due: "2026-11-30", actions: [receive("adhoc_entry", "2026-11-03"), { kind: "askMore", on: on("2026-11-04"), missing: "Bản sao giấy xác nhận khuyết tật (minh họa)" }] },
  { kind: "adhoc_entry", due: "2026-11-30", actions: [receive("adhoc_entry", "2026-11-02"), accept("2026-11-02"), assess("2026-11-16", 128), meet("2026-11-18"), post("2026-11-19", "2026-11-24")] },
  {
    kind: "adhoc_entry", due: "2026-11-30",
    actions: [receive("adhoc_entry", "2026-11-05"), accept("2026-11-05"), assess("2026-11-16", 135), meet("2026-11-17"), post("2026-11-18", "2026-11-23"), { kind: "complain", on: on("2026-11-20"), by: SEEN, content: "Hộ có thu nhập khác chưa kê khai (minh họa)" }],
  },
  {
    kind: "adhoc_entry", due: "2026-08-30",
    actions: [
      receive("adhoc_entry", "2026-08-10"), accept("2026-08-10"), assess("2026-08-17", 165), { kind: "refuse", on: on("2026-08-25"), documentNo: "12/TB-UBND (minh họa)", signer: SEEN, reason: "Điểm B1 cao hơn mức quy định (minh họa)" },
      { kind: "answer", on: on("2026-08-27"), receiver: SEEN, how: "nhận trực tiếp" },
    ],
  },
  { kind: "middle_standard", due: null, actions: [receive("middle_standard", "2026-10-06"), accept("2026-10-07")] },
];

const ENDED: Readonly<Record<string, "refused" | undefined>> = { refused: "refused", answered: "refused" };

/** One request in every fourth hamlet of An Phú. */
function* requests(source: DemoSource): Iterable<DemoRequest> {
  const numbers = new Map<string, number>();
  for (const place of source.places.filter(isAnPhu)) {
    if (place.index % 4 !== 1) continue;
    const household = source.block(place).households.find((one) => one.cell.after === "none" && one.to === null && livesHere(one, day("2026-08-01")));
    if (!household) continue;
    const story = STORIES[((place.index - 1) / 4) % STORIES.length]!;
    const commune = place.hamlet.successor;
    const number = (numbers.get(commune) ?? 0) + 1;
    numbers.set(commune, number);
    yield { place, household, number, kind: story.kind, due: story.due === null ? null : day(story.due), actions: story.actions, state: foldProcedure(story.actions) };
  }
}

export function* requestRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("procedure_case");
  for (const { place, household, number, kind, due, actions, state } of requests(source)) {
    const outcome = ENDED[state.name] ?? null;
    const decided = actions.find((action) => action.kind === "refuse");
    yield {
      id: ids.of(place.index, household.place), hamlet_id: place.id, unit_uid: place.hamlet.successor, year: 2026, number, kind, household_id: household.id, applicant: headOn(household, day("2026-08-01")).name,
      received_on: actions[0]!.on, due_on: due === null ? null : dayText(due), due_certainty: due === null ? "unknown" : "text", state: state.name, state_on: state.since, outcome, document_no: decided?.documentNo ?? null,
      decided_on: decided?.on ?? null, signer: decided?.signer ?? null, version: actions.length,
    };
  }
}

export function* requestActionRows(source: DemoSource): Iterable<Row> {
  const cases = source.ids("procedure_case");
  const ids = source.ids("procedure_action");
  const actor = source.ids("review_actor").of(0, 0);
  for (const { place, household, actions } of requests(source)) {
    for (const [i, { kind, on: on_date, ...data }] of actions.entries()) {
      yield { id: ids.of(place.index, i), case_id: cases.of(place.index, household.place), hamlet_id: place.id, seq: i + 1, kind, on_date, data: JSON.stringify(data), actor };
    }
  }
}
