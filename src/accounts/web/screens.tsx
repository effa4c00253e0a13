import type { Screen } from "../../web/screen.ts";

export const screens: readonly Screen[] = [
  { path: "/login", titleKey: "accounts.signIn.title", open: true, load: () => import("./sign-in.tsx") },
  { path: "/invitation/$token", titleKey: "accounts.invitation.title", open: true, load: () => import("./invitation.tsx") },
  { path: "/account", titleKey: "accounts.own.title", load: () => import("./own-account.tsx") },
];
