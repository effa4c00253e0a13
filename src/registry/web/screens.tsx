import { call } from "../../platform/http/client.ts";
import type { Screen } from "../../web/screen.ts";
import type { SearchSource } from "../../web/search-source.ts";
import { registryRoutes } from "../contract.ts";

const KEEPERS = ["surveyor", "commune", "province"] as const;
const LISTERS = ["commune", "province", "training_centre", "job_centre"] as const;

export const screens: readonly Screen[] = [
  { path: "/households", titleKey: "registry.list.title", nav: { group: "households", labelKey: "registry.list.nav", order: 1 }, load: () => import("./household-list.tsx") },
  { path: "/households/new", titleKey: "registry.new.title", roles: KEEPERS, load: () => import("./household-form.tsx") },
  { path: "/households/$id", titleKey: "registry.household.title", load: () => import("./household-page.tsx") },
  { path: "/numbers-elsewhere", titleKey: "registry.elsewhere.title", nav: { group: "households", labelKey: "registry.elsewhere.nav", order: 3 }, roles: KEEPERS, load: () => import("./numbers-elsewhere-page.tsx") },
  { path: "/population", titleKey: "registry.population.title", nav: { group: "households", labelKey: "registry.population.nav", order: 2 }, load: () => import("./population-page.tsx") },
  { path: "/import/lists", titleKey: "registry.lists.title", nav: { group: "exchange", labelKey: "registry.lists.title", order: 5 }, roles: LISTERS, load: () => import("./list-import/lists-page.tsx") },
  { path: "/import/list/$kind", under: "/import/lists", titleKey: "registry.lists.one", roles: LISTERS, load: () => import("./list-import/list-page.tsx") },
];

export const searchSources: readonly SearchSource[] = [
  {
    id: "persons",
    labelKey: "registry.search.persons",
    path: "/households",
    first: true,
    async load(query, { signal, language, t }) {
      const { persons } = await call(registryRoutes.searchPersons, { query: { q: query, most: 12 } }, { signal, language });
      return persons.map((person) => ({
        id: person.personId,
        title: person.birthYear === null ? person.fullName : `${person.fullName} (${person.birthYear})`,
        detail: person.householdId === null ? t("registry.search.noHousehold", { hamlet: person.hamlet, unit: person.unit }) : t("registry.search.inHousehold", { head: person.headName ?? "", hamlet: person.hamlet, unit: person.unit }),
        to: person.householdId === null ? "/households" : "/households/$id",
        ...(person.householdId === null ? { search: { q: person.fullName } } : { params: { id: person.householdId } }),
      }));
    },
  },
];
