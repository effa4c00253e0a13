import type { Screen } from "../../web/screen.ts";

/** policy.ts asks the same of every request. */
const MANAGERS = ["admin", "province"] as const;

export const screens: readonly Screen[] = [
  { path: "/login", titleKey: "accounts.signIn.title", open: true, first: true, load: () => import("./sign-in.tsx") },
  { path: "/invitation/$token", titleKey: "accounts.invitation.title", open: true, load: () => import("./invitation.tsx") },
  { path: "/account", titleKey: "accounts.own.title", load: () => import("./own-account.tsx") },
  { path: "/accounts", titleKey: "accounts.list.title", nav: { group: "admin", labelKey: "accounts.list.nav", order: 1 }, roles: MANAGERS, load: () => import("./account-list.tsx") },
  { path: "/accounts/new", titleKey: "accounts.new.title", roles: MANAGERS, load: () => import("./new-account.tsx") },
];
