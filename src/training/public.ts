// What other features may use of vocational training.
export { normOn, trades, type Norm, type Trade } from "./catalogue/trades.ts";
export { getClass, type TrainingClass } from "./classes/store.ts";
export { enrolmentsOfClass, getEnrolment, type Enrolment } from "./learners/store.ts";
export { attendedDays, type MarkedSession } from "./rules/attendance.ts";
export { markedSessions } from "./timetable/marks.ts";
export { mayCollect as mayCollectNeeds } from "./needs/policy.ts";
export { addNeed } from "./needs/collect.ts";
export type { NewNeed } from "./needs/contract.ts";
export { outcomeStates, workingOutcomes, type WorkingOutcome } from "./outcomes/working.ts";
export type { LabourPerson, ReadLabour } from "./tables/facts.ts";
export { trainingQueue } from "./queue/source.ts";
export { trainingTimeline } from "./timeline.ts";
