import type { Screen } from "../../web/screen.ts";

export const screens: readonly Screen[] = [
  { path: "/reports", titleKey: "reports.narrative.title", nav: { group: "reports", labelKey: "reports.narrative.nav", order: 1 }, load: () => import("./report-page.tsx") },
];
