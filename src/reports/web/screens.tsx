import type { Screen } from "../../web/screen.ts";

export const screens: readonly Screen[] = [
  { path: "/reports", titleKey: "reports.narrative.title", load: () => import("./report-page.tsx"), nav: { group: "reports", labelKey: "reports.narrative.nav", order: 1 } },
];
