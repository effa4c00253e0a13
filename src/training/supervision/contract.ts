import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { route } from "../../platform/http/contract.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const Id = z.string().check(z.uuid());
const ById = z.object({ id: Id });
const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const Long = z.string().check(z.trim(), z.minLength(3), z.maxLength(2_000));
const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
const Count = z.int().check(z.gte(0), z.lte(1_000));
const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));
const MaybeString = z.nullable(z.string());

export const CONCLUSIONS = ["good", "remarks", "wrong"] as const;
export const VisitBody = z.object({
  classId: Id, onDate: Day, visitors: Text, announced: z.boolean(), present: Count, enrolled: Count, teacherThere: maybe(z.boolean()), found: Long, conclusion: z.enum(CONCLUSIONS), mendBy: maybe(Day),
});
export type VisitBody = z.infer<typeof VisitBody>;

export const VisitRow = z.object({
  id: z.string(), classId: z.string(), className: z.string(), classCode: z.string(), provider: z.string(), onDate: z.string(), visitors: z.string(), announced: z.boolean(), present: z.number(), enrolled: z.number(), teacherThere: z.nullable(z.boolean()),
  found: z.string(), conclusion: z.enum(CONCLUSIONS), mendBy: MaybeString, mendedOn: MaybeString, mendedNote: MaybeString, late: z.boolean(), version: z.number(), may: z.boolean(),
});
export type VisitRow = z.infer<typeof VisitRow>;
export const UnvisitedRow = z.object({ classId: z.string(), code: z.string(), name: z.string(), provider: z.string(), openedOn: MaybeString, learners: z.number(), may: z.boolean() });
export type UnvisitedRow = z.infer<typeof UnvisitedRow>;

export const SETTLEMENT_STATES = ["open", "submitted", "returned", "settled"] as const;
const PaperView = z.object({ code: z.string(), name: z.string(), have: z.boolean(), on: MaybeString, note: MaybeString });
export const SettlementRow = z.object({
  contractId: z.string(), number: z.string(), provider: z.string(), unit: z.string(), signedOn: MaybeString, amountDong: z.number(), classes: z.number(), closed: z.number(), paidDong: z.number(), state: z.enum(SETTLEMENT_STATES), stateOn: MaybeString,
  minutesNo: MaybeString, settledOn: MaybeString, settledDong: z.nullable(z.number()), note: MaybeString, version: z.number(), papers: z.array(PaperView), missing: z.number(), may: z.object({ fill: z.boolean(), settle: z.boolean() }),
});
export type SettlementRow = z.infer<typeof SettlementRow>;

/** `reason`: to settle although papers are missing (the list of papers was not read in a text). */
export const SettlementStep = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("submit") }),
  z.object({ kind: z.literal("giveBack"), reason: Reason }),
  z.object({ kind: z.literal("settle"), minutesNo: Text, amountDong: z.int().check(z.gte(0), z.lte(1_000_000_000_000)), reason: maybe(Reason) }),
]);
export type SettlementStep = z.infer<typeof SettlementStep>;
const Paged = { area: z.string(), on: Day };

export const supervisionRoutes = {
  classVisits: route({ method: "GET", path: "/training/visits", summary: "Các lần kiểm tra lớp, và lớp đang học chưa được kiểm tra", query: z.object(Paged), answer: z.object({ rows: z.array(VisitRow), unvisited: z.array(UnvisitedRow), may: z.boolean() }) }),
  addVisit: route({ method: "POST", path: "/training/visits", summary: "Ghi một lần kiểm tra lớp", body: VisitBody, answer: z.object({ id: z.string() }) }),
  mendVisit: route({ method: "POST", path: "/training/visits/:id/mend", summary: "Ghi đã khắc phục", params: ById, body: z.object({ baseVersion: z.int(), on: Day, note: Reason }), answer: z.object({ version: z.number() }) }),
  voidVisit: route({ method: "POST", path: "/training/visits/:id/void", summary: "Hủy lần kiểm tra ghi sai", params: ById, body: z.object({ reason: Reason }), answer: z.object({ id: z.string() }) }),
  settlements: route({ method: "GET", path: "/training/settlements", summary: "Hồ sơ thanh lý của các hợp đồng đào tạo", query: z.object(Paged), answer: z.object({ rows: z.array(SettlementRow), mark: MaybeString }) }),
  saveSettlementPapers: route({
    method: "POST", path: "/training/contracts/:id/papers", summary: "Đánh dấu giấy tờ thanh lý đã có", params: ById,
    body: z.object({ baseVersion: z.int().check(z.gte(0)), papers: z.array(z.object({ code: z.string().check(z.regex(/^[a-z_]{2,40}$/)), have: z.boolean(), on: maybe(Day), note: maybe(Text) })).check(z.maxLength(60)) }), answer: z.object({ version: z.number() }),
  }),
  stepSettlement: route({ method: "POST", path: "/training/contracts/:id/settlement", summary: "Nộp, trả lại, thanh lý", params: ById, body: z.object({ baseVersion: z.int().check(z.gte(0)), on: Day, step: SettlementStep }), answer: z.object({ state: z.string(), version: z.number() }) }),
};
