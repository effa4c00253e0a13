import type { PlainDate } from "../kernel/date.ts";
import { api, type Api, type Services } from "../platform/feature.ts";
import { assessCommand } from "./assess-command.ts";
import { povertyRoutes } from "./contract.ts";
import { mayOpenSecondSet, mayRecognise, mayReview } from "./policy.ts";
import { RunningRuns } from "./reclassify/progress.ts";
import { reclassify } from "./reclassify/reclassify.ts";
import { getRunChanges, listRuns } from "./reclassify/runs.ts";
import { correctStatus, voidStatus } from "./review/correct-status.ts";
import { enterAssessment } from "./review/enter-assessment.ts";
import { exportResults, exportRunChanges } from "./review/export-results.ts";
import { getHouseholdAssessment } from "./review/household-assessment.ts";
import { recognise } from "./review/recognise.ts";
import { listResults } from "./review/results.ts";
import { addResultSet, createRound, listRounds } from "./review/rounds.ts";
import { StandardPage } from "./review/standards-view.ts";
import { reclassifiedView, ResultWords } from "./review/views.ts";
import type { Picked } from "./rules/pick-ruleset.ts";
import { getNamedRuleset, getRuleset, rulesetsOf, statusDay } from "./rulesets.ts";

const CHANGES_PER_PAGE = 50;

export function povertyApi(services: Services): Api {
  const { door } = services;
  const running = new RunningRuns();
  const pick = (on: PlainDate, named: string | undefined): Picked => (named === undefined ? getRuleset(rulesetsOf(services), on) : getNamedRuleset(rulesetsOf(services), named, on));
  return api(povertyRoutes, {
    rounds: ({ actor, query }) => door.read(actor, async (tx) => ({
      rounds: (await listRounds(tx, query.area, query.on)).map((round) => ({ ...round, resultSets: [...round.resultSets] })),
      may: { review: mayReview(actor), recognise: mayRecognise(actor), secondSet: mayOpenSecondSet(actor) },
    })),
    createRound: ({ actor, body, commandId }) => createRound(services, actor, commandId, body),
    addResultSet: ({ actor, params, body, commandId }) => addResultSet(services, actor, commandId, params.id, body),
    async enterAssessment({ actor, params, body, commandId, language }) {
      const { id, warnings } = await enterAssessment(services, actor, commandId, params.id, body, language);
      return { id, warnings: [...warnings] };
    },
    recognise: ({ actor, params, body, commandId }) => recognise(services, actor, commandId, params.id, body),
    async results({ actor, query, language }) {
      const { area, statusYear, ruleset, differs, ...rest } = query;
      const on = statusDay(statusYear);
      const picked = pick(on, ruleset);
      const words = new ResultWords(picked.ruleset, language);
      const found = await door.read(actor, (tx) => listResults(tx, { ...rest, areaUid: area, statusYear, on, ruleset: picked.ruleset.id, differs: differs === "1" }));
      services.views.note(actor, "poverty.viewResults", area, found.rows.length);
      return {
        statusYear, on, ruleset: words.ruleset(picked), classes: picked.ruleset.classes.map(({ id }) => ({ code: id, name: words.className(id)! })),
        ...found, page: query.page, perPage: query.perPage, rows: found.rows.map((row) => words.result(row)),
      };
    },
    exportResults: ({ actor, body, commandId, language }) => exportResults(services, actor, body.query, { commandId, purpose: body.purpose, language }),
    exportRunChanges: ({ actor, params, body, commandId, language }) => exportRunChanges(services, actor, params.id, { commandId, purpose: body.purpose, language }),
    async householdAssessment({ actor, params, query, language }) {
      const picked = pick(query.on, query.ruleset);
      const found = await door.read(actor, (tx) => getHouseholdAssessment(tx, { householdId: params.id, on: query.on, picked, rulesets: rulesetsOf(services), language }));
      services.views.note(actor, "poverty.viewAssessment", params.id);
      const { entered } = found;
      return { ...found, entered: entered && { ...entered, causes: [...entered.causes], deprivations: entered.deprivations && [...entered.deprivations] }, statuses: [...found.statuses] };
    },
    correctStatus: ({ actor, params, body, commandId }) => correctStatus(services, actor, commandId, params.id, body),
    voidStatus: ({ actor, params, body, commandId }) => voidStatus(services, actor, commandId, params.id, body.reason),
    assess: async ({ body, language }) => assessCommand(body, rulesetsOf(services), language),
    async reclassify({ actor, body, commandId, language }) {
      const { progressKey, ...input } = body;
      const answer = await running.follow(actor, progressKey, (onProgress, signal) => reclassify(services, actor, { commandId, input, onProgress, signal }));
      return reclassifiedView(services, answer, language);
    },
    reclassifyProgress: async ({ actor, params }) => running.progress(actor, params.id),
    async cancelReclassify({ actor, params }) {
      running.cancel(actor, params.id);
      return {};
    },
    runs: ({ actor }) => door.read(actor, async (tx) => ({ runs: await listRuns(tx) })),
    runChanges: ({ actor, params, query, language }) => door.read(actor, async (tx) => {
      const { run, total, rows } = await getRunChanges(tx, params.id, query.page, CHANGES_PER_PAGE);
      const words = new ResultWords(rulesetsOf(services).find(({ id }) => id === run.ruleset), language);
      return { run, total, page: query.page, perPage: CHANGES_PER_PAGE, rows: rows.map((row) => words.change(row)) };
    }),
    standards: async ({ actor, language }) => ({
      standards: rulesetsOf(services).map((ruleset) => new StandardPage(ruleset, language).view(actor.on)).sort((a, b) => Number(b.inForce) - Number(a.inForce) || (a.id < b.id ? 1 : -1)),
    }),
  });
}

