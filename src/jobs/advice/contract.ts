import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { ById, Day, Done, MaybeWords, PageNumber, Reason, Where, Words, Worker, WorkerView } from "../contract.ts";

export const TOPICS = ["job", "training", "overseas", "unemployment_insurance", "labour_law", "other"] as const;
export const SESSION_KINDS = ["single", "group", "online"] as const;
export const VISIT_RESULTS = ["informed", "seeker", "referred", "training_need", "overseas_case", "returns"] as const;
const May = z.object({ enter: z.boolean(), keep: z.boolean(), verify: z.boolean() });

/** `unnamed`: listeners counted by hand whose names nobody wrote down. */
export const SessionBody = z.object({
  unitUid: z.string(), onDate: Day, kind: z.enum(SESSION_KINDS), topics: z.array(z.enum(TOPICS)).check(z.minLength(1)), place: MaybeWords, adviser: Words, unnamed: z._default(z.int().check(z.gte(0), z.lte(100_000)), 0), note: MaybeWords,
});
export type SessionBody = z.infer<typeof SessionBody>;
export const VisitBody = z.object({ worker: Worker, topic: z.enum(TOPICS), result: z.enum(VISIT_RESULTS), nextOn: z._default(z.nullable(Day), null), note: MaybeWords });
export type VisitBody = z.infer<typeof VisitBody>;

export const SessionRow = z.object({
  id: z.string(), unitUid: z.string(), unit: z.string(), onDate: z.string(), kind: z.enum(SESSION_KINDS), topics: z.array(z.enum(TOPICS)), place: z.nullable(z.string()), adviser: z.string(), note: z.nullable(z.string()),
  /** named visits, then those counted by hand: lượt is both, người only the named ones */ visits: z.number(), unnamed: z.number(), people: z.number(),
});
export type SessionRow = z.infer<typeof SessionRow>;
export const VisitRow = z.object({ id: z.string(), ...WorkerView, topic: z.enum(TOPICS), result: z.enum(VISIT_RESULTS), nextOn: z.nullable(z.string()), note: z.nullable(z.string()) });
export type VisitRow = z.infer<typeof VisitRow>;

const asked = { ...Where, from: z.optional(Day), to: z.optional(Day), topic: z.optional(z.enum(TOPICS)) };
export const AdviceQuery = z.object(asked);
export type AdviceQuery = z.infer<typeof AdviceQuery>;
const Counts = z.object({ sessions: z.number(), /** lượt: named and counted by hand */ visits: z.number(), /** of these counted by hand */ unnamed: z.number(), /** người: distinct named people */ people: z.number() });

export const adviceRoutes = {
  advice: route({ method: "GET", path: "/jobs/advice", summary: "Các buổi tư vấn", query: z.object({ ...asked, page: PageNumber }), answer: z.object({ total: z.number(), page: z.number(), perPage: z.number(), counts: Counts, rows: z.array(SessionRow), may: May }) }),
  exportAdvice: route({ method: "POST", path: "/jobs/advice/export", summary: "Xuất các buổi tư vấn", body: z.object({ query: AdviceQuery, purpose: Reason }), answer: "file" }),
  session: route({ method: "GET", path: "/jobs/advice/:id", summary: "Một buổi tư vấn", params: ById, query: z.object({ on: Day }), answer: z.object({ row: SessionRow, visits: z.array(VisitRow), may: May }) }),
  addSession: route({ method: "POST", path: "/jobs/advice", summary: "Ghi buổi tư vấn", body: SessionBody, answer: Done }),
  addVisit: route({ method: "POST", path: "/jobs/advice/:id/visits", summary: "Ghi người được tư vấn", params: ById, body: VisitBody, answer: Done }),
  voidSession: route({ method: "POST", path: "/jobs/advice/:id/void", summary: "Hủy buổi tư vấn ghi sai", params: ById, body: z.object({ reason: Reason }), answer: Done }),
  voidVisit: route({ method: "POST", path: "/jobs/advice-visits/:id/void", summary: "Hủy lượt tư vấn ghi sai", params: ById, body: z.object({ reason: Reason }), answer: Done }),
};
