import type { Screen } from "../../web/screen.ts";

const IMPORTERS = ["commune", "province"] as const;

export const screens: readonly Screen[] = [
  { path: "/import", titleKey: "poverty.import.start.title", nav: { group: "exchange", labelKey: "poverty.import.nav", order: 1 }, roles: IMPORTERS, load: () => import("./import/start-page.tsx") },
  { path: "/import/$id", titleKey: "poverty.import.title", roles: IMPORTERS, load: () => import("./import/job-page.tsx") },
  { path: "/check-list", titleKey: "poverty.import.check.title", nav: { group: "exchange", labelKey: "poverty.import.check.nav", order: 2 }, open: true, load: () => import("./import/check-page.tsx") },
];
