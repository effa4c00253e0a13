import type { Screen } from "../../web/screen.ts";

const OFFICERS = ["commune", "province"] as const;

export const screens: readonly Screen[] = [
  { path: "/support/lists", titleKey: "support.lists.title", nav: { group: "poverty", labelKey: "support.lists.nav", order: 20 }, load: () => import("./lists-page.tsx") },
  { path: "/support/ledger", titleKey: "support.book.title", nav: { group: "poverty", labelKey: "support.book.nav", order: 21 }, load: () => import("./ledger-page.tsx") },
  { path: "/support/gaps", titleKey: "support.gap.title", nav: { group: "poverty", labelKey: "support.gap.nav", order: 22 }, load: () => import("./gaps-page.tsx") },
  { path: "/support/confirmations", titleKey: "support.confirm.title", nav: { group: "poverty", labelKey: "support.confirm.nav", order: 23 }, roles: OFFICERS, load: () => import("./confirm-page.tsx") },
  { path: "/support/policies", titleKey: "support.catalogue.title", nav: { group: "poverty", labelKey: "support.catalogue.nav", order: 24 }, load: () => import("./policies-page.tsx") },
];
