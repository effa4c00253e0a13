// What other features and main.ts may use of jobs.
export { addJobEvent, type AddedEvent, type EventLinks, type NewJobEvent } from "./events/add-event.ts";
export type { JobsContributions } from "./events/board.ts";
export { countJobEvents, type CountAsked } from "./events/store.ts";
export type { Channel, Evidence, EvidenceKind, Nature, PlaceKind } from "./rules/event.ts";
export { voidOne as voidJobEvent } from "./events/enter.ts";
export { findEventOfCase, findOverseasEvent, linkOverseas, unlinkOverseas } from "./events/overseas-link.ts";
export { readLabour } from "./labour-status/labour-people.ts";
export { hiringOf } from "./events/hiring.ts";
export { sourcesOf } from "./proposals/sources.ts";
export { jobsQueue } from "./queue/source.ts";
export { jobsTimeline } from "./timeline.ts";
