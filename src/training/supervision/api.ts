import { api, type Api, type Services } from "../../platform/feature.ts";
import { mayPay } from "../allowance/policy.ts";
import { supervisionRoutes } from "./contract.ts";
import { settlementPapers } from "./papers.ts";
import { listSettlements, savePapers, stepSettlement } from "./settlement.ts";
import { addVisit, listVisits, mendVisit, voidVisit } from "./visits.ts";

/** Visits to classes that run, and the papers with which contracts are settled. */
export function supervisionApi(services: Services): Api {
  const { door } = services;
  return api(supervisionRoutes, {
    classVisits: ({ actor, query }) => door.read(actor, async (tx) => ({ ...(await listVisits(tx, query.area, query.on, services.today())), may: mayPay(actor) })),
    addVisit: ({ actor, body, commandId }) => addVisit(services, actor, commandId, body),
    mendVisit: ({ actor, params, body, commandId }) => mendVisit(services, actor, commandId, params.id, body),
    voidVisit: ({ actor, params, body, commandId }) => voidVisit(services, actor, commandId, params.id, body.reason),
    settlements: ({ actor, query, language }) => door.read(actor, async (tx) => {
      const { certainty, note } = settlementPapers(services);
      return { rows: await listSettlements(tx, services, query.area, query.on, language), mark: certainty === "text" ? null : note[language] };
    }),
    saveSettlementPapers: ({ actor, params, body, commandId }) => savePapers(services, actor, commandId, params.id, body),
    stepSettlement: ({ actor, params, body, commandId }) => stepSettlement(services, actor, commandId, params.id, body),
  });
}
