import * as z from "zod/mini";
import { route } from "../platform/http/contract.ts";

/** Fields of work as people speak of them, in the order of the rail. */
export const QUEUE_FIELDS = ["poverty", "training", "jobs", "fairs", "migration", "enterprises"] as const;
export type QueueField = (typeof QUEUE_FIELDS)[number];

/** late: past its day; due: its day is near; blocked: somebody else has to act first; open: to be done, no day is near or known. */
export const QUEUE_STATES = ["late", "due", "blocked", "open"] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

const MaybeString = z.nullable(z.string());

export const QueueItemView = z.object({
  key: z.string(), field: z.enum(QUEUE_FIELDS), code: z.string(), text: z.string(),
  /** why it cannot be done now, or who waits for it */
  why: MaybeString,
  unitUid: MaybeString, unit: MaybeString, hamlet: MaybeString, count: z.number(), dueOn: MaybeString, state: z.enum(QUEUE_STATES), certainty: MaybeString,
  /** page where it is done, with what its address says */
  to: z.string(), search: z.record(z.string(), z.string()),
});
export type QueueItemView = z.infer<typeof QueueItemView>;

export const queueRoutes = {
  queue: route({
    method: "GET", path: "/queue", summary: "Việc cần làm của một địa bàn: đến hạn, quá hạn, đang vướng", query: z.object({ area: z.string() }),
    answer: z.object({ on: z.string(), items: z.array(QueueItemView) }),
  }),
};
