import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../kernel/date.ts";
import { route } from "../platform/http/contract.ts";
import { COUNTS, FIELDS } from "./rules/definition.ts";

const year = z.coerce.number().check(z.int(), z.gte(2000), z.lte(2200));
export const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
/** 2024-01-15T09:30:00Z, with up to six decimals of a second: what was on file at that moment is read. */
export const Moment = z.string().check(z.refine((text) => /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$/.test(text) && isPlainDate(text.slice(0, 10)), "YYYY-MM-DDThh:mm:ssZ"));

export const Missing = z.object({ code: z.string(), data: z.record(z.string(), z.unknown()), message: z.string() });
export type Missing = z.infer<typeof Missing>;

export const FigureView = z.object({
  indicator: z.string(),
  /** machine text; null when there is no number */
  value: z.nullable(z.string()),
  text: z.nullable(z.string()),
  unit: z.string(),
  /** the unit to print behind the text, in the caller's language; "" where the text carries it */
  unitName: z.string(),
  marks: z.array(z.string()),
  missing: z.nullable(Missing),
});
export type FigureView = z.infer<typeof FigureView>;

export const PlanView = z.object({
  id: z.string(), indicator: z.string(), unitUid: z.string(), year: z.number(), toYear: z.nullable(z.number()), planKind: z.string(), value: z.string(), text: z.string(), kind: z.string(),
  document: z.string(), documentDate: z.nullable(z.string()), recordedAt: z.string(), voided: z.boolean(), voidReason: z.nullable(z.string()),
});
export type PlanView = z.infer<typeof PlanView>;

/** Beside a plan of several years: of the equal share of one year, of the whole, and all its years up to now. */
const OfTerm = z.object({
  plan: PlanView,
  /** "2021–2025" */
  years: z.string(),
  slice: FigureView, sliceText: z.string(), sliceReckoning: z.nullable(z.string()), total: FigureView, totalReckoning: z.nullable(z.string()),
  toDate: z.nullable(z.object({ text: z.string(), percent: FigureView, reckoning: z.nullable(z.string()) })),
});

export const Tile = z.object({
  indicator: z.string(), name: z.string(), field: z.enum(FIELDS), unit: z.string(), nature: z.enum(["flow", "level"]), direction: z.enum(["up", "down", "none"]),
  figure: FigureView,
  /** of a level: at the start of the period; of a flow: of the same period last year */
  before: FigureView,
  plan: z.nullable(PlanView), percentOfPlan: z.nullable(FigureView), percentOfSamePeriod: z.nullable(FigureView),
  /** of a level that should fall: did it come down to its plan */
  planMet: z.nullable(z.boolean()),
  term: z.nullable(OfTerm),
});
export type Tile = z.infer<typeof Tile>;

const Area = z.object({ uid: z.string(), fullName: z.string() });
/** Of a planned indicator: the plan that counts, how much of it was reached, and whether a level that should fall came down to it. */
const Planned = z.object({ plan: PlanView, percentOfPlan: z.nullable(FigureView), planMet: z.nullable(z.boolean()) });
const RowOfArea = z.object({ uid: z.string(), code: z.string(), name: z.string(), figures: z.record(z.string(), FigureView), plans: z.record(z.string(), Planned) });
/** `ruleset`: the standard by which the statuses of the day were recognised; a trend breaks where it changes. */
const TrendPoint = z.object({ year: z.number(), on: z.string(), figures: z.record(z.string(), FigureView), ruleset: z.nullable(z.string()) });
const PeriodView = z.object({ code: z.string(), name: z.string(), year: z.number(), startsOn: z.string(), endsOn: z.string() });

export const Board = z.object({
  area: Area,
  period: PeriodView,
  on: z.string(), previousOn: z.string(),
  tiles: z.array(Tile), communes: z.array(RowOfArea), trend: z.array(TrendPoint),
  /** communes of today's borders, so that the map may be drawn */
  bordersOfToday: z.boolean(),
  /** two numbers that should be equal and are not; machine text */
  residuals: z.array(z.object({ indicator: z.string(), name: z.string(), kind: z.enum(["document", "plan"]), sum: z.string(), total: z.string() })),
});
export type Board = z.infer<typeof Board>;

export const SIDES = ["now", "previous"] as const;
/** A household behind a count: its class where it is on a list, null where it only lives there. */
export const SourceRow = z.object({
  householdId: z.string(), headName: z.string(), hamlet: z.string(), class: z.nullable(z.string()), members: z.number(),
  decisionNo: z.nullable(z.string()), decisionDate: z.nullable(z.string()),
});
export type SourceRow = z.infer<typeof SourceRow>;

/** A row of a register behind a count of happenings; `amount` is 1 except for a tally. Several rows of one person come as one. */
export const SourceEntry = z.object({
  id: z.string(), name: z.string(),
  /** hamlet or unit */
  place: z.string(),
  /** of the happening; null where only the year is known */
  on: z.nullable(z.string()),
  detail: z.string(), amount: z.number(),
});
export type SourceEntry = z.infer<typeof SourceEntry>;

const SourceInput = z.object({
  count: z.enum(COUNTS), label: z.string(), side: z.enum(SIDES), on: z.string(), value: z.string(), text: z.string(), source: z.string(), kind: z.string(),
  /** what the registry, declared complete, says instead; null when it says the same or nothing */
  registry: z.nullable(z.string()),
});

/** What one count is made of: its rows, the population entered and the documents add up to it. */
const Records = z.object({
  /** null of what is only a target: it has no records */
  count: z.nullable(z.enum(COUNTS)), side: z.enum(SIDES), on: z.string(),
  total: z.number(), members: z.number(), page: z.number(), perPage: z.number(), items: z.array(SourceRow),
  population: z.array(z.object({ hamlet: z.string(), households: z.number(), persons: z.nullable(z.number()), source: z.string(), signer: z.nullable(z.string()), kind: z.string(), on: z.string() })),
  /** of a flow: its first day, its rows in place of households, and the communes that have none */
  flow: z.nullable(z.object({ from: z.string(), entries: z.array(SourceEntry), silent: z.array(z.string()) })),
  documents: z.array(z.object({ unit: z.string(), value: z.number(), document: z.string(), kind: z.string(), on: z.string() })),
});
export type Records = z.infer<typeof Records>;

const Frozen = z.object({
  id: z.string(), frozenAt: z.string(), knownAt: z.string(), on: z.string(), value: z.string(), text: z.string(), same: z.boolean(),
  changes: z.array(z.object({ label: z.string(), on: z.string(), frozen: z.string(), now: z.string() })),
});
export type Frozen = z.infer<typeof Frozen>;

export const SourceView = z.object({
  indicator: z.string(), name: z.string(), area: Area, period: PeriodView, on: z.string(), previousOn: z.string(), knownAt: z.string(),
  definition: z.object({ text: z.string(), rounding: z.string(), source: z.string(), certainty: z.string() }),
  figure: FigureView,
  /** "2.354 ÷ 41.504 × 100 = 5,67%" */
  reckoning: z.nullable(z.string()),
  inputs: z.array(SourceInput),
  before: FigureView, percentOfSamePeriod: z.nullable(FigureView), samePeriodReckoning: z.nullable(z.string()),
  plans: z.array(PlanView), percentOfPlan: z.nullable(FigureView), planReckoning: z.nullable(z.string()), planMet: z.nullable(z.boolean()),
  term: z.nullable(OfTerm),
  boundaries: z.object({ on: z.string(), communes: z.array(z.string()) }),
  records: Records,
  frozen: z.array(Frozen),
});
export type SourceView = z.infer<typeof SourceView>;

export const TypedFigureView = z.object({
  id: z.string(), indicator: z.string(), unitUid: z.string(), on: z.string(), value: z.number(), text: z.string(), kind: z.string(), document: z.string(),
  recordedAt: z.string(), voided: z.boolean(), voidReason: z.nullable(z.string()),
});
export type TypedFigureView = z.infer<typeof TypedFigureView>;

const Done = z.object({ id: z.string() });
const ofKind = z.enum(["document", "forecast", "estimate", "backward", "illustrative"]);
const written = z.string().check(z.minLength(3), z.maxLength(400));
const amount = z.string().check(z.regex(/^-?\d{1,12}(\.\d{1,6})?$/));
const ById = z.object({ id: z.string().check(z.uuid()) });
const Reason = z.object({ reason: written });
const Nothing = z.object({});
/** Area and period; `on` is the day whose state is asked, where it lies before the end of the period. */
const Where = { area: z.string(), year, period: z.optional(z.string()), on: z.optional(Day), knownAt: z.optional(Moment) };

/** Which of the counts of an indicator is listed, of the period's end or of the day before it began. */
const Listed = { indicator: z.string(), records: z.optional(z.enum(COUNTS)), side: z.optional(z.enum(SIDES)) };

export const indicatorsRoutes = {
  definitions: route({
    method: "GET", path: "/indicators", summary: "Danh mục chỉ tiêu",
    answer: z.object({ indicators: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string(), nature: z.string(), direction: z.string(), countable: z.boolean() })) }),
  }),
  board: route({ method: "GET", path: "/indicators/board", summary: "Bảng tổng quan của một địa bàn trong kỳ", query: z.object(Where), answer: Board }),
  source: route({
    method: "GET", path: "/indicators/source", summary: "Nguồn số liệu của một con số",
    query: z.object({
      ...Where, ...Listed,
      page: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100_000))), perPage: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(500))),
    }),
    answer: SourceView,
  }),
  exportSource: route({
    method: "POST", path: "/indicators/source/export", summary: "Xuất các hộ đứng sau một con số, mọi trang",
    body: z.object({ query: z.object({ ...Where, ...Listed }), purpose: z.string().check(z.trim(), z.minLength(5), z.maxLength(500)) }), answer: "file",
  }),
  freeze: route({ method: "POST", path: "/indicators/freeze", summary: "Chốt một con số", body: z.object({ indicator: z.string(), area: z.string(), year: z.int().check(z.gte(2000), z.lte(2200)), period: z.optional(z.string()) }), answer: Done }),
  listPlans: route({ method: "GET", path: "/plans", summary: "Kế hoạch của một đơn vị", query: z.object({ unit: z.string(), year: z.optional(year) }), answer: z.object({ plans: z.array(PlanView) }) }),
  addPlan: route({
    method: "POST", path: "/plans", summary: "Ghi một chỉ tiêu kế hoạch của một năm, hoặc tổng của nhiều năm, kèm văn bản",
    body: z.object({ indicator: z.string(), unitUid: z.string(), year: z.int().check(z.gte(2000), z.lte(2200)), toYear: z.optional(z.int().check(z.gte(2000), z.lte(2200))), planKind: z.enum(["assigned", "own", "council"]), value: amount, kind: ofKind, document: written, documentDate: z.optional(Day) }),
    answer: Done,
  }),
  voidPlan: route({ method: "POST", path: "/plans/:id/void", summary: "Hủy một chỉ tiêu kế hoạch, có lý do", params: ById, body: Reason, answer: Nothing }),
  listTypedFigures: route({ method: "GET", path: "/typed-figures", summary: "Số liệu nhập theo văn bản của một đơn vị", query: z.object({ unit: z.string() }), answer: z.object({ figures: z.array(TypedFigureView) }) }),
  addTypedFigure: route({
    method: "POST", path: "/typed-figures", summary: "Nhập số liệu năm cũ theo văn bản",
    body: z.object({ indicator: z.string(), unitUid: z.string(), on: Day, value: amount, kind: ofKind, document: written }), answer: Done,
  }),
  voidTypedFigure: route({ method: "POST", path: "/typed-figures/:id/void", summary: "Hủy một số liệu đã nhập, có lý do", params: ById, body: Reason, answer: Nothing }),
  listPeriods: route({
    method: "GET", path: "/periods", summary: "Kỳ số liệu",
    answer: z.object({ periods: z.array(z.extend(PeriodView, { document: z.nullable(z.string()) })) }),
  }),
  addPeriod: route({
    method: "POST", path: "/periods", summary: "Thêm kỳ số liệu theo văn bản",
    body: z.object({ code: z.string().check(z.regex(/^[A-Za-z0-9-]{2,20}$/)), name: written, year: z.int().check(z.gte(2000), z.lte(2200)), startsOn: Day, endsOn: Day, document: written }), answer: Done,
  }),
};
