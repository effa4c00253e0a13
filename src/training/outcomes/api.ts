import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { exportFollowUp } from "./export.ts";
import { outcomesRoutes, QUEUE_STATES, type OutcomeCodes } from "./contract.ts";
import { outcomeKinds } from "./load.ts";
import { mayRecord, mayVerify } from "./policy.ts";
import { getClass, recordOutcomes } from "./record.ts";
import { followUpResult, nextMark, type Followed } from "./rules/follow-up.ts";
import type { Milestone } from "./rules/kinds.ts";
import { endedClasses, learnersOf, marksOf } from "./store.ts";
import { closeFollowUp, verifyOutcomes, voidOutcome } from "./verify.ts";
import { dueView, queueRow, resultView } from "./view.ts";

export function outcomesApi(services: Services, wording: Wording): Api {
  const { door } = services;
  const codes = (language: Language): OutcomeCodes => {
    const { kinds, effects, certainty, followUp } = outcomeKinds(services);
    return {
      kinds: kinds.map(({ code, name, inWork }) => ({ code, name: name[language], inWork })), effects: effects.map(({ code, name }) => ({ code, name: name[language] })),
      mark: wording.text(`training.followUp.certainty.${certainty}`, {}, language), enoughPercent: followUp.enoughPercent,
    };
  };
  return api(outcomesRoutes, {
    followUps: ({ actor, query: { area, on } }) => door.read(actor, async (tx) => {
      const kinds = outcomeKinds(services);
      const classes = await endedClasses(tx, area, on);
      const marks = await marksOf(tx, classes.map(({ id }) => id), on);
      const of = (id: string) => marks.get(id) ?? { learners: [], unverified: 0 };
      const rows = classes.map((own) => queueRow(own, of(own.id), on, kinds)).toSorted((a, b) => QUEUE_STATES.indexOf(a.state) - QUEUE_STATES.indexOf(b.state));
      return { rows, total: resultView(followUpResult(classes.flatMap(({ id }) => of(id).learners), kinds)), enoughPercent: kinds.followUp.enoughPercent, may: { record: mayRecord(actor), verify: mayVerify(actor) } };
    }),
    followUp: ({ actor, params, query, language }) => door.read(actor, async (tx) => {
      const kinds = outcomeKinds(services);
      const { providerId: _provider, unitUid: _unit, ...own } = await getClass(tx, params.id);
      const learners = await learnersOf(tx, own.id);
      services.views.note(actor, "training.viewFollowUp", own.id, learners.length);
      const followed = learners.map(({ graduated, outcomes }): Followed => ({ graduated, marks: outcomes.map(({ milestone, kind, state }) => ({ milestone: milestone as Milestone, kind, verified: state !== "recorded" })) }));
      return {
        class: own, due: dueView(own.endedOn, followed, query.on, kinds), next: (own.endedOn && nextMark(own.endedOn, query.on, kinds)) || null, result: resultView(followUpResult(followed, kinds)), learners, codes: codes(language),
        may: { record: mayRecord(actor), verify: mayVerify(actor) },
      };
    }),
    recordOutcomes: ({ actor, params, body, commandId }) => recordOutcomes(services, actor, commandId, params.id, body),
    verifyOutcomes: ({ actor, params, body, commandId }) => verifyOutcomes(services, actor, commandId, params.id, body),
    closeFollowUp: ({ actor, params, body, commandId }) => closeFollowUp(services, actor, commandId, params.id, body.on),
    voidOutcome: ({ actor, params, body, commandId }) => voidOutcome(services, actor, commandId, params.id, body.reason),
    exportFollowUp: ({ actor, params, body, commandId, language }) => exportFollowUp(services, wording, actor, { commandId, classId: params.id, ...body, language }),
  });
}
