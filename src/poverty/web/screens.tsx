import type { Screen } from "../../web/screen.ts";

const OFFICERS = ["commune", "province"] as const;

export const screens: readonly Screen[] = [
  { path: "/import", titleKey: "poverty.import.start.title", nav: { group: "exchange", labelKey: "poverty.import.nav", order: 1 }, roles: OFFICERS, load: () => import("./import/start-page.tsx") },
  { path: "/import/$id", titleKey: "poverty.import.title", roles: OFFICERS, load: () => import("./import/job-page.tsx") },
  { path: "/check-list", titleKey: "poverty.import.check.title", nav: { group: "exchange", labelKey: "poverty.import.check.nav", order: 2 }, open: true, load: () => import("./import/check-page.tsx") },
  { path: "/fill-form", titleKey: "poverty.formPage.title", nav: { group: "exchange", labelKey: "poverty.formPage.nav", order: 4 }, roles: OFFICERS, load: () => import("./receiver-form/form-page.tsx") },
  { path: "/compare-lists", titleKey: "poverty.comparePage.title", nav: { group: "exchange", labelKey: "poverty.comparePage.nav", order: 3 }, load: () => import("./compare/compare-page.tsx") },
  { path: "/review/rounds/$id", titleKey: "poverty.rounds.title", load: () => import("./workflow/round-page.tsx") },
  { path: "/review/cases/$id", titleKey: "poverty.work.household", load: () => import("./workflow/case-page.tsx") },
  { path: "/review", titleKey: "poverty.review.title", nav: { group: "poverty", labelKey: "poverty.review.nav", order: 1 }, load: () => import("./review/review-page.tsx") },
  { path: "/review/procedures", titleKey: "poverty.requests.title", nav: { group: "poverty", labelKey: "poverty.requests.nav", order: 8 }, load: () => import("./procedures/procedures-page.tsx") },
  { path: "/review/procedures/$id", titleKey: "poverty.requests.one", load: () => import("./procedures/procedure-page.tsx") },
  { path: "/review/movement", titleKey: "poverty.movementPage.title", nav: { group: "poverty", labelKey: "poverty.movementPage.nav", order: 5 }, load: () => import("./movement/movement-page.tsx") },
  { path: "/review/tables", titleKey: "poverty.tablesPage.title", nav: { group: "poverty", labelKey: "poverty.tablesPage.nav", order: 6 }, load: () => import("./tables/tables-page.tsx") },
  { path: "/review/check-table", under: "/review/tables", titleKey: "poverty.checkTable.title", load: () => import("./tables/check-page.tsx") },
  { path: "/review/reclassify", titleKey: "poverty.reclassify.title", nav: { group: "poverty", labelKey: "poverty.reclassify.nav", order: 2 }, roles: OFFICERS, load: () => import("./review/reclassify-page.tsx") },
  { path: "/review/assess", titleKey: "poverty.assess.title", nav: { group: "poverty", labelKey: "poverty.assess.nav", order: 3 }, load: () => import("./review/assess-page.tsx") },
  { path: "/review/papers", titleKey: "poverty.papers.title", nav: { group: "poverty", labelKey: "poverty.papers.nav", order: 7 }, roles: OFFICERS, load: () => import("./papers/papers-page.tsx") },
  { path: "/review/score-packs", titleKey: "poverty.packPage.title", nav: { group: "poverty", labelKey: "poverty.packPage.nav", order: 8 }, roles: OFFICERS, load: () => import("./score-pack/packs-page.tsx") },
  { path: "/review/score-packs/$id", titleKey: "poverty.packPage.title", roles: OFFICERS, load: () => import("./score-pack/pack-page.tsx") },
  { path: "/verify/$token", titleKey: "poverty.verify.title", open: true, load: () => import("./papers/verify-page.tsx") },
  { path: "/review/standards", titleKey: "poverty.standards.title", nav: { group: "poverty", labelKey: "poverty.standards.nav", order: 4 }, load: () => import("./review/standards-page.tsx") },
];
