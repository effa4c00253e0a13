import type { Screen } from "../../web/screen.ts";

const ASKERS = ["commune", "province", "training_centre", "district", "leader", "auditor"] as const;

export const screens: readonly Screen[] = [
  { path: "/training/allowance", titleKey: "training.allowance.title", nav: { group: "training", labelKey: "training.allowance.nav", order: 40 }, roles: ASKERS, load: () => import("./allowance/calculator-page.tsx") },
  { path: "/training/payment-check", titleKey: "training.paymentCheck.title", nav: { group: "training", labelKey: "training.paymentCheck.nav", order: 45 }, roles: ASKERS, load: () => import("./allowance/payment-check-page.tsx") },
];
