import type { Screen } from "../../web/screen.ts";
import type { SearchSource } from "../../web/search-source.ts";

const READERS = ["commune", "province", "job_centre", "leader", "auditor", "district"] as const;

export const screens: readonly Screen[] = [
  { path: "/fairs", titleKey: "fairs.list.title", nav: { group: "fairs", labelKey: "fairs.list.nav", order: 1 }, roles: READERS, load: () => import("./plan/fair-list.tsx") },
  { path: "/fairs/$id", titleKey: "fairs.one", roles: READERS, load: () => import("./plan/fair-page.tsx") },
  { path: "/fair-erasures", titleKey: "fairs.erasing.title", roles: ["commune", "province", "job_centre"], load: () => import("./erasing/erasures-page.tsx") },
  { path: "/fair-followups", titleKey: "fairs.followups.title", nav: { group: "fairs", labelKey: "fairs.followups.nav", order: 2 }, roles: READERS, load: () => import("./after/followups-page.tsx") },
  { path: "/register-fair/$token", titleKey: "fairs.register.title", open: true, load: () => import("./open/register-page.tsx") },
];

export const searchSources: readonly SearchSource[] = [
  { id: "fairs", labelKey: "fairs.list.title", path: "/fairs", load: async (query, context) => (await import("./search.ts")).searchFairs(query, context) },
];
