import { api, type Api, type Services } from "../../platform/feature.ts";
import { mayKeepFairs } from "../policy.ts";
import { erasingRoutes } from "./contract.ts";
import { eraseDue, listDue } from "./due.ts";

/** Names of visitors go once the office's own term has passed: what would be erased, then all of it at once. */
export function erasingApi(services: Services): Api {
  return api(erasingRoutes, {
    dueErasures: ({ actor }) => services.door.read(actor, async (tx) => ({ ...(await listDue(tx, services)), may: mayKeepFairs(actor) })),
    eraseDue: ({ actor, body, commandId }) => eraseDue(services, actor, commandId, body),
  });
}
