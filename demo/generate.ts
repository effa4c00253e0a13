import { AppError } from "../src/kernel/error.ts";
import { spread } from "./apportion.ts";
import type { Place } from "./block.ts";
import { anPhuCommunes, type DemoCommune } from "./hamlets.ts";
import { IdMaker } from "./ids.ts";
import { abroadActionRows, abroadCaseRows, abroadFollowUpRows, abroadSupportRows, incidentRows, overseasRequestActionRows, overseasRequestRows, returnRows } from "./rows-abroad.ts";
import { areaTypeRows, hamletRows, hamletUnitRows, populationRows, registryCompleteRows } from "./rows-areas.ts";
import { fairActionRows, fairEmployerRows, fairFollowupRows, fairRows, fairTallyRows, fairVacancyRows, fairVisitRows } from "./rows-fairs.ts";
import { allowanceActionRows, allowanceItemRows, allowanceListRows, sheetRows } from "./rows-allowances.ts";
import { adviceSessionRows, adviceVisitRows, assistRows } from "./rows-advice.ts";
import { jobEventNowRows, jobEventRows, jobMonthRows, loanRows } from "./rows-jobs.ts";
import { labourFormRows, surveyRows } from "./rows-labour-forms.ts";
import { loanEventRows, loanNowRows } from "./rows-loans-now.ts";
import { licenceRows, organisationRows } from "./rows-organisations.ts";
import { outMigrantRows, overseasActionRows, overseasRows } from "./rows-overseas.ts";
import {
  attendanceNowRows, certificateNowRows, classActionNowRows, classNowRows, contractNowRows, enrolmentActionNowRows, enrolmentNowRows, fundingNowRows, sessionNowRows, trainingPlanNowRows,
} from "./rows-classes-now.ts";
import { labourPlanRows, planRows, typedFigureRows } from "./rows-plans.ts";
import { assessmentRows, childAnswerRows, resultSetRows, roundRows, statusRows } from "./rows-poverty.ts";
import { requestActionRows, requestRows } from "./rows-requests.ts";
import { needActionRows, needRows } from "./rows-needs.ts";
import { outcomeNowRows, outcomeRows } from "./rows-outcomes.ts";
import { placementCheckRows, placementEventRows, placementRows, referralActionRows, referralRows, seekerRows } from "./rows-seekers.ts";
import { supportCaseActionRows, supportCaseRows } from "./rows-support-cases.ts";
import { classVisitRows, settlementRows } from "./rows-supervision.ts";
import { receiptRows } from "./rows-support.ts";
import { characteristicRows, householdRows, identifierRows, membershipRows, personRows, residenceRows } from "./rows-registry.ts";
import { actionRows, caseRows, meetingRows, milestoneRows, openAreaTypeRows, openAssessmentRows, openRoundRows, openSetRows, opinionRows, postingRows, reviewHamletRows, staffRows } from "./rows-review.ts";
import {
  attendanceRows, certificateRows, classActionRows, classRows, contractRows, enrolmentActionRows, enrolmentRows, fundingRows, normRows, selfTaughtRows, sessionRows, tradeRows, trainingPlanRows,
} from "./rows-training.ts";
import { vacancyRows } from "./rows-vacancies.ts";
import { AN_PHU_2023, movementOf, type Scenario } from "./scenario.ts";
import { DemoSource, type MakeRows, type Row } from "./source.ts";

export interface DemoOptions {
  /** other seed: other people and another spread over hamlets, the same totals */
  readonly seed: string;
  readonly scenario?: Scenario;
  /** codes of communes: exactly their part of the whole demo */
  readonly only?: readonly string[];
  /** more communes with people in proportion, for load; `persons` is what the whole demo comes to, within about 2 % */
  readonly scale?: { readonly persons: number; readonly communes: readonly DemoCommune[] };
}

export interface DemoData {
  /** what it was made from, and the id of the command that loads it: the same demo is the same command */
  readonly input: Readonly<Record<string, unknown>>;
  readonly commandId: string;
  /** tables in the order they can be inserted; each call makes the same rows again, one at a time */
  readonly tables: Readonly<Record<string, () => Iterable<Row>>>;
}

function inTurn(...makers: readonly MakeRows[]): MakeRows {
  return function* (source) {
    for (const make of makers) yield* make(source);
  };
}

const TABLES: readonly [table: string, make: MakeRows][] = [
  ["hamlet", hamletRows],
  ["hamlet_unit", hamletUnitRows],
  ["area_type", inTurn(areaTypeRows, openAreaTypeRows)],
  ["household", householdRows],
  ["residence", residenceRows],
  ["person", personRows],
  ["person_identifier", identifierRows],
  ["membership", membershipRows],
  ["characteristic", characteristicRows],
  ["population_count", populationRows],
  ["registry_complete", registryCompleteRows],
  ["organisation", organisationRows],
  ["organisation_licence", licenceRows],
  ["trade", tradeRows],
  ["trade_norm", normRows],
  ["funding_line", inTurn(fundingRows, fundingNowRows)],
  ["training_plan", inTurn(trainingPlanRows, trainingPlanNowRows)],
  ["training_contract", inTurn(contractRows, contractNowRows)],
  ["training_class", inTurn(classRows, classNowRows)],
  ["training_class_action", inTurn(classActionRows, classActionNowRows)],
  ["enrolment", inTurn(enrolmentRows, enrolmentNowRows)],
  ["enrolment_action", inTurn(enrolmentActionRows, enrolmentActionNowRows)],
  ["class_session", inTurn(sessionRows, sessionNowRows)],
  ["attendance", inTurn(attendanceRows, attendanceNowRows)],
  ["attendance_sheet", sheetRows],
  ["allowance_list", allowanceListRows],
  ["allowance_list_action", allowanceActionRows],
  ["allowance_item", allowanceItemRows],
  ["training_certificate", inTurn(certificateRows, certificateNowRows)],
  ["class_visit", classVisitRows],
  ["contract_settlement", settlementRows],
  ["training_support_case", supportCaseRows],
  ["training_support_action", supportCaseActionRows],
  ["training_outcome", inTurn(outcomeRows, outcomeNowRows)],
  ["self_taught", selfTaughtRows],
  ["training_need", needRows],
  ["training_need_action", needActionRows],
  ["overseas_case", inTurn(overseasRows, abroadCaseRows)],
  ["overseas_action", inTurn(overseasActionRows, abroadActionRows)],
  ["return_record", returnRows],
  ["overseas_support", abroadSupportRows],
  ["overseas_follow_up", abroadFollowUpRows],
  ["overseas_incident", incidentRows],
  ["overseas_request", overseasRequestRows],
  ["overseas_request_action", overseasRequestActionRows],
  ["out_migrant", outMigrantRows],
  ["job_loan", inTurn(loanRows, loanNowRows)],
  ["vacancy", vacancyRows],
  ["seeker", seekerRows],
  ["referral", referralRows],
  ["referral_action", referralActionRows],
  ["placement", placementRows],
  ["placement_check", placementCheckRows],
  ["job_event", inTurn(jobEventRows, jobEventNowRows, loanEventRows, placementEventRows)],
  ["job_month", jobMonthRows],
  ["advice_session", adviceSessionRows],
  ["advice_visit", adviceVisitRows],
  ["labour_survey", surveyRows],
  ["labour_status", labourFormRows],
  ["registration_assist", assistRows],
  ["review_round", inTurn(roundRows, openRoundRows)],
  ["review_result_set", inTurn(resultSetRows, openSetRows)],
  ["assessment", inTurn(assessmentRows, openAssessmentRows)],
  ["child_answer", childAnswerRows],
  ["recognised_status", statusRows],
  ["support_receipt", receiptRows],
  ["review_milestone", milestoneRows],
  ["review_staff", staffRows],
  ["review_hamlet", reviewHamletRows],
  ["review_case", caseRows],
  ["review_action", actionRows],
  ["review_meeting", meetingRows],
  ["review_posting", postingRows],
  ["review_opinion", opinionRows],
  ["procedure_case", requestRows],
  ["procedure_action", requestActionRows],
];

/** Records of the district as a whole: left out where only some communes are made. */
const OF_WHOLE: readonly [table: string, make: MakeRows][] = [
  ["job_fair", fairRows], ["fair_employer", fairEmployerRows], ["fair_vacancy", fairVacancyRows], ["fair_visit", fairVisitRows], ["fair_action", fairActionRows], ["fair_followup", fairFollowupRows], ["fair_tally", fairTallyRows],
];

/** Synthetic people only, deterministic by seed. Columns are those of the migrations; `person_identifier` brings the plain `number` to be sealed. */
export function generateDemo(options: DemoOptions): DemoData {
  const source = sourceOf(options);
  const { scenario } = source;
  const tables: Record<string, () => Iterable<Row>> = {};
  for (const [table, make] of TABLES) tables[table] = () => make(source);
  const whole = options.only === undefined;
  for (const [table, make] of whole ? OF_WHOLE : []) tables[table] = () => make(source);
  tables["plan_row"] = function* () {
    yield* planRows(source, whole);
    yield* labourPlanRows(source, whole);
  };
  tables["typed_figure"] = () => typedFigureRows(source, whole);
  const input = { seed: options.seed, only: options.only ?? null, persons: options.scale?.persons ?? null, scenario };
  return { input, commandId: new IdMaker(options.seed, JSON.stringify(input)).of(0, 0), tables };
}

/** The people and places that all tables of a demo are made of. */
export function sourceOf({ seed, scenario = AN_PHU_2023, only, scale }: DemoOptions): DemoSource {
  const places = chosen(anPhuPlaces(seed, scenario), only);
  if (scale) places.push(...loadPlaces(seed, scenario, scale, places.length));
  return new DemoSource(seed, scenario, places);
}

function anPhuPlaces(seed: string, scenario: Scenario): Place[] {
  return placesOf(seed, movementOf(scenario), anPhuCommunes(), 0);
}

type Movement = ReturnType<typeof movementOf>;

function placesOf(seed: string, movement: Movement, communes: readonly DemoCommune[], first: number): Place[] {
  const hamlets = communes.flatMap((commune) => commune.hamlets.map((hamlet) => ({ commune, hamlet })));
  const totals = movement.map(({ cell, count }) => ({ count, listed: cell.before.endsWith("poor") || cell.after.endsWith("poor") }));
  const counts = spread(seed, totals, hamlets.length);
  const ids = new IdMaker(seed, "hamlet");
  return hamlets.map(({ commune, hamlet }, i) => ({
    id: ids.of(first + i, 0),
    index: first + i,
    commune,
    hamlet,
    counts: movement.map(({ cell }, k) => ({ cell, count: counts[i]![k]! })),
  }));
}

function chosen(places: Place[], only: readonly string[] | undefined): Place[] {
  if (!only) return places;
  const known = [...new Set(places.map((place) => place.commune.code))];
  for (const code of only) if (!known.includes(code)) throw new AppError("invalid", "demo.unknownCommune", { code, known: known.join(", ") });
  return places.filter((place) => only.includes(place.commune.code));
}

const PERSONS_PER_HOUSEHOLD = 4;

/** The other communes of the province: the same movement in proportion. */
function loadPlaces(seed: string, scenario: Scenario, scale: NonNullable<DemoOptions["scale"]>, first: number): Place[] {
  const households = scenario.closing.households;
  const more = Math.max(0, Math.floor(scale.persons / PERSONS_PER_HOUSEHOLD) - households);
  const movement = movementOf(scenario).map(({ cell, count }) => ({ cell, count: Math.floor((count * more) / households) }));
  return placesOf(seed, movement, scale.communes, first);
}
