import { api, type Api, type Services } from "../../platform/feature.ts";
import { PER_PAGE } from "../contract.ts";
import { mayOf } from "../policy.ts";
import { assistRoutes } from "./contract.ts";
import { addAssist, listAssists, removeAssist } from "./store.ts";

/** Help with registering as a worker. No number, password or code of anybody is kept. */
export function registrationAssistApi(services: Services): Api {
  return api(assistRoutes, {
    async list({ actor, query }) {
      const { page, ...asked } = query;
      const found = await services.door.read(actor, (tx) => listAssists(tx, asked, page, PER_PAGE));
      services.views.note(actor, "jobs.viewRegistrationAssists", query.area, found.rows.length);
      return { ...found, page, perPage: PER_PAGE, may: mayOf(actor) };
    },
    add: ({ actor, body, commandId }) => addAssist(services, actor, commandId, body),
    remove: ({ actor, params, body, commandId }) => removeAssist(services, actor, commandId, params.id, body.reason),
  });
}
