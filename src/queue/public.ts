// What features tell the work queue with.
export { MOST_LINES, soonAfter, stateOf, unitOfHamlet, withRest, type QueueAsked, type QueueItem, type QueueSource } from "./item.ts";
