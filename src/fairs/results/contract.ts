import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { ById, Day, Id, May, MaybeDay, MaybeId, MaybeString, MaybeText } from "../fields.ts";
import { OUTCOMES } from "../rules/steps.ts";

const MilestoneView = z.object({ milestone: z.union([z.literal(0), z.literal(30), z.literal(90)]), state: z.enum(["recorded", "late", "due", "waiting"]), outcome: z.nullable(z.enum(OUTCOMES)), onDate: MaybeString, employer: MaybeString, startedOn: MaybeString });
export const ResultRow = z.object({ visitId: z.string(), shortCode: z.string(), name: MaybeString, place: MaybeString, phone: MaybeString, steps: z.array(z.string()), employers: z.array(z.string()), milestones: z.array(MilestoneView) });
export type ResultRow = z.infer<typeof ResultRow>;
const Totals = z.array(z.object({ milestone: z.number(), asked: z.number(), working: z.number(), notWorking: z.number(), lost: z.number() }));

export const ResultBody = z.object({
  visitId: Id, milestone: z.union([z.literal(0), z.literal(30), z.literal(90)]), onDate: Day, outcome: z.enum(OUTCOMES), employerId: MaybeId, employerName: MaybeText, startedOn: MaybeDay, note: MaybeText,
});
export type ResultBody = z.infer<typeof ResultBody>;

export const resultRoutes = {
  fairResults: route({
    method: "GET", path: "/fairs/:id/results", summary: "Kết quả sau phiên: nhận việc, còn làm việc sau 30 và 90 ngày", params: ById, query: z.object({ due: z.optional(z.enum(["late", "due"])) }),
    answer: z.object({ rows: z.array(ResultRow), totals: Totals, may: May }),
  }),
  recordResult: route({ method: "POST", path: "/fairs/:id/results", summary: "Ghi kết quả của một người sau phiên", params: ById, body: ResultBody, answer: z.object({ id: z.string() }) }),
};
