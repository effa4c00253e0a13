import type { Screen } from "../../web/screen.ts";
import type { SearchSource } from "../../web/search-source.ts";

const CASE_READERS = ["commune", "province", "district", "leader", "auditor"] as const;
const ASKERS = ["commune", "province", "training_centre", "district", "leader", "auditor"] as const;

const OFFICES = ["commune", "province"] as const;
const LOOKERS = ["commune", "province", "training_centre", "district", "leader", "auditor"] as const;
const READERS = ["surveyor", "commune", "district", "province", "leader", "auditor"] as const;
const COLLECTORS = ["surveyor", "commune", "province"] as const;
const FOLLOWERS = [...READERS, "training_centre"] as const;

export const screens: readonly Screen[] = [
  { path: "/training/classes", titleKey: "training.classes.title", nav: { group: "training", labelKey: "training.classes.nav", order: 10 }, roles: LOOKERS, load: () => import("./classes/classes-page.tsx") },
  { path: "/training/classes/new", titleKey: "training.class.new", roles: OFFICES, load: () => import("./classes/new-class-page.tsx") },
  { path: "/training/classes/$id", titleKey: "training.class.title", roles: LOOKERS, load: () => import("./classes/class-page.tsx") },
  { path: "/training/sessions/$id", under: "/training/classes", titleKey: "training.attendance.title", roles: LOOKERS, load: () => import("./classes/attendance-page.tsx") },
  { path: "/training/certificates", titleKey: "training.certificates.title", nav: { group: "training", labelKey: "training.certificates.nav", order: 15 }, roles: LOOKERS, load: () => import("./classes/certificates-page.tsx") },
  { path: "/training/money", titleKey: "training.money.title", nav: { group: "training", labelKey: "training.money.nav", order: 20 }, roles: ["commune", "province", "district", "leader", "auditor"], load: () => import("./catalogue/money-page.tsx") },
  { path: "/training/trades", titleKey: "training.trades.title", nav: { group: "training", labelKey: "training.trades.nav", order: 25 }, roles: [...LOOKERS, "surveyor", "job_centre"], load: () => import("./catalogue/trades-page.tsx") },
  { path: "/training/dashboard", titleKey: "training.dashboard.title", nav: { group: "training", labelKey: "training.dashboard.nav", order: 5 }, roles: FOLLOWERS, load: () => import("./dashboard/dashboard-page.tsx") },
  { path: "/training/needs", titleKey: "training.needs.title", nav: { group: "training", labelKey: "training.needs.nav", order: 8 }, roles: READERS, load: () => import("./needs/needs-page.tsx") },
  { path: "/training/needs/new", titleKey: "training.needNew.title", roles: COLLECTORS, load: () => import("./needs/new-need-page.tsx") },
  { path: "/training/follow-ups", titleKey: "training.followUps.title", nav: { group: "training", labelKey: "training.followUps.nav", order: 30 }, roles: FOLLOWERS, load: () => import("./follow-up/follow-ups-page.tsx") },
  { path: "/training/follow-ups/$id", titleKey: "training.followUpClass.title", roles: FOLLOWERS, load: () => import("./follow-up/follow-up-page.tsx") },
  { path: "/training/self-taught", titleKey: "training.selfTaught.title", nav: { group: "training", labelKey: "training.selfTaught.nav", order: 35 }, roles: READERS, load: () => import("./self-taught/self-taught-page.tsx") },
  { path: "/training/self-taught/new", titleKey: "training.selfTaughtNew.title", roles: COLLECTORS, load: () => import("./self-taught/new-self-taught-page.tsx") },
  { path: "/training/tables", titleKey: "training.tables.title", nav: { group: "training", labelKey: "training.tables.nav", order: 50 }, roles: FOLLOWERS, load: () => import("./tables/tables-page.tsx") },
  { path: "/training/allowance", titleKey: "training.allowance.title", nav: { group: "training", labelKey: "training.allowance.nav", order: 40 }, roles: ASKERS, load: () => import("./allowance/calculator-page.tsx") },
  { path: "/training/allowance-lists", titleKey: "training.lists.title", nav: { group: "training", labelKey: "training.lists.nav", order: 41 }, roles: ASKERS, load: () => import("./allowance/lists-page.tsx") },
  { path: "/training/allowance-lists/$id", titleKey: "training.lists.one", roles: ASKERS, load: () => import("./allowance/list-page.tsx") },
  { path: "/training/support-cases", titleKey: "training.cases.title", nav: { group: "training", labelKey: "training.cases.nav", order: 42 }, roles: CASE_READERS, load: () => import("./allowance/cases-page.tsx") },
  { path: "/training/support-cases/$id", titleKey: "training.cases.one", roles: CASE_READERS, load: () => import("./allowance/case-page.tsx") },
  { path: "/training/supervision", titleKey: "training.supervision.title", nav: { group: "training", labelKey: "training.supervision.nav", order: 43 }, roles: ASKERS, load: () => import("./allowance/supervision-page.tsx") },
  { path: "/training/payment-check", titleKey: "training.paymentCheck.title", nav: { group: "training", labelKey: "training.paymentCheck.nav", order: 45 }, roles: ASKERS, load: () => import("./allowance/payment-check-page.tsx") },
];

export const searchSources: readonly SearchSource[] = [
  { id: "classes", labelKey: "training.classes.title", path: "/training/classes", load: async (query, context) => (await import("./search.ts")).searchClasses(query, context) },
];
