import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { route } from "../../platform/http/contract.ts";
import { WorkerInput } from "../../registry/rules/worker.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const Id = z.string().check(z.uuid());
const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const Long = z.string().check(z.trim(), z.minLength(3), z.maxLength(2000));
const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
const MaybeString = z.nullable(z.string());
const maybe = <T extends z.ZodMiniType>(type: T) => z.optional(z.nullable(type));
const Version = z.int().check(z.gte(1));
const Precision = z.enum(["day", "month", "year"]);
const Known = z.object({ on: Day, precision: Precision });
const ById = z.object({ id: Id });
const ByNeed = z.object({ id: Id, need: Id });

/** domestic: away in this country; cross_border: over the border without a contract; without_papers: came home from abroad without papers. The last two are no labour abroad. */
export const AWAY_KINDS = ["domestic", "cross_border", "without_papers"] as const;
export const NEED_KINDS = ["papers", "job", "training", "loan", "school", "health", "housing", "relief", "other"] as const;
export const NEED_RESULTS = ["met", "partly", "not_met", "dropped"] as const;
export const PLACES = ["own_province", "other_province", "abroad"] as const;

/** `destinationCode`: of a province of this country, or two letters of a country. A day is known as far as its precision. */
const Facts = {
  phone: maybe(Text), kind: z.enum(AWAY_KINDS), destination: Text, destinationCode: maybe(z.string().check(z.regex(/^(\d{2}|[A-Z]{2})$/))), industrialPark: maybe(Text), employer: maybe(Text), job: maybe(Text), contact: maybe(Text),
  left: maybe(Known), seasonal: z._default(z.boolean(), false), returned: maybe(Known), returnReason: maybe(Text), papers: maybe(Text), seenOn: Day,
};
export const AwayBody = z.object({ worker: WorkerInput, identity: maybe(z.string().check(z.maxLength(20))), ...Facts });
export type AwayBody = z.infer<typeof AwayBody>;

export const AwayRowView = z.object({
  id: z.string(), fullName: z.string(), birthDate: MaybeString, birthYear: z.nullable(z.number()), sex: z.number(), personId: MaybeString, hamletId: z.string(), hamlet: z.string(), unit: z.string(), kind: z.string(), destination: z.string(), destinationCode: MaybeString,
  industrialPark: MaybeString, employer: MaybeString, job: MaybeString, phone: MaybeString, contact: MaybeString, leftOn: MaybeString, leftPrecision: MaybeString, seasonal: z.boolean(), returnedOn: MaybeString, returnedPrecision: MaybeString, returnReason: MaybeString,
  papers: MaybeString, source: z.string(), seenOn: z.string(), openNeeds: z.number(), lateNeeds: z.number(), version: z.number(),
});
export type AwayRowView = z.infer<typeof AwayRowView>;

const May = z.object({ enter: z.boolean(), keep: z.boolean(), handle: z.boolean(), decide: z.boolean(), moveLists: z.boolean(), reveal: z.boolean() });
export const NeedView = z.object({
  id: z.string(), kind: z.string(), content: z.string(), owner: z.string(), dueOn: MaybeString, openedOn: z.string(), closedOn: MaybeString, result: MaybeString, late: z.boolean(), version: z.number(),
  steps: z.array(z.object({ on: z.string(), note: z.string() })),
});
export const AwayPageView = z.object({ row: AwayRowView, needs: z.array(NeedView), reaches: z.boolean(), may: May });
export type AwayPageView = z.infer<typeof AwayPageView>;

const Filter = {
  area: z.string(), on: Day, kind: z.optional(z.enum(AWAY_KINDS)), where: z.optional(z.enum(["away", "back"])), place: z.optional(z.enum(PLACES)), hamlet: z.optional(Id), need: z.optional(z.enum(["open", "late"])), q: z.optional(z.string()),
};
export type AwayFilter = { area: string; on: PlainDate; kind?: string | undefined; where?: string | undefined; place?: string | undefined; hamlet?: string | undefined; need?: string | undefined; q?: string | undefined };

export const OverviewRow = z.object({
  hamletId: z.string(), hamlet: z.string(), unit: z.string(), away: z.number(), women: z.number(), ownProvince: z.number(), otherProvince: z.number(), unclear: z.number(), seasonal: z.number(), crossBorder: z.number(), backThisYear: z.number(), withoutPapers: z.number(), openNeeds: z.number(), lateNeeds: z.number(), seenOn: MaybeString,
});
export type OverviewRow = z.infer<typeof OverviewRow>;

const Changed = z.object({ id: z.string(), version: z.number() });

export const awayRoutes = {
  awayOverview: route({ method: "GET", path: "/migration/away/overview", summary: "Lao động đi làm xa và trở về theo từng ấp", query: z.object({ area: z.string(), on: Day }), answer: z.object({ rows: z.array(OverviewRow), year: z.number() }) }),
  destinations: route({ method: "GET", path: "/migration/away/destinations", summary: "Tỉnh trong nước để chọn nơi đến", query: z.object({ on: Day }), answer: z.object({ own: MaybeString, provinces: z.array(z.object({ code: z.string(), name: z.string() })), countries: z.array(z.object({ code: z.string(), name: z.string() })) }) }),
  awayPeople: route({
    method: "GET", path: "/migration/away", summary: "Người đi làm xa và trở về", query: z.object({ ...Filter, page: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100_000)), 1) }),
    answer: z.object({ total: z.number(), page: z.number(), perPage: z.number(), rows: z.array(AwayRowView), may: May }),
  }),
  exportAway: route({ method: "POST", path: "/migration/away.xlsx", summary: "Xuất danh sách đúng như đang lọc", body: z.object({ ...Filter, purpose: Reason }), answer: "file" }),
  addAway: route({ method: "POST", path: "/migration/away", summary: "Ghi một người đi làm xa hoặc trở về", body: AwayBody, answer: z.object({ id: z.string(), identified: z.enum(["found", "ambiguous", "none"]) }) }),
  awayPerson: route({ method: "GET", path: "/migration/away/:id", summary: "Một người đi làm xa: nơi đến, nhu cầu hỗ trợ", params: ById, answer: AwayPageView }),
  correctAway: route({ method: "POST", path: "/migration/away/:id/correct", summary: "Sửa bản ghi: bản cũ được gạch, bản mới thay", params: ById, body: z.object({ baseVersion: Version, reason: Reason, ...Facts }), answer: Changed }),
  returnAway: route({ method: "POST", path: "/migration/away/:id/return", summary: "Ghi đã trở về", params: ById, body: z.object({ baseVersion: Version, returned: Known, reason: maybe(Text) }), answer: Changed }),
  voidAway: route({ method: "POST", path: "/migration/away/:id/void", summary: "Bỏ bản ghi nhầm", params: ById, body: z.object({ baseVersion: Version, reason: Reason }), answer: Changed }),
  addNeed: route({ method: "POST", path: "/migration/away/:id/needs", summary: "Ghi nhu cầu hỗ trợ, người phụ trách", params: ById, body: z.object({ kind: z.enum(NEED_KINDS), content: Long, owner: Text, on: Day, dueOn: maybe(Day) }), answer: Changed }),
  followNeed: route({ method: "POST", path: "/migration/away/:id/needs/:need/steps", summary: "Ghi diễn biến của nhu cầu", params: ByNeed, body: z.object({ on: Day, note: Long }), answer: Changed }),
  closeNeed: route({ method: "POST", path: "/migration/away/:id/needs/:need/close", summary: "Ghi kết quả của nhu cầu", params: ByNeed, body: z.object({ on: Day, result: z.enum(NEED_RESULTS), note: Long }), answer: Changed }),
};
