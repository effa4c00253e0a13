import { employerKey } from "../src/jobs/rules/same-event.ts";
import { addMonths, type PlainDate } from "../src/kernel/date.ts";
import { day, dayText, type Day } from "./days.ts";
import { FIRMS } from "./firms.ts";
import { NEW_WORK, weekday, workerColumns, type HamletLabour, type Worker } from "./labour.ts";
import { LATEST, officeOf, peopleNow, THIS_YEAR, verified } from "./now.ts";
import { choiceOf, Random, type Choice } from "./random.ts";
import { firmId } from "./rows-organisations.ts";
import { departedOn, overseasId } from "./rows-overseas.ts";
import { outcomeId } from "./rows-training.ts";
import type { DemoSource, MakeRows, Row } from "./source.ts";

type Channel = "dn_trong_xa" | "dn_trong_tinh" | "dn_ngoai_tinh" | "tu_tao" | "san_gdvl" | "tt_dvvl" | "viec_lam_cong";
const CHANNEL: Choice<Channel> = choiceOf<Channel>([["dn_ngoai_tinh", 46], ["dn_trong_tinh", 22], ["tu_tao", 18], ["dn_trong_xa", 9], ["tt_dvvl", 3], ["san_gdvl", 1], ["viec_lam_cong", 1]]);
const PLACE: Readonly<Record<Channel, string>> = { dn_trong_xa: "xa", dn_trong_tinh: "tinh", dn_ngoai_tinh: "ngoai_tinh", tu_tao: "xa", san_gdvl: "tinh", tt_dvvl: "tinh", viec_lam_cong: "xa" };
const OWN_WORK = ["Buôn bán nhỏ", "Nuôi cá", "Trồng rau màu", "Chạy xe ôm", "Sửa xe", "May gia công tại nhà"] as const;
const KEYS = FIRMS.map(({ name }) => employerKey(name));
/** People of a hamlet whose work a loan or a class only kept going: in no total. */
const KEPT = 1;

const loanId = (source: DemoSource, hamlet: HamletLabour, nth: number): string => source.ids("job_loan").of(hamlet.place.index, nth);

/** Of a hamlet those with loans come after those who went abroad. */
const borrowers = ({ workers, overseas, loans }: HamletLabour): readonly Worker[] => workers.slice(overseas, overseas + loans);

const inYear = (source: DemoSource, of: Day): Day => Math.min(of, day(`${source.scenario.year}-12-29`));

const reported = (startedOn: Day): string => dayText(startedOn + 6);

export interface Event {
  readonly worker: Worker;
  readonly startedOn: Day;
  readonly channel: string;
  readonly place: string;
  readonly firm?: number;
  readonly job: string;
  readonly evidence: string;
  readonly nature?: "new" | "kept";
  /** who employs where it is no firm on file */
  readonly employer?: string;
  readonly wage?: number;
  readonly vsco?: string;
  readonly reportedOn?: string;
  readonly links?: { readonly outcome_id?: string; readonly loan_id?: string; readonly overseas_id?: string; readonly placement_id?: string };
}

export function eventRow(source: DemoSource, id: string, event: Event): Row {
  const { worker, startedOn, channel, place, firm, job, evidence, nature = "new", employer, wage = null, vsco = null, reportedOn = reported(startedOn), links = {} } = event;
  return {
    id, ...workerColumns(worker), started_on: dayText(startedOn), reported_on: reportedOn, channel, nature, employer_id: firm === undefined ? null : firmId(source, firm),
    employer_name: firm === undefined ? (employer ?? null) : FIRMS[firm]!.name, employer_key: firm === undefined ? employerKey(employer) : KEYS[firm]!, place_kind: place, job, vsco, wage,
    evidence: JSON.stringify([{ kind: evidence, note: "Minh họa" }]),
    outcome_id: links.outcome_id ?? null, loan_id: links.loan_id ?? null, overseas_id: links.overseas_id ?? null, placement_id: links.placement_id ?? null, ...verified(reportedOn, worker.place),
  };
}

/** Work of somebody by one of the usual ways, begun in the days from a day on. */
function usual(worker: Worker, random: Random, { from, days }: { readonly from: string; readonly days: number }): Event {
  const channel = random.weighted(CHANNEL);
  const startedOn = weekday(day(from) + random.below(days));
  const own = channel === "tu_tao" || channel === "viec_lam_cong";
  const firm = random.below(40);
  return {
    worker, startedOn, channel, place: PLACE[channel], evidence: own ? "hamlet" : "contract", job: own ? random.pick(OWN_WORK) : "Công nhân", ...(own ? {} : { firm }),
  };
}

function* eventsOf(source: DemoSource, hamlet: HamletLabour): Iterable<Event> {
  const random = new Random(source.seed, "jobs", hamlet.place.index);
  for (const learner of hamlet.learners) {
    const { outcome, of } = learner;
    if (outcome === null || !NEW_WORK.includes(outcome)) continue;
    const own = outcome === "tu_tao";
    const firm = random.below(40);
    const startedOn = inYear(source, weekday(of.endedOn + random.between(3, 25)));
    yield {
      worker: learner.worker, startedOn, channel: "sau_hoc_nghe", place: own ? "xa" : "tinh", job: of.trade.name, evidence: "outcome", links: { outcome_id: outcomeId(source, learner) }, ...(own ? {} : { firm }),
    };
  }
  const { workers, overseas, loans, secondJobs, place } = hamlet;
  for (const [i, worker] of workers.slice(0, overseas).entries()) {
    yield { worker, startedOn: departedOn(source, place, i), channel: "nuoc_ngoai", place: "nuoc_ngoai", job: "Lao động phổ thông", evidence: "departure", links: { overseas_id: overseasId(source, place, i) } };
  }
  for (const [i, worker] of borrowers(hamlet).entries()) {
    yield { worker, startedOn: lentOn(source, hamlet, i) + 10, channel: "vay_von", place: "xa", job: random.pick(OWN_WORK), evidence: "loan_contract", links: { loan_id: loanId(source, hamlet, i) } };
  }
  const rest = workers.slice(overseas + loans);
  const first = rest.map((worker) => usual(worker, random, { from: `${source.scenario.year}-01-09`, days: 340 }));
  yield* first;
  // a second new work in the year, at another firm: two lượt of one người
  for (const event of first.filter(({ firm }) => firm !== undefined).slice(0, secondJobs)) {
    yield { ...event, startedOn: inYear(source, event.startedOn + 120), firm: (event.firm! + 7) % 40 };
  }
  const [borrower] = borrowers(hamlet);
  for (const worker of hamlet.others.slice(1, 1 + KEPT)) {
    const of = borrower && { employer: borrower.person.name, links: { loan_id: loanId(source, hamlet, 0) } };
    yield { worker, startedOn: weekday(day(`${source.scenario.year}-06-05`)), channel: "vay_von", place: "xa", job: random.pick(OWN_WORK), evidence: "loan_contract", nature: "kept", ...of };
  }
}

export const jobEventRows: MakeRows = function* (source) {
  const ids = source.ids("job_event");
  const labour = source.labour();
  for (const place of labour.places) {
    let nth = 0;
    for (const event of eventsOf(source, labour.of(place))) yield eventRow(source, ids.of(place.index, nth++), event);
  }
};

/** Work begun this year. */
export const jobEventNowRows: MakeRows = function* (source) {
  const ids = source.ids("job_event_now");
  for (const place of source.labour().places) {
    const random = new Random(source.seed, "jobsNow", place.index);
    for (const [nth, worker] of peopleNow(source, place, "work").entries()) yield eventRow(source, ids.of(place.index, nth), usual(worker, random, { from: `${THIS_YEAR}-01-08`, days: 310 }));
  }
};

const lentOn = (source: DemoSource, { place }: HamletLabour, nth: number): Day => weekday(day(`${source.scenario.year}-02-01`) + ((place.index * 17 + nth * 29) % 280));

const TERM_MONTHS = 36;

export const loanRows: MakeRows = function* (source) {
  const labour = source.labour();
  for (const place of labour.places) {
    const hamlet = labour.of(place);
    for (const [i, worker] of borrowers(hamlet).entries()) {
      const lent = dayText(lentOn(source, hamlet, i));
      const ends = addMonths(lent as PlainDate, TERM_MONTHS);
      const state = ends > dayText(LATEST) ? "active" : (place.index + i) % 37 === 0 ? "overdue" : "repaid";
      yield {
        id: loanId(source, hamlet, i), ...workerColumns(worker), borrower_kind: "worker", amount_dong: 30_000_000 + 5_000_000 * ((place.index + i) % 9), lent_on: lent, term_months: TERM_MONTHS, rate_kind: "usual",
        contract_no: `MH-${place.index + 1}-${i + 1}`, project: "Vay vốn tạo việc làm (minh họa)", fund: "Quỹ quốc gia về việc làm (minh họa)", state, state_on: state === "active" ? lent : ends,
        establishment_name: null, project_place: officeOf(place), association: null, savings_group: null, over_reason: null,
      };
    }
  }
};

/** Every hamlet reported every month of the reported year; this year some are behind. */
export const jobMonthRows: MakeRows = function* (source) {
  const ids = source.ids("job_month");
  for (const place of source.labour().places) {
    for (let month = 1; month <= 12; month++) {
      const first = `${source.scenario.year}-${String(month).padStart(2, "0")}-01`;
      yield { id: ids.of(place.index, month), hamlet_id: place.id, month: first, reported_on: dayText(weekday(day(first) + 33)), reporter: REPORTER };
    }
    const known = place.index % 16 === 5 ? 8 : place.index % 7 === 3 ? 9 : 10;
    for (let month = 1; month <= known; month++) {
      const first = `${THIS_YEAR}-${String(month).padStart(2, "0")}-01`;
      yield { id: ids.of(place.index, 12 + month), hamlet_id: place.id, month: first, reported_on: dayText(weekday(day(first) + 33)), reporter: REPORTER };
    }
  }
};

const REPORTER = "Trưởng ấp, khóm (minh họa)";
