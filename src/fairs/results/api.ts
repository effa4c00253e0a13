import { api, type Api, type Services } from "../../platform/feature.ts";
import { mayKeepFairs, seesWhole } from "../policy.ts";
import { getFair } from "../store.ts";
import { resultRoutes } from "./contract.ts";
import { listResults, milestoneTotals, recordResult } from "./results.ts";

/** What became of people after the fair. */
export function resultApi(services: Services): Api {
  return api(resultRoutes, {
    fairResults: ({ actor, params, query }) => services.door.read(actor, async (tx) => {
      const fair = await getFair(tx, params.id);
      const rows = await listResults(tx, params.id, query.due, services.today());
      services.views.note(actor, "fairs.viewResults", params.id, rows.length);
      return { rows, totals: await milestoneTotals(tx, params.id), may: { work: mayKeepFairs(actor), whole: seesWhole(actor, fair) } };
    }),
    recordResult: ({ actor, params, body, commandId }) => recordResult(services, actor, commandId, params.id, body),
  });
}
