import type { Screen } from "../../web/screen.ts";

export const screens: readonly Screen[] = [
  { path: "/board", titleKey: "indicators.board.title", nav: { group: "overview", labelKey: "indicators.board.nav", order: 1 }, load: () => import("./board-page.tsx") },
  { path: "/plans", titleKey: "indicators.plans.title", nav: { group: "indicators", labelKey: "indicators.plans.nav", order: 1 }, load: () => import("./plans-page.tsx") },
  { path: "/check-figures", titleKey: "indicators.checker.title", nav: { group: "reports", labelKey: "indicators.checker.nav", order: 9 }, load: () => import("./check/check-figures.tsx") },
];
