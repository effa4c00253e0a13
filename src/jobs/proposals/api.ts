import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { PER_PAGE } from "../contract.ts";
import { mayOf } from "../policy.ts";
import type { Hire, HireRule } from "../rules/hire.ts";
import { acceptProposals, declineProposals, restoreProposal } from "./accept.ts";
import { proposalRoutes, type ProposalRow } from "./contract.ts";
import { listDeclined } from "./declined.ts";
import { listFlagged } from "./flags.ts";
import { settleProposal } from "./settle.ts";
import type { Sources } from "./sources.ts";
import { countDeclined, lookAt, narrowed, placesOf, reachOf, withRules } from "./waiting.ts";

const told = ({ startedOn, dayKnown, channel, nature, placeKind, employerName, job }: Hire) => ({ startedOn, dayKnown, channel, nature, placeKind, employerName, job });

/** Hirings that fairs, placements and outcomes tell of, until somebody takes or declines them. */
export function proposalsApi(services: Services, wording: Wording, sources: Sources): Api {
  const { door } = services;
  const ruleView = (rule: HireRule, language: Language): ProposalRow["rule"] => ({
    kind: rule.kind, eventId: "eventId" in rule ? rule.eventId : null, on: "on" in rule ? rule.on : null, text: rule.kind === "refused" ? wording.text(rule.code, rule.data, language) : null,
  });
  return api(proposalRoutes, {
    proposals: ({ actor, query, language }) => door.read(actor, async (tx) => {
      const reach = await reachOf(tx, query);
      const { hires, flagged } = await lookAt(tx, sources, reach, query.on);
      const counts = { waiting: hires.length, flagged: flagged.length, declined: await countDeclined(tx, reach) };
      const found = narrowed(hires, query);
      const shown = await withRules(tx, services, found.slice((query.page - 1) * PER_PAGE, query.page * PER_PAGE));
      const place = await placesOf(tx, shown.map(({ hire }) => hire.hamletId), query.on);
      const rows = shown.map(({ hire, rule }): ProposalRow => ({
        source: hire.source, recordId: hire.recordId, personId: hire.personId, fullName: hire.fullName, birthDate: hire.birthDate, birthYear: hire.birthYear, sex: hire.sex, hamletId: hire.hamletId, ...place(hire.hamletId), ...told(hire), about: hire.about,
        aboutId: hire.aboutId, rule: ruleView(rule, language),
      }));
      services.views.note(actor, "jobs.viewProposals", query.area, rows.length);
      return { total: found.length, page: query.page, perPage: PER_PAGE, rows, counts, training: actor.scope.fields.includes("training"), may: mayOf(actor) };
    }),
    flagged: ({ actor, query }) => door.read(actor, async (tx) => {
      const rows = (await listFlagged(tx, sources, await reachOf(tx, query), query.on)).map(({ now, ...row }) => ({ ...row, now: now && { ...told(now), about: now.about } }));
      services.views.note(actor, "jobs.viewProposals", query.area, rows.length);
      return { rows, may: mayOf(actor) };
    }),
    declined: ({ actor, query }) => door.read(actor, async (tx) => {
      const rows = await listDeclined(tx, sources, query);
      services.views.note(actor, "jobs.viewProposals", query.area, rows.length);
      return { rows, may: mayOf(actor) };
    }),
    async accept({ actor, body, commandId, language }) {
      const { added, linked, refused } = await acceptProposals(services, wording, sources, actor, commandId, body);
      return { added, linked, refused: refused.map(({ recordId, code, data }) => ({ recordId, code, text: wording.text(code, data, language) })) };
    },
    decline: ({ actor, body, commandId }) => declineProposals(services, sources, actor, commandId, body),
    restore: ({ actor, params, body, commandId }) => restoreProposal(services, actor, commandId, params.id, body.reason),
    settle: ({ actor, body, commandId }) => settleProposal(services, wording, sources, actor, commandId, body),
  });
}
