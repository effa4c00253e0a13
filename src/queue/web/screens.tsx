import type { Screen } from "../../web/screen.ts";

export const screens: readonly Screen[] = [
  { path: "/work", titleKey: "queue.title", nav: { group: "overview", labelKey: "queue.title", order: 2 }, roles: ["commune", "province", "surveyor", "training_centre", "job_centre"], load: () => import("./list/queue-page.tsx") },
];
