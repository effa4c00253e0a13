import type { Actor } from "../../platform/actor.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import { workingCalendar } from "../../platform/holidays.ts";
import type { Language } from "../../platform/http/messages.ts";
import { yearOf } from "../../kernel/date.ts";
import { mayOpenSecondSet, mayRecognise, mayReview, maySurvey } from "../policy.ts";
import { getRound, type ResultSet } from "../review/rounds.ts";
import { ResultWords } from "../review/views.ts";
import { rulesetsOf } from "../rulesets.ts";
import { doOnCase, recheckCase } from "./case-deeds.ts";
import { casesOfHousehold, getCase, listCases, type CaseRow } from "./cases.ts";
import { workflowRoutes, type CaseRowView } from "./contract.ts";
import { getPhoto, keepFormPhoto, signPage } from "./evidence.ts";
import { exportCases } from "./export-cases.ts";
import { addCase, takeList } from "./listing.ts";
import { recordMeeting, takeBackMeeting } from "./meetings.ts";
import { recordOpinion, reportForOpinion } from "./opinions.ts";
import { recordPosting } from "./postings.ts";
import { processOf } from "./processes.ts";
import { progressOf, surveyorPay } from "./progress.ts";
import { listMeetings, listPostings } from "./records.ts";
import { getRoundPage } from "./round-page.ts";
import { addStaff, addTraining, saveHamlet, saveSetup, setMilestone, setupOf, takeBack } from "./setup.ts";
import { endOfTerm } from "./rules/process.ts";
import { surveyCase } from "./survey.ts";
import { enteredOf, surveyForm, surveyorsOf } from "./survey-form.ts";

/** Words for the classes of a result set's standard. */
const wordsOf = (services: Services, ruleset: string | undefined, language: Language): ResultWords => new ResultWords(rulesetsOf(services).find(({ id }) => id === ruleset), language);

const view = (row: CaseRow, words: ResultWords): CaseRowView => ({ ...row, className: words.className(row.class), flags: [...row.flags] });

const setOf = (sets: readonly ResultSet[], id: string): ResultSet | undefined => sets.find((set) => set.id === id);

const mayOf = (actor: Actor) => ({ review: mayReview(actor), survey: maySurvey(actor), recognise: mayRecognise(actor), secondSet: mayOpenSecondSet(actor) });

export function workflowApi(services: Services): Api {
  const { door } = services;
  return api(workflowRoutes, {
    roundPage: ({ actor, params, language }) => door.read(actor, async (tx) => {
      const { round, setup, process, covered, asked, staff, trainings, milestones, opinions } = await getRoundPage(tx, services, params.id, language);
      const { posting, recheck, reposting, opinion } = process.days;
      return {
        round: { ...round, resultSets: [...round.resultSets] }, covered, processId: process.id, processName: process.name[language], setup, asked, agreePercent: process.meetingAgreePercent.value,
        terms: { posting, recheck, reposting, opinion }, staff: [...staff], trainings: trainings.map((one) => ({ ...one, staffIds: [...one.staffIds] })), milestones: [...milestones], opinions: [...opinions], may: mayOf(actor),
      };
    }),
    saveSetup: ({ actor, params, body, commandId }) => saveSetup(services, actor, commandId, params.id, body.baseVersion, body.setup),
    addStaff: ({ actor, params, body, commandId }) => addStaff(services, actor, commandId, params.id, body),
    addTraining: ({ actor, params, body, commandId }) => addTraining(services, actor, commandId, params.id, body),
    setMilestone: ({ actor, params, body, commandId }) => setMilestone(services, actor, commandId, params.id, body),
    takeBackEntry: ({ actor, params, body, commandId }) => takeBack(services, actor, commandId, params.id, body.what, body.entryId, body.reason),
    saveHamlet: ({ actor, params, body, commandId }) => saveHamlet(services, actor, commandId, params.id, body),
    progress: ({ actor, params, query }) => door.read(actor, async (tx) => {
      const round = await getRound(tx, params.id);
      const hamlets = await progressOf(tx, round, query.set, actor.on);
      const { formRate } = await setupOf(tx, round.id);
      return { hamlets: hamlets.map((one) => ({ ...one, surveyorIds: [...one.surveyorIds], states: { ...one.states } })), surveyors: await surveyorPay(tx, round.id, formRate) };
    }),
    takeList: ({ actor, params, body, commandId }) => takeList(services, actor, commandId, params.id, body.on),
    addCase: ({ actor, params, body, commandId }) => addCase(services, actor, commandId, params.id, body),
    cases: ({ actor, params, query, language }) => door.read(actor, async (tx) => {
      const { resultSets } = await getRound(tx, params.id);
      const words = wordsOf(services, setOf(resultSets, query.set)?.ruleset, language);
      const { total, rows } = await listCases(tx, { ...query, resultSetId: query.set, hamletId: query.hamlet });
      services.views.note(actor, "poverty.viewCases", params.id, rows.length);
      return { total, page: query.page, perPage: query.perPage, rows: rows.map((row) => view(row, words)) };
    }),
    exportCases: ({ actor, params, body: { purpose, set, hamlet, ...asked }, commandId, language }) =>
      exportCases(services, actor, { commandId, roundId: params.id, purpose, asked: { ...asked, resultSetId: set, hamletId: hamlet } }, language),
    case: ({ actor, params, language }) => door.read(actor, async (tx) => {
      const { row, roundId, resultSetId, state, steps, open } = await getCase(tx, params.id);
      const round = await getRound(tx, roundId);
      const set = setOf(round.resultSets, resultSetId)!;
      services.views.note(actor, "poverty.viewCase", row.householdId);
      return {
        row: view(row, wordsOf(services, set.ruleset, language)), roundId, roundName: `${round.name} — ${round.unitName}`, resultSetId, form: await surveyForm(tx, services, set, row, language), entered: await enteredOf(tx, services, set, state.assessmentId, language),
        surveyors: await surveyorsOf(tx, roundId), may: { review: mayReview(actor) && round.closedOn === null, survey: maySurvey(actor) && round.closedOn === null },
        steps: steps.map((step) => ({ ...step, data: { ...step.data } })), open: [...open],
      };
    }),
    householdCases: ({ actor, params }) => door.read(actor, async (tx) => ({ cases: await casesOfHousehold(tx, params.id) })),
    async survey({ actor, params, body, commandId, language }) {
      const { assessmentId, class: id, list, version, warnings } = await surveyCase(services, actor, commandId, params.id, body, language);
      return { assessmentId, class: id, list, version, warnings: [...warnings] };
    },
    deed: ({ actor, params, body, commandId }) => doOnCase(services, actor, commandId, params.id, body),
    recheck: ({ actor, params, body, commandId, language }) => recheckCase(services, actor, commandId, params.id, body, language),
    keepFormPhoto: ({ actor, params, body, commandId }) => keepFormPhoto(services, actor, commandId, params.id, body),
    meetings: ({ actor, params, query }) => door.read(actor, async (tx) => ({ meetings: await listMeetings(tx, params.id, query.set, query.hamlet) })),
    recordMeeting: ({ actor, params, body, commandId }) => recordMeeting(services, actor, commandId, params.id, body),
    takeBackMeeting: ({ actor, params, body, commandId }) => takeBackMeeting(services, actor, commandId, params.id, body.reason),
    signMeeting: ({ actor, params, body, commandId }) => signPage(services, actor, commandId, "meeting", params.id, body),
    postings: ({ actor, params, query }) => door.read(actor, async (tx) => ({ postings: await listPostings(tx, params.id, query.set, query.hamlet) })),
    recordPosting: ({ actor, params, body, commandId }) => recordPosting(services, actor, commandId, params.id, body),
    async postingEnd({ query }) {
      const term = processOf(services, query.from).process.days[query.term];
      const calendar = workingCalendar(services.config);
      const endsOn = endOfTerm(term, query.from, calendar);
      return { endsOn: endsOn ?? null, value: term.value, certainty: term.certainty, calendarKnown: calendar.years.has(yearOf(endsOn ?? query.from)) };
    },
    signPosting: ({ actor, params, body, commandId }) => signPage(services, actor, commandId, "posting", params.id, body),
    report: ({ actor, params, body, commandId }) => reportForOpinion(services, actor, commandId, params.id, body),
    opinion: ({ actor, params, body, commandId }) => recordOpinion(services, actor, commandId, params.id, body),
    photo: ({ actor, params }) => getPhoto(services, actor, params.sha),
  });
}
