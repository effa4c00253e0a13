import type { Screen } from "../../web/screen.ts";

export const screens: readonly Screen[] = [
  { path: "/check-figures", titleKey: "indicators.checker.title", nav: { group: "reports", labelKey: "indicators.checker.nav", order: 9 }, load: () => import("./check/check-figures.tsx") },
];
