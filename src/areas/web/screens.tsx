import type { Screen } from "../../web/screen.ts";

export const screens: readonly Screen[] = [
  { path: "/areas", titleKey: "areas.list.title", nav: { group: "admin", labelKey: "areas.list.nav", order: 10 }, load: () => import("./area-list.tsx") },
  { path: "/areas/types", titleKey: "areas.types.title", nav: { group: "admin", labelKey: "areas.types.nav", order: 11 }, load: () => import("./area-types.tsx") },
  { path: "/areas/$uid", titleKey: "areas.unit.title", load: () => import("./unit-page.tsx") },
];
