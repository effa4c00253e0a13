import type { Screen } from "../../web/screen.ts";

const ASKERS = ["commune", "province", "training_centre", "district", "leader", "auditor"] as const;

const OFFICES = ["commune", "province"] as const;
const LOOKERS = ["commune", "province", "training_centre", "district", "leader", "auditor"] as const;

export const screens: readonly Screen[] = [
  { path: "/training/classes", titleKey: "training.classes.title", nav: { group: "training", labelKey: "training.classes.nav", order: 10 }, roles: LOOKERS, load: () => import("./classes/classes-page.tsx") },
  { path: "/training/classes/new", titleKey: "training.class.new", roles: OFFICES, load: () => import("./classes/new-class-page.tsx") },
  { path: "/training/classes/$id", titleKey: "training.class.title", roles: LOOKERS, load: () => import("./classes/class-page.tsx") },
  { path: "/training/sessions/$id", titleKey: "training.attendance.title", roles: LOOKERS, load: () => import("./classes/attendance-page.tsx") },
  { path: "/training/certificates", titleKey: "training.certificates.title", nav: { group: "training", labelKey: "training.certificates.nav", order: 15 }, roles: LOOKERS, load: () => import("./classes/certificates-page.tsx") },
  { path: "/training/money", titleKey: "training.money.title", nav: { group: "training", labelKey: "training.money.nav", order: 20 }, roles: ["commune", "province", "district", "leader", "auditor"], load: () => import("./catalogue/money-page.tsx") },
  { path: "/training/trades", titleKey: "training.trades.title", nav: { group: "training", labelKey: "training.trades.nav", order: 25 }, roles: [...LOOKERS, "surveyor", "job_centre"], load: () => import("./catalogue/trades-page.tsx") },
  { path: "/training/allowance", titleKey: "training.allowance.title", nav: { group: "training", labelKey: "training.allowance.nav", order: 40 }, roles: ASKERS, load: () => import("./allowance/calculator-page.tsx") },
  { path: "/training/payment-check", titleKey: "training.paymentCheck.title", nav: { group: "training", labelKey: "training.paymentCheck.nav", order: 45 }, roles: ASKERS, load: () => import("./allowance/payment-check-page.tsx") },
];
