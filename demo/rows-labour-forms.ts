import { emptyForm, type LabourForm } from "../src/jobs/labour-status/rules/labour-form.ts";
import type { PlainDate } from "../src/kernel/date.ts";
import { nameSortKey } from "../src/kernel/text/name.ts";
import { ageOnDay, day, dayText } from "./days.ts";
import { FIRMS } from "./firms.ts";
import { TRADES, weekday, workerColumns, type Worker } from "./labour.ts";
import { actorOf, communeNow, communesNow, householdOf, peopleNow, rankNow } from "./now.ts";
import { choiceOf, Random, type Choice } from "./random.ts";
import type { DemoSource, MakeRows, Row } from "./source.ts";

/** Collected each autumn: the first one was closed, the second goes on; one commune has not begun it. */
const PERIODS = [
  { period: "2025", from: "2025-10-01", to: "2025-11-28", from_on: "2025-10-06" },
  { period: "2026", from: "2026-10-15", to: "2026-12-15", from_on: "2026-10-19" },
] as const;
const NOT_BEGUN = 1;
const HAMLETS = 4;

export const surveyRows: MakeRows = function* (source) {
  const ids = source.ids("labour_survey");
  for (const place of communesNow(source)) {
    for (const [i, { period, from, to }] of PERIODS.entries()) {
      if (i === 1 && communeNow(place) === NOT_BEGUN) continue;
      yield { id: ids.of(communeNow(place), i), unit_uid: place.hamlet.successor, period, name: `Thu thập thông tin người lao động năm ${period} (minh họa)`, starts_on: from, ends_on: to, document: "Kế hoạch minh họa của xã" };
    }
  }
};

interface Filled {
  readonly id: string;
  readonly worker: Worker;
  readonly period: string;
  readonly surveyedOn: string;
  readonly form: LabourForm;
  /** the form that took its place, where it was told anew */
  readonly replacedBy: string | null;
}

type Education = NonNullable<LabourForm["education"]>;
const EDUCATION: Choice<Education> = choiceOf<Education>([["lower_secondary", 42], ["primary", 30], ["upper_secondary", 20], ["below_primary", 8]]);
const STATE: Choice<LabourForm["state"]> = choiceOf<LabourForm["state"]>([["employed", 78], ["inactive", 13], ["unemployed", 9]]);
const POSITION: Choice<NonNullable<LabourForm["position"]>> = choiceOf([["wage", 44], ["self_employed", 32], ["family", 18], ["owner", 6]] as const);
const OWN_JOBS = ["Trồng lúa", "Nuôi cá", "Buôn bán nhỏ", "Trồng rau màu", "Chăn nuôi bò"] as const;

function qualificationOf(random: Random, education: Education): Pick<LabourForm, "qualification" | "major"> {
  const at = random.below(100);
  if (at < 58 || education === "below_primary") return { qualification: "none", major: null };
  if (at < 70) return { qualification: "no_certificate", major: null };
  if (at < 84) return { qualification: "under_3_months", major: random.pick(TRADES).name };
  if (at < 94 || education !== "upper_secondary") return { qualification: "elementary", major: random.pick(TRADES).name };
  return { qualification: random.pick(["intermediate", "college", "university"] as const), major: random.pick(["Kế toán", "Chăn nuôi thú y", "Điện công nghiệp"] as const) };
}

function employed(random: Random): Partial<LabourForm> {
  const position = random.weighted(POSITION);
  if (position !== "wage") return { position, job: random.pick(OWN_JOBS), insurance: random.perMille(150) ? "voluntary" : "none", workplaceKind: "household" };
  const firm = FIRMS[random.below(40)]!;
  const contract = random.pick(["fixed", "fixed", "indefinite", "none"] as const);
  return {
    position, job: "Công nhân", insurance: contract === "none" ? "none" : "compulsory", contract, contractOn: contract === "none" ? null : (dayText(weekday(day("2024-02-05") + random.below(400))) as PlainDate), workplace: firm.name,
    workplaceKind: random.perMille(250) ? "foreign" : "private", industrialZone: random.perMille(400),
  };
}

function outOfWork(random: Random): Partial<LabourForm> {
  const everWorked = random.perMille(750);
  return {
    everWorked, unemployedFor: random.pick(["under_3_months", "to_1_year", "over_1_year"] as const), previousJob: everWorked ? random.pick(["Công nhân may", "Phụ hồ", "Bán hàng"] as const) : null, jobWant: random.pick(["province", "elsewhere"] as const),
    jobWanted: "Công nhân", wageWantedDong: 6_000_000 + 500_000 * random.below(7),
  };
}

/** What somebody says in a year: the schooling stays, the work may change. */
function formOf(source: DemoSource, worker: Worker, period: string): LabourForm {
  const steady = new Random(source.seed, "schooling", worker.person.id);
  const random = new Random(source.seed, "labourForm", worker.person.id, period);
  const education = steady.weighted(EDUCATION);
  const state = random.weighted(STATE);
  const { after } = householdOf(source, worker).cell;
  const trainingWant = random.perMille(220);
  const inactive = ageOnDay(worker.person.born, day(`${period}-10-01`)) < 22 ? "study" : worker.person.sex === 2 ? "homemaker" : "disabled";
  return {
    ...emptyForm(state), education, ...qualificationOf(steady, education), priority: [...(after === "poor" || after === "near_poor" ? [after] : []), ...(worker.person.ethnicity === "01" ? [] : ["minority" as const])],
    jobWant: "none", ...(state === "employed" ? employed(random) : state === "unemployed" ? outOfWork(random) : { inactiveReason: inactive }),
    trainingWant, ...(trainingWant && { tradeWanted: random.pick(TRADES).name, levelWanted: "Dưới 3 tháng", trainingWhen: `Quý I năm ${Number(period) + 1}` }), note: "Minh họa",
  };
}

/** In the first hamlets of each commune: all were asked the year before, this year all, half or nobody; the first of each hamlet was asked again. */
export function* filledForms(source: DemoSource): Iterable<Filled> {
  const ids = source.ids("labour_status");
  for (const place of source.labour().places) {
    const rank = rankNow(place);
    if (rank >= HAMLETS) continue;
    const people = peopleNow(source, place, "forms");
    for (const [i, { period, from_on }] of PERIODS.entries()) {
      const asked = i === 0 ? people.length : communeNow(place) === NOT_BEGUN || rank === HAMLETS - 1 ? 0 : rank === 0 ? people.length : people.length / 2;
      for (const [nth, worker] of people.slice(0, asked).entries()) {
        const surveyedOn = dayText(weekday(day(from_on) + ((place.index + nth) % 25)));
        const id = ids.of(place.index, i * 100 + nth);
        const form = formOf(source, worker, period);
        const again = i === 0 && nth === 0 && rank < 2;
        const replacedBy = again ? ids.of(place.index, i * 100 + 50) : null;
        yield { id, worker, period, surveyedOn, form, replacedBy };
        if (replacedBy !== null) yield { id: replacedBy, worker, period, surveyedOn, form: { ...form, note: "Ghi lại sau khi hỏi lại (minh họa)" }, replacedBy: null };
      }
    }
  }
}

export const labourFormRows: MakeRows = function* (source) {
  const recorded_by = actorOf(source);
  for (const { id, worker, period, surveyedOn, form, replacedBy } of filledForms(source)) {
    yield {
      id, ...workerColumns(worker), sort_key: nameSortKey(worker.person.name), ethnicity: worker.person.ethnicity, period, surveyed_on: surveyedOn, source: "survey", recorded_by, ...columnsOf(form),
      voided_at: replacedBy === null ? null : `${surveyedOn}T09:00:00Z`, void_reason: replacedBy === null ? null : `replaced ${replacedBy}`,
    };
  }
};

const columnsOf = (form: LabourForm): Row => ({
  priority: form.priority, education: form.education, qualification: form.qualification, major: form.major, state: form.state, position: form.position, job: form.job, insurance: form.insurance, contract: form.contract,
  contract_on: form.contractOn, workplace: form.workplace, workplace_kind: form.workplaceKind, industrial_zone: form.industrialZone, ever_worked: form.everWorked, unemployed_for: form.unemployedFor, previous_job: form.previousJob,
  inactive_reason: form.inactiveReason, job_want: form.jobWant, job_wanted: form.jobWanted, wage_wanted_dong: form.wageWantedDong, training_want: form.trainingWant, trade_wanted: form.tradeWanted, level_wanted: form.levelWanted,
  training_when: form.trainingWhen, note: form.note,
});
