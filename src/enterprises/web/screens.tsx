import type { Screen } from "../../web/screen.ts";
import type { SearchSource } from "../../web/search-source.ts";

export const screens: readonly Screen[] = [
  { path: "/enterprises", titleKey: "enterprises.title", nav: { group: "enterprises", labelKey: "enterprises.nav", order: 1 }, load: () => import("./organisations/organisations-page.tsx") },
  { path: "/enterprises/$id", titleKey: "enterprises.one", load: () => import("./organisations/organisation-page.tsx") },
  { path: "/vacancies", titleKey: "enterprises.vacancies.title", nav: { group: "jobs", labelKey: "enterprises.vacancies.nav", order: 6 }, load: () => import("./vacancies/vacancies-page.tsx") },
];

export const searchSources: readonly SearchSource[] = [
  { id: "organisations", labelKey: "enterprises.title", path: "/enterprises", load: async (query, context) => (await import("./search.ts")).searchOrganisations(query, context) },
];
