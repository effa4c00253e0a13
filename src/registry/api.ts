import { api, type Api, type Services } from "../platform/feature.ts";
import { setCharacteristic } from "./characteristics.ts";
import { codesOf } from "./codes.ts";
import { registryRoutes } from "./contract.ts";
import { NO_CONTRIBUTIONS, type RegistryContributions } from "./contributions.ts";
import { correctPerson, setNumber } from "./correct-person.ts";
import { createHousehold } from "./create-household.ts";
import { exportHouseholds } from "./export-households.ts";
import { getHousehold } from "./get-household.ts";
import { endHousehold, moveHousehold, setDetails, splitHousehold } from "./household-events.ts";
import { revealIdentifiers } from "./identifiers.ts";
import { asOfQuery, listHouseholds } from "./list-households.ts";
import { addMember, changeHead, endMembership } from "./members.ts";
import { closeNumberElsewhere, numbersToCompare } from "./numbers-to-compare.ts";
import { mustReveal } from "./policy.ts";
import { addPopulation, declareComplete, voidPopulation, withdrawComplete } from "./population.ts";
import { populationTable } from "./population-table.ts";
import { searchPersons } from "./search-persons.ts";
import type { Asked, RegistryServices } from "./use-case.ts";
import { restoreHousehold, voidHousehold } from "./void-household.ts";

const asked = <Input>({ actor, commandId, body }: { actor: Asked<Input>["actor"]; commandId: string; body: Input }): Asked<Input> => ({ actor, commandId, input: body });

export function registryApi(base: Services, contributions: Partial<RegistryContributions> = {}): Api {
  const services: RegistryServices = { ...base, contributions: { ...NO_CONTRIBUTIONS, ...contributions } };
  const { door } = services;
  return api(registryRoutes, {
    codes: async ({ language }) => codesOf(services, language),
    households: ({ actor, query }) => door.read(actor, (tx) => listHouseholds(tx, services, query)),
    exportHouseholds: ({ actor, body, commandId, language }) => exportHouseholds(services, actor, { ...body, commandId, language }),
    async household({ actor, params, query }) {
      const page = await door.read(actor, (tx) => getHousehold(tx, services, params.id, asOfQuery(query)));
      services.views.note(actor, "registry.viewHousehold", params.id);
      return page;
    },
    createHousehold: (request) => createHousehold(services, asked(request)),
    addMember: (request) => addMember(services, request.params.id, asked(request)),
    endMembership: (request) => endMembership(services, request.params.id, request.params.membershipId, asked(request)),
    changeHead: (request) => changeHead(services, request.params.id, asked(request)),
    moveHousehold: (request) => moveHousehold(services, request.params.id, asked(request)),
    splitHousehold: (request) => splitHousehold(services, request.params.id, asked(request)),
    endHousehold: (request) => endHousehold(services, request.params.id, asked(request)),
    voidHousehold: (request) => voidHousehold(services, request.params.id, asked(request)),
    restoreHousehold: (request) => restoreHousehold(services, request.params.id, asked(request)),
    setDetails: (request) => setDetails(services, request.params.id, asked(request)),
    setCharacteristic: (request) => setCharacteristic(services, request.params.id, asked(request)),
    correctPerson: (request) => correctPerson(services, request.params.id, asked(request)),
    setNumber: (request) => setNumber(services, request.params.id, asked(request)),
    async reveal({ actor, body, commandId }) {
      mustReveal(actor);
      const numbers = await revealIdentifiers(services, actor, { commandId, ...body });
      return { numbers: [...numbers].map(([id, number]) => ({ id, number })) };
    },
    numbersElsewhere: ({ actor }) => door.read(actor, async (tx) => ({ rows: await numbersToCompare(tx) })),
    async closeNumberElsewhere({ actor, params, body, commandId }) {
      await closeNumberElsewhere(services, actor, commandId, params.id, body.reason);
      return {};
    },
    searchPersons: ({ actor, query }) => door.read(actor, async (tx) => ({ persons: await searchPersons(tx, services, query.q, query.most) })),
    population: ({ actor, query }) => door.read(actor, async (tx) => ({ rows: await populationTable(tx, query.area, { on: query.on }) })),
    addPopulation: ({ actor, body, commandId }) => addPopulation(services, actor, commandId, body),
    async voidPopulation({ actor, params, body, commandId }) {
      await voidPopulation(services, actor, commandId, params.id, body.reason);
      return {};
    },
    declareComplete: ({ actor, body, commandId }) => declareComplete(services, actor, commandId, body),
    async withdrawComplete({ actor, params, body, commandId }) {
      await withdrawComplete(services, actor, commandId, params.id, body.on);
      return {};
    },
  });
}
