import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { ById, Day, Done, Dong, Id, MaybeWords, Month, PageNumber, Reason, SearchText, Vsco, Where, Worker, WorkerView } from "../contract.ts";
import { CHANNELS, EVIDENCE, NATURES, PLACE_KINDS } from "../rules/event.ts";

export const EvidenceShape = z.object({ kind: z.enum(EVIDENCE), note: MaybeWords });

/** `distinctReason`: why it is counted though another event of the same person looks like it. */
export const EventBody = z.object({
  worker: Worker, startedOn: Day, reportedOn: Day, channel: z.enum(CHANNELS), nature: z._default(z.enum(NATURES), "new"), placeKind: z.enum(PLACE_KINDS),
  employerId: z._default(z.nullable(Id), null), employerName: MaybeWords, job: MaybeWords, vsco: z._default(z.nullable(Vsco), null), wage: z._default(z.nullable(Dong), null),
  evidence: z._default(z.array(EvidenceShape).check(z.maxLength(12)), []), distinctReason: z._default(z.nullable(Reason), null),
});
export type EventBody = z.infer<typeof EventBody>;

export const EventRow = z.object({
  id: z.string(), ...WorkerView, startedOn: z.string(), reportedOn: z.string(), channel: z.enum(CHANNELS), nature: z.enum(NATURES), placeKind: z.enum(PLACE_KINDS), employerId: z.nullable(z.string()),
  employerName: z.nullable(z.string()), job: z.nullable(z.string()), vsco: z.nullable(z.string()), wage: z.nullable(z.number()), evidence: z.array(z.object({ kind: z.enum(EVIDENCE), note: z.nullable(z.string()) })),
  distinctReason: z.nullable(z.string()), verifiedOn: z.nullable(z.string()), verifiedBy: z.nullable(z.string()), loanId: z.nullable(z.string()), outcomeId: z.nullable(z.string()), overseasId: z.nullable(z.string()),
  placementId: z.nullable(z.string()), version: z.number(),
});
export type EventRow = z.infer<typeof EventRow>;

export const EVENT_SORTS = ["started", "-started", "name", "-name", "hamlet", "-hamlet", "employer", "-employer"] as const;
const asked = {
  ...Where, from: z.optional(Day), /** the last day, included */ to: z.optional(Day), channel: z.optional(z.enum(CHANNELS)), nature: z.optional(z.enum(NATURES)), place: z.optional(z.enum(PLACE_KINDS)), hamlet: z.optional(Id), q: SearchText,
  identified: z.optional(z.enum(["yes", "no"])), verified: z.optional(z.enum(["yes", "no"])), loan: z.optional(Id), /** an organisation: events that name it, by itself or by its name */ employer: z.optional(Id), sort: z._default(z.enum(EVENT_SORTS), "-started"),
};
export const EventQuery = z.object(asked);
export type EventQuery = z.infer<typeof EventQuery>;

const Counts = z.object({
  /** lượt: new events */ events: z.number(), /** người: distinct people among them */ people: z.number(), unidentified: z.number(), kept: z.number(), overseas: z.number(), loan: z.number(), outsideProvince: z.number(), unverified: z.number(),
});
export type Counts = z.infer<typeof Counts>;
const May = z.object({ enter: z.boolean(), keep: z.boolean(), verify: z.boolean() });
const Warning = z.object({ code: z.string(), text: z.string() });
export const Added = z.object({ id: z.string(), warnings: z.array(Warning) });

/** One line of the monthly list of a hamlet. */
export const MonthLine = z.object({
  personId: z._default(z.nullable(Id), null), fullName: z.string().check(z.trim(), z.minLength(2), z.maxLength(120)), birthYear: z._default(z.nullable(z.int().check(z.gte(1900), z.lte(2200))), null),
  sex: z._default(z.union([z.literal(0), z.literal(1), z.literal(2)]), 0), startedOn: Day, channel: z.enum(CHANNELS), placeKind: z.enum(PLACE_KINDS), employerName: MaybeWords, job: MaybeWords, distinctReason: z._default(z.nullable(Reason), null),
});
export type MonthLine = z.infer<typeof MonthLine>;
export const MonthBody = z.object({ hamletId: Id, month: Month, reportedOn: Day, reporter: z.string().check(z.trim(), z.minLength(2), z.maxLength(120)), lines: z.array(MonthLine).check(z.maxLength(200)) });
export type MonthBody = z.infer<typeof MonthBody>;
const MonthRow = z.object({
  hamletId: z.string(), hamlet: z.string(), unit: z.string(), /** null: nothing was reported, so nothing is known */ reportedOn: z.nullable(z.string()), reporter: z.nullable(z.string()), events: z.number(), people: z.number(), unverified: z.number(),
});
export type MonthRow = z.infer<typeof MonthRow>;

const Cell = z.object({ month: z.number(), channel: z.enum(CHANNELS), events: z.number() });
const Plan = z.nullable(z.object({ value: z.number(), document: z.string(), kind: z.string(), /** machine text, one decimal; null where the plan is 0 */ percent: z.nullable(z.string()) }));
export const Board = z.object({
  year: z.number(), to: z.string(), counts: Counts, /** the same days of the year before; null: nothing is on file for them */ before: z.nullable(Counts), months: z.array(z.object({ month: z.number(), events: z.number(), people: z.number(), hamletsReported: z.number() })), cells: z.array(Cell), hamlets: z.number(),
  /** each against its own count */ plans: z.object({ people: Plan, events: Plan }), /** hirings that other records tell of */ proposals: z.object({ waiting: z.number(), flagged: z.number() }),
  retentionDue: z.number(), may: May,
});
export type Board = z.infer<typeof Board>;

export const eventRoutes = {
  events: route({ method: "GET", path: "/jobs/events", summary: "Lượt giải quyết việc làm", query: z.object({ ...asked, page: PageNumber }), answer: z.object({ total: z.number(), page: z.number(), perPage: z.number(), counts: Counts, rows: z.array(EventRow), may: May }) }),
  event: route({ method: "GET", path: "/jobs/events/:id", summary: "Một lượt giải quyết việc làm", params: ById, query: z.object({ on: Day }), answer: z.object({ row: EventRow, may: May }) }),
  addEvent: route({ method: "POST", path: "/jobs/events", summary: "Ghi một lượt giải quyết việc làm", body: EventBody, answer: Added }),
  correctEvent: route({ method: "POST", path: "/jobs/events/:id/correct", summary: "Sửa một lượt: hủy và ghi lại", params: ById, body: z.object({ event: EventBody, reason: Reason, baseVersion: z.int() }), answer: Added }),
  voidEvent: route({ method: "POST", path: "/jobs/events/:id/void", summary: "Hủy lượt ghi sai", params: ById, body: z.object({ reason: Reason }), answer: Done }),
  verifyEvents: route({ method: "POST", path: "/jobs/events/verify", summary: "Xác nhận các lượt đã báo", body: z.object({ ids: z.array(Id).check(z.minLength(1), z.maxLength(500)) }), answer: z.object({ verified: z.number() }) }),
  verifyAll: route({
    method: "POST", path: "/jobs/events/verify-all", summary: "Xác nhận mọi lượt chưa xác nhận của danh sách đang lọc", body: z.object({ query: EventQuery, /** how many the officer was shown; another number refuses */ expected: z.int().check(z.gte(1)) }), answer: z.object({ verified: z.number() }),
  }),
  exportEvents: route({ method: "POST", path: "/jobs/events/export", summary: "Xuất danh sách lượt giải quyết việc làm", body: z.object({ query: EventQuery, purpose: Reason }), answer: "file" }),
  months: route({ method: "GET", path: "/jobs/months", summary: "Báo cáo việc làm tháng của các ấp", query: z.object({ ...Where, month: Month }), answer: z.object({ rows: z.array(MonthRow), may: May }) }),
  reportMonth: route({
    method: "POST", path: "/jobs/months", summary: "Nhập danh sách việc làm tháng của một ấp", body: MonthBody,
    answer: z.object({ id: z.string(), added: z.number(), /** lines that were not taken, by their place in the list */ refused: z.array(z.object({ line: z.number(), code: z.string(), text: z.string() })) }),
  }),
  board: route({ method: "GET", path: "/jobs/board", summary: "Việc làm theo tháng và kênh, so kế hoạch", query: z.object({ ...Where, year: z.coerce.number().check(z.int(), z.gte(2000), z.lte(2200)) }), answer: Board }),
};
