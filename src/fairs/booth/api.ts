import { api, type Api, type Services } from "../../platform/feature.ts";
import { recordAction, voidAction } from "./actions.ts";
import { boothRoutes } from "./contract.ts";
import { addTallies, listTallies, voidTally } from "./tallies.ts";

/** What happens at the booths, and counts without names. */
export function boothApi(services: Services): Api {
  return api(boothRoutes, {
    recordAction: ({ actor, params, body, commandId }) => recordAction(services, actor, commandId, params.id, body),
    voidAction: ({ actor, params, body, commandId }) => voidAction(services, actor, commandId, params.id, body.reason),
    tallies: ({ actor, params }) => services.door.read(actor, async (tx) => ({ rows: await listTallies(tx, params.id) })),
    addTallies: ({ actor, params, body, commandId }) => addTallies(services, actor, commandId, params.id, body),
    voidTally: ({ actor, params, body, commandId }) => voidTally(services, actor, commandId, params.id, body.reason),
  });
}
