import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { getClass } from "../classes/store.ts";
import { mayRun, must, runsClass } from "../policy.ts";
import { reasonViews } from "../reasons.ts";
import { TAKES_LEARNERS } from "../rules/class-state.ts";
import { learnerRoutes } from "./contract.ts";
import { exportLearners } from "./export.ts";
import { groupsIn } from "./groups.ts";
import { listLearners } from "./list.ts";
import { matchLearner } from "./match.ts";
import { changeLearner, fullReasons, registerLearner, voidLearner } from "./register.ts";
import { enterResults, stepLearners } from "./steps.ts";

/** Learners: registration, admission, dropping out, exam and results. */
export function learnersApi(services: Services, wording: Wording): Api {
  const { door } = services;
  return api(learnerRoutes, {
    learnerGroups: async ({ language }) => ({ rows: groupsIn(language) }),
    matchLearner: ({ actor, body }) => {
      must(mayRun, actor);
      return door.read(actor, async (tx) => {
        const answer = await matchLearner(tx, services, wording, body);
        services.views.note(actor, "training.matchLearner", body.hamletId, answer.persons.length);
        return answer;
      });
    },
    learners: ({ actor, params, language }) => door.read(actor, async (tx) => {
      const found = await getClass(tx, params.id);
      const rows = await listLearners(tx, services, wording, found, services.today(), language);
      services.views.note(actor, "training.viewLearners", params.id, rows.length);
      const full = reasonViews(wording, await fullReasons(tx, services, params.id, [[]]), language);
      return { rows, may: runsClass(actor, found), takes: TAKES_LEARNERS.includes(found.stateName), full: full[0] ?? null };
    }),
    exportLearners: ({ actor, params, body, commandId, language }) => exportLearners(services, wording, actor, params.id, { commandId, purpose: body.purpose }, language),
    registerLearner: ({ actor, params, body, commandId, language }) => registerLearner(services, wording, actor, commandId, params.id, body, language),
    changeLearner: ({ actor, params, body, commandId }) => changeLearner(services, actor, commandId, params.id, body),
    voidLearner: ({ actor, params, body, commandId }) => voidLearner(services, actor, commandId, params.id, body),
    stepLearners: ({ actor, params, body, commandId, language }) => stepLearners(services, wording, actor, commandId, params.id, body, language),
    enterResults: ({ actor, params, body, commandId }) => enterResults(services, actor, commandId, params.id, body),
  });
}
