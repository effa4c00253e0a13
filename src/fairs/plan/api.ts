import { api, type Api, type Services } from "../../platform/feature.ts";
import { mayKeepFairs } from "../policy.ts";
import { fairRoutes } from "./contract.ts";
import { addEmployer, addVacancy, changeEmployer, voidEmployer, voidVacancy } from "./employers.ts";
import { addFair, changeFair, closeFair, fairPage, listFairs, openRegistration, voidFair } from "./fairs.ts";

/** Plan of a fair, its firms and what they offer. */
export function planApi(services: Services): Api {
  const { door } = services;
  return api(fairRoutes, {
    fairs: ({ actor, query }) => door.read(actor, async (tx) => ({ ...(await listFairs(tx, query, services.today())), mayAdd: mayKeepFairs(actor) })),
    addFair: ({ actor, body, commandId }) => addFair(services, actor, commandId, body),
    fair: ({ actor, params }) => door.read(actor, (tx) => fairPage(tx, params.id, services.today())),
    changeFair: ({ actor, params, body, commandId }) => changeFair(services, actor, commandId, { ...params, ...body }),
    voidFair: async ({ actor, params, body, commandId }) => {
      await voidFair(services, actor, commandId, { ...params, ...body });
      return {};
    },
    closeFair: ({ actor, params, body, commandId }) => closeFair(services, actor, commandId, { ...params, ...body }),
    openRegistration: ({ actor, params, body, commandId }) => openRegistration(services, actor, commandId, { ...params, ...body }),
    addEmployer: ({ actor, params, body, commandId }) => addEmployer(services, actor, commandId, params.id, body),
    changeEmployer: ({ actor, params, body, commandId }) => changeEmployer(services, actor, commandId, { ...params, ...body }),
    voidEmployer: ({ actor, params, body, commandId }) => voidEmployer(services, actor, commandId, params.id, body.reason),
    addVacancy: ({ actor, params, body, commandId }) => addVacancy(services, actor, commandId, params.id, body),
    voidVacancy: ({ actor, params, body, commandId }) => voidVacancy(services, actor, commandId, params.id, body.reason),
  });
}
