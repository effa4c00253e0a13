import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { ById, Id, MaybeDay, MaybeId, MaybeString, MaybeText, Nothing, Reason } from "../fields.ts";
import { ACTION_STEPS, FUNNEL_STEPS } from "../rules/steps.ts";

export const ActionBody = z.object({
  visitId: Id, step: z.enum(ACTION_STEPS), employerId: MaybeId, vacancyId: MaybeId,
  /** f7: market; f8: trade; f9: what the advice was about */
  topic: MaybeText, onDate: MaybeDay, nextOn: MaybeDay, result: MaybeText, owner: MaybeText, dueOn: MaybeDay,
});
export type ActionBody = z.infer<typeof ActionBody>;

export const TALLY_SOURCES = ["tally", "group", "document"] as const;
export const TallyBody = z.object({
  onDate: MaybeDay, source: z._default(z.enum(TALLY_SOURCES), "tally"), note: MaybeText,
  counts: z.array(z.object({ step: z.enum(FUNNEL_STEPS), count: z.int().check(z.gte(0), z.lte(1_000_000)), female: z.optional(z.nullable(z.int().check(z.gte(0), z.lte(1_000_000)))) })).check(z.minLength(1), z.maxLength(11)),
});
export type TallyBody = z.infer<typeof TallyBody>;

export const TallyView = z.object({ id: z.string(), step: z.string(), count: z.number(), female: z.nullable(z.number()), source: z.string(), note: MaybeString, onDate: z.string() });
export type TallyView = z.infer<typeof TallyView>;

export const boothRoutes = {
  recordAction: route({ method: "POST", path: "/fairs/:id/actions", summary: "Ghi một việc tại gian của phiên", params: ById, body: ActionBody, answer: z.object({ id: z.string(), followupId: MaybeString }) }),
  voidAction: route({ method: "POST", path: "/fairs/actions/:id/void", summary: "Bỏ một việc ghi nhầm", params: ById, body: z.object({ reason: Reason }), answer: Nothing }),
  tallies: route({ method: "GET", path: "/fairs/:id/tallies", summary: "Số đếm không có tên của phiên", params: ById, answer: z.object({ rows: z.array(TallyView) }) }),
  addTallies: route({ method: "POST", path: "/fairs/:id/tallies", summary: "Ghi số đếm trên giấy của những người không có tên", params: ById, body: TallyBody, answer: z.object({ ids: z.array(z.string()) }) }),
  voidTally: route({ method: "POST", path: "/fairs/tallies/:id/void", summary: "Bỏ số đếm ghi nhầm", params: ById, body: z.object({ reason: Reason }), answer: Nothing }),
};
