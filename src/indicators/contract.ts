import * as z from "zod/mini";
import { route } from "../platform/http/contract.ts";

const year = z.coerce.number().check(z.gte(2000), z.lte(2200));

export const Missing = z.object({ code: z.string(), data: z.record(z.string(), z.unknown()), message: z.string() });
export type Missing = z.infer<typeof Missing>;

export const FigureView = z.object({
  indicator: z.string(),
  /** machine text; null when there is no number */
  value: z.nullable(z.string()),
  text: z.nullable(z.string()),
  unit: z.string(),
  marks: z.array(z.string()),
  missing: z.nullable(Missing),
});
export type FigureView = z.infer<typeof FigureView>;

export const PlanView = z.object({
  id: z.string(), indicator: z.string(), unitUid: z.string(), year: z.number(), planKind: z.string(), value: z.string(), text: z.string(), kind: z.string(),
  document: z.string(), documentDate: z.nullable(z.string()), recordedAt: z.string(), voided: z.boolean(), voidReason: z.nullable(z.string()),
});
export type PlanView = z.infer<typeof PlanView>;

export const Tile = z.object({
  indicator: z.string(), name: z.string(), unit: z.string(), direction: z.enum(["up", "down", "none"]),
  figure: FigureView, before: z.nullable(FigureView), plan: z.nullable(PlanView), percentOfPlan: z.nullable(FigureView),
});
export type Tile = z.infer<typeof Tile>;

const RowOfArea = z.object({ uid: z.string(), code: z.string(), name: z.string(), figures: z.record(z.string(), FigureView) });
const TrendPoint = z.object({ year: z.number(), on: z.string(), figures: z.record(z.string(), FigureView), ruleset: z.nullable(z.string()) });

export const Board = z.object({
  area: z.object({ uid: z.string(), fullName: z.string() }),
  period: z.object({ code: z.string(), name: z.string(), year: z.number(), startsOn: z.string(), endsOn: z.string() }),
  on: z.string(), previousOn: z.string(),
  tiles: z.array(Tile), communes: z.array(RowOfArea), trend: z.array(TrendPoint),
  /** communes of today's borders, so that the map may be drawn */
  bordersOfToday: z.boolean(),
  residuals: z.array(z.object({ indicator: z.string(), sum: z.number(), total: z.number() })),
});
export type Board = z.infer<typeof Board>;

export const SourceRow = z.object({
  householdId: z.string(), headName: z.string(), hamlet: z.string(), class: z.string(), members: z.number(),
  decisionNo: z.nullable(z.string()), decisionDate: z.nullable(z.string()),
});
export const SourceView = z.object({
  indicator: z.string(), name: z.string(), area: z.string(), on: z.string(), previousOn: z.string(), knownAt: z.string(),
  definition: z.object({ formula: z.string(), source: z.string(), certainty: z.string(), rounding: z.string() }),
  figure: FigureView,
  inputs: z.array(z.object({ name: z.string(), label: z.string(), on: z.string(), value: z.string(), text: z.string(), source: z.string(), kind: z.string() })),
  plans: z.array(PlanView),
  /** records behind the count of a class, and documents behind the population */
  rows: z.object({ total: z.number(), page: z.number(), perPage: z.number(), items: z.array(SourceRow) }),
  population: z.array(z.object({ hamlet: z.string(), households: z.number(), persons: z.nullable(z.number()), source: z.string(), signer: z.nullable(z.string()), kind: z.string(), on: z.string() })),
  frozen: z.array(z.object({ id: z.string(), frozenAt: z.string(), value: z.string(), text: z.string(), same: z.boolean() })),
});
export type SourceView = z.infer<typeof SourceView>;

const Done = z.object({ id: z.string() });
const ofKind = z.enum(["document", "forecast", "estimate", "backward", "illustrative"]);
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const written = z.string().check(z.minLength(3), z.maxLength(400));
const amount = z.string().check(z.regex(/^-?\d+(\.\d+)?$/));

export const indicatorsRoutes = {
  definitions: route({
    method: "GET", path: "/indicators", summary: "Danh mục chỉ tiêu",
    answer: z.object({ indicators: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string(), nature: z.string(), direction: z.string(), countable: z.boolean() })) }),
  }),
  board: route({
    method: "GET", path: "/indicators/board", summary: "Bảng tổng quan của một địa bàn trong kỳ",
    query: z.object({ area: z.string(), year, period: z.optional(z.string()) }), answer: Board,
  }),
  source: route({
    method: "GET", path: "/indicators/source", summary: "Nguồn số liệu của một con số",
    query: z.object({
      indicator: z.string(), area: z.string(), year, period: z.optional(z.string()), knownAt: z.optional(z.string()),
      /** the rows of the day before the period instead of its end */
      side: z.optional(z.enum(["now", "previous"])), page: z.optional(z.coerce.number()), perPage: z.optional(z.coerce.number()),
    }),
    answer: SourceView,
  }),
  listPlans: route({ method: "GET", path: "/plans", summary: "Kế hoạch của một đơn vị", query: z.object({ unit: z.string(), year: z.optional(year) }), answer: z.object({ plans: z.array(PlanView) }) }),
  addPlan: route({
    method: "POST", path: "/plans", summary: "Ghi một chỉ tiêu kế hoạch kèm văn bản",
    body: z.object({ indicator: z.string(), unitUid: z.string(), year: z.int(), planKind: z.enum(["assigned", "own", "council"]), value: amount, kind: ofKind, document: written, documentDate: z.optional(day) }),
    answer: Done,
  }),
  voidPlan: route({ method: "POST", path: "/plans/:id/void", summary: "Hủy một chỉ tiêu kế hoạch, có lý do", params: z.object({ id: z.string() }), body: z.object({ reason: written }), answer: z.object({}) }),
  addTypedFigure: route({
    method: "POST", path: "/typed-figures", summary: "Nhập số liệu năm cũ theo văn bản",
    body: z.object({ indicator: z.string(), unitUid: z.string(), on: day, value: amount, kind: ofKind, document: written }), answer: Done,
  }),
  listPeriods: route({
    method: "GET", path: "/periods", summary: "Kỳ số liệu",
    answer: z.object({ periods: z.array(z.object({ code: z.string(), name: z.string(), year: z.number(), startsOn: z.string(), endsOn: z.string(), document: z.nullable(z.string()) })) }),
  }),
  addPeriod: route({
    method: "POST", path: "/periods", summary: "Thêm kỳ số liệu theo văn bản",
    body: z.object({ code: z.string().check(z.regex(/^[A-Za-z0-9-]{2,20}$/)), name: written, year: z.int(), startsOn: day, endsOn: day, document: written }), answer: Done,
  }),
  freeze: route({
    method: "POST", path: "/indicators/freeze", summary: "Chốt một con số",
    body: z.object({ indicator: z.string(), area: z.string(), year: z.int(), period: z.optional(z.string()) }), answer: Done,
  }),
};
