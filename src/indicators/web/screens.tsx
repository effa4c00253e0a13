import type { Screen } from "../../web/screen.ts";

/** Everybody with an area. */
const BOARD_ROLES = ["surveyor", "commune", "district", "province", "leader", "auditor", "admin", "job_centre"] as const;

export const screens: readonly Screen[] = [
  { path: "/board", titleKey: "indicators.board.title", first: true, roles: BOARD_ROLES, load: () => import("./board/board-page.tsx"), nav: { group: "overview", labelKey: "indicators.board.nav", order: 1 } },
  { path: "/plans", titleKey: "indicators.plans.title", load: () => import("./plans/plans-page.tsx"), nav: { group: "indicators", labelKey: "indicators.plans.nav", order: 1 } },
  { path: "/check-figures", titleKey: "indicators.checker.title", nav: { group: "reports", labelKey: "indicators.checker.nav", order: 9 }, load: () => import("./check/check-figures.tsx") },
];
