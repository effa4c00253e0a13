// What other features and main.ts may use of labour away and abroad.
export { addOverseasWish, type AddedWish, type OverseasWish } from "./overseas/add-wish.ts";
export { awayList } from "./lists/away-list.ts";
export { overseasList } from "./lists/overseas-list.ts";
export { countOverseas, type CountAsked, type OverseasCounts } from "./tables/count.ts";
export type { MigrationContributions } from "./tables/read.ts";
export { migrationQueue } from "./queue/source.ts";
export { migrationTimeline } from "./timeline.ts";
