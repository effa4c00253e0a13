import type { Screen } from "../../web/screen.ts";
import type { SearchSource } from "../../web/search-source.ts";

const ENTERERS = ["surveyor", "commune", "province", "job_centre"] as const;
const READERS = [...ENTERERS, "district", "leader"] as const;

export const screens: readonly Screen[] = [
  { path: "/migration/overseas", titleKey: "migration.overseas.title", nav: { group: "migration", labelKey: "migration.overseas.nav", order: 1 }, roles: READERS, load: () => import("./overseas/overseas-page.tsx") },
  { path: "/migration/overseas/new", titleKey: "migration.wish.title", roles: ENTERERS, load: () => import("./overseas/wish-page.tsx") },
  { path: "/migration/overseas/$id", titleKey: "migration.case.title", roles: READERS, load: () => import("./overseas/case-page.tsx") },
  { path: "/migration/away", titleKey: "migration.away.title", nav: { group: "migration", labelKey: "migration.away.nav", order: 2 }, roles: READERS, load: () => import("./away/away-page.tsx") },
  { path: "/migration/away/$id", titleKey: "migration.awayOne.title", roles: READERS, load: () => import("./away/person-page.tsx") },
  { path: "/migration/tables", titleKey: "migration.tables.title", nav: { group: "migration", labelKey: "migration.tables.nav", order: 3 }, roles: ["commune", "province", "job_centre", "district", "leader"], load: () => import("./tables/tables-page.tsx") },
];

export const searchSources: readonly SearchSource[] = [
  { id: "overseas", labelKey: "migration.overseas.title", path: "/migration/overseas", load: async (query, context) => (await import("./search.ts")).searchOverseas(query, context) },
];
