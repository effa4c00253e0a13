import type { Screen } from "../../web/screen.ts";
import type { SearchSource } from "../../web/search-source.ts";

const ENTERERS = ["surveyor", "commune", "province", "job_centre"] as const;
const READERS = [...ENTERERS, "district", "leader"] as const;

export const screens: readonly Screen[] = [
  { path: "/jobs", titleKey: "jobs.board.title", nav: { group: "jobs", labelKey: "jobs.board.nav", order: 1 }, roles: READERS, load: () => import("./events/board-page.tsx") },
  { path: "/jobs/events", titleKey: "jobs.events.title", nav: { group: "jobs", labelKey: "jobs.events.nav", order: 2 }, roles: READERS, load: () => import("./events/events-page.tsx") },
  { path: "/jobs/proposals", titleKey: "jobs.proposals.title", nav: { group: "jobs", labelKey: "jobs.proposals.nav", order: 2 }, roles: READERS, load: () => import("./proposals/proposals-page.tsx") },
  { path: "/jobs/months", titleKey: "jobs.months.title", nav: { group: "jobs", labelKey: "jobs.months.nav", order: 3 }, roles: READERS, load: () => import("./events/months-page.tsx") },
  { path: "/jobs/labour", titleKey: "jobs.labour.title", nav: { group: "jobs", labelKey: "jobs.labour.title", order: 8 }, roles: READERS, load: () => import("./labour/labour-page.tsx") },
  { path: "/jobs/labour/new", titleKey: "jobs.labour.new", roles: ENTERERS, load: () => import("./labour/labour-form-page.tsx") },
  { path: "/jobs/registration-assists", titleKey: "jobs.assist.title", nav: { group: "jobs", labelKey: "jobs.assist.title", order: 9 }, roles: READERS, load: () => import("./labour/assists-page.tsx") },
  { path: "/jobs/seekers", titleKey: "jobs.seekers.title", nav: { group: "jobs", labelKey: "jobs.seekers.nav", order: 4 }, roles: READERS, load: () => import("./seekers/seekers-page.tsx") },
  { path: "/jobs/seekers/$id", titleKey: "jobs.seekers.one", roles: READERS, load: () => import("./seekers/seeker-page.tsx") },
  { path: "/jobs/referrals", titleKey: "jobs.referrals.title", nav: { group: "jobs", labelKey: "jobs.referrals.nav", order: 7 }, roles: READERS, load: () => import("./seekers/referrals-page.tsx") },
  { path: "/jobs/retention", titleKey: "jobs.retention.title", nav: { group: "jobs", labelKey: "jobs.retention.nav", order: 8 }, roles: READERS, load: () => import("./seekers/retention-page.tsx") },
  { path: "/jobs/advice", titleKey: "jobs.advice.pageTitle", nav: { group: "jobs", labelKey: "jobs.advice.nav", order: 10 }, roles: READERS, load: () => import("./advice/advice-page.tsx") },
  { path: "/jobs/loans", titleKey: "jobs.loans.title", nav: { group: "jobs", labelKey: "jobs.loans.nav", order: 11 }, roles: READERS, load: () => import("./loans/loans-page.tsx") },
];

export const searchSources: readonly SearchSource[] = [
  { id: "seekers", labelKey: "jobs.seekers.title", path: "/jobs/seekers", load: async (query, context) => (await import("./search.ts")).searchSeekers(query, context) },
];
