import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../kernel/date.ts";
import { route } from "../platform/http/contract.ts";
import type { DescribedAssessment } from "./describe.ts";
import { PackAnswers } from "./score-pack/contract.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const Id = z.string().check(z.uuid());
const Year = z.int().check(z.gte(2000), z.lte(2200));
const YearText = z.coerce.number().check(z.int(), z.gte(2000), z.lte(2200));
const PageText = z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100_000)), 1);
const Reason = z.string().check(z.trim(), z.minLength(5), z.maxLength(500));
const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const Points = z.optional(z.nullable(z.int().check(z.gte(0), z.lte(1000))));
const ById = z.object({ id: Id });
const LIST = ["poor", "near_poor"] as const;
const List = z.enum(LIST);
const Done = z.object({ id: z.string() });

/** Docs of the answer: docs/cli/assess.md. */
const Described = z.custom<DescribedAssessment>();

// ---- rounds --------------------------------------------------------------------------------------------------------

export const ResultSetView = z.object({ id: z.string(), ruleset: z.string(), statusYear: z.number(), results: z.number() });
export const RoundView = z.object({
  id: z.string(), unitUid: z.string(), unitName: z.string(), year: z.number(), name: z.string(), openedOn: z.nullable(z.string()), closedOn: z.nullable(z.string()),
  resultSets: z.array(ResultSetView),
});
export type RoundView = z.infer<typeof RoundView>;

export const ChildAnswers = z.array(z.object({ personId: Id, lacks: z.array(Text).check(z.maxLength(10)) })).check(z.maxLength(30));

export const AssessmentBody = z.object({
  householdId: Id, resultSetId: z.optional(Id), surveyedOn: Day, scoreIncome: Points, scoreDeprivation: Points, deprivations: z.optional(z.nullable(z.array(Text).check(z.maxLength(30)))),
  incomeMonth: z.optional(z.nullable(z.int().check(z.gte(0), z.lte(1_000_000_000)))), deprivedCount: Points, causes: z._default(z.array(Text).check(z.maxLength(20)), []),
  evidence: z.optional(z.nullable(z.string().check(z.maxLength(500)))), evidenceFile: z.optional(z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/)))), class: z.optional(Text), replaceReason: z.optional(Reason),
  answers: z.optional(z.nullable(PackAnswers)),
  /** what was found of each child; `lacks` empty: asked, and lacks nothing */
  children: z.optional(z.nullable(ChildAnswers)),
});
export type AssessmentBody = z.infer<typeof AssessmentBody>;

// ---- results -------------------------------------------------------------------------------------------------------

/** `reasons` in words. `status` uncomputed: assessed or listed, but no class computed from what stands. */
export const ResultView = z.object({
  householdId: z.string(), headName: z.string(), localCode: z.nullable(z.string()), hamlet: z.string(), assessmentId: z.nullable(z.string()), surveyedOn: z.nullable(z.string()),
  scoreIncome: z.nullable(z.number()), scoreDeprivation: z.nullable(z.number()),
  recognised: z.nullable(List), statusId: z.nullable(z.string()), decisionNo: z.nullable(z.string()),
  class: z.nullable(z.string()), className: z.nullable(z.string()), status: z.enum(["decided", "refused", "incomplete", "uncomputed"]), advisory: z.boolean(), differs: z.boolean(),
  reasons: z.array(z.string()),
});
export type ResultView = z.infer<typeof ResultView>;

export const Results = z.object({
  statusYear: z.number(), on: z.string(), ruleset: z.object({ id: z.string(), name: z.string(), mark: z.nullable(z.string()) }), classes: z.array(z.object({ code: z.string(), name: z.string() })),
  counts: z.object({ total: z.number(), differs: z.number(), uncomputed: z.number(), incomplete: z.number(), refused: z.number() }),
  total: z.number(), page: z.number(), perPage: z.number(), rows: z.array(ResultView),
});
export type Results = z.infer<typeof Results>;

const StatusView = z.object({
  id: z.string(), class: List, ruleset: z.string(), statusYear: z.number(), members: z.number(), decisionNo: z.nullable(z.string()), decisionDate: z.nullable(z.string()),
  signer: z.nullable(z.string()), from: z.string(), to: z.nullable(z.string()), endReason: z.nullable(z.string()), source: z.string(),
});
export const HouseholdAssessmentView = z.object({
  householdId: z.string(), headName: z.string(), on: z.string(), ruleset: z.string(),
  entered: z.nullable(z.object({
    id: z.string(), resultSetId: z.nullable(z.string()), roundId: z.nullable(z.string()), procedureCaseId: z.nullable(z.string()), surveyedOn: z.string(), areaType: z.nullable(z.string()), scoreIncome: z.nullable(z.number()),
    scoreDeprivation: z.nullable(z.number()), deprivations: z.nullable(z.array(z.string())), incomeMonth: z.nullable(z.number()), deprivedCount: z.nullable(z.number()),
    causes: z.array(z.string()), source: z.string(), evidence: z.nullable(z.string()),
  })),
  assessment: z.nullable(Described),
  computed: z.nullable(z.object({ class: z.nullable(z.string()), status: z.string(), runId: z.string(), at: z.string() })),
  recognised: z.nullable(StatusView), statuses: z.array(StatusView),
});
export type HouseholdAssessmentView = z.infer<typeof HouseholdAssessmentView>;

// ---- reclassification ----------------------------------------------------------------------------------------------

const RunCounts = z.object({
  households: z.number(), decided: z.number(), refused: z.number(), incomplete: z.number(), advisory: z.number(), classes: z.record(z.string(), z.number()),
  withoutAreaType: z.number(), unassessed: z.number(), changed: z.number(), differs: z.number(),
});
export type RunCounts = z.infer<typeof RunCounts>;
/** `before`, `after`: classes of the standard with their names; null: none computed, or not decided. */
const NamedClass = z.nullable(z.object({ code: z.string(), name: z.string() }));
export const ChangeView = z.object({ householdId: z.string(), headName: z.string(), hamlet: z.string(), before: NamedClass, after: NamedClass });
export type ChangeView = z.infer<typeof ChangeView>;
export const RunView = z.object({ id: z.string(), unitUid: z.string(), unitName: z.string(), statusYear: z.number(), ruleset: z.string(), counts: RunCounts, at: z.string() });
export type RunView = z.infer<typeof RunView>;

export const ReclassifyBody = z.object({
  areaUid: Text, statusYear: z.optional(Year), on: z.optional(Day), ruleset: z.optional(Text), dryRun: z.optional(z.boolean()),
  /** made by the page, to ask how far it is and to stop it */
  progressKey: z.optional(Id),
});
export const ReclassifiedView = z.object({
  runId: z.nullable(z.string()), areaUid: z.string(), areaName: z.string(), statusYear: z.number(), on: z.string(), ruleset: z.object({ id: z.string(), name: z.string(), mark: z.nullable(z.string()) }),
  counts: RunCounts, classNames: z.record(z.string(), z.string()),
  refusals: z.array(z.object({ code: z.string(), data: z.record(z.string(), z.unknown()), households: z.number(), text: z.string() })),
  task: z.nullable(z.object({ code: z.string(), text: z.string(), households: z.number(), units: z.array(z.object({ uid: z.string(), fullName: z.string() })) })),
  changes: z.object({ total: z.number(), sample: z.array(ChangeView) }), findings: z.object({ opened: z.number(), closed: z.number() }),
});
export type ReclassifiedView = z.infer<typeof ReclassifiedView>;

// ---- standards -----------------------------------------------------------------------------------------------------

/** A value of the law in words: what it is, where it stands, how sure it is (null: read in the text), what is awaited. */
export const LegalView = z.object({ label: z.string(), value: z.nullable(z.string()), cite: z.nullable(z.string()), mark: z.nullable(z.string()), note: z.nullable(z.string()) });
export type LegalView = z.infer<typeof LegalView>;
export const StandardView = z.object({
  id: z.string(), name: z.string(), scope: z.string(), inForce: z.boolean(), scores: z.boolean(),
  validity: z.array(LegalView), limits: z.array(LegalView), rules: z.array(LegalView), indicators: z.array(LegalView), extras: z.array(LegalView),
  documents: z.array(z.object({ number: z.string(), kind: z.string(), date: z.nullable(z.string()), inForce: z.nullable(z.string()), read: z.nullable(z.string()) })),
});
export type StandardView = z.infer<typeof StandardView>;

const Income = z.optional(z.nullable(z.int()));
/** One household as the assess command takes it; checked there, with words for what is wrong. */
export const AssessBody = z.object({
  on: z.string(), areaType: z.optional(z.nullable(z.enum(["rural", "urban"]))), scoreIncome: Income, scoreDeprivation: Income, deprivations: z.optional(z.nullable(z.record(z.string(), z.string()))),
  incomePerPersonMonth: Income, deprivedCount: Income, province: z.optional(z.nullable(z.string())),
});
export type AssessBody = z.infer<typeof AssessBody>;

export const RESULT_SORTS = ["head", "-head", "hamlet", "-hamlet", "b1", "-b1", "b2", "-b2"] as const;
const ResultsQuery = z.object({
  area: z.string(), statusYear: YearText, ruleset: z.optional(z.string()), class: z.optional(z.string()), recognised: z.optional(z.enum([...LIST, "none"])),
  differs: z.optional(z.enum(["1"])), q: z.optional(z.string()), sort: z._default(z.enum(RESULT_SORTS), "head"), page: PageText,
  perPage: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), 50),
});
export type ResultsQuery = z.infer<typeof ResultsQuery>;

export const povertyRoutes = {
  rounds: route({ method: "GET", path: "/poverty/rounds", summary: "Các đợt rà soát của địa bàn và các xã thuộc địa bàn", query: z.object({ area: z.string(), on: Day }), answer: z.object({ rounds: z.array(RoundView), may: z.object({ review: z.boolean(), recognise: z.boolean(), secondSet: z.boolean() }) }) }),
  createRound: route({
    method: "POST", path: "/poverty/rounds", summary: "Mở đợt rà soát năm",
    body: z.object({ unitUid: Text, year: Year, name: z.optional(Text), openedOn: z.optional(Day), statusYear: z.optional(Year) }), answer: z.object({ id: z.string(), resultSetId: z.string() }),
  }),
  addResultSet: route({ method: "POST", path: "/poverty/rounds/:id/result-sets", summary: "Thêm bộ kết quả theo chuẩn khác trong cùng đợt", params: ById, body: z.object({ ruleset: Text, statusYear: Year }), answer: Done }),
  enterAssessment: route({
    method: "POST", path: "/poverty/rounds/:id/assessments", summary: "Nhập kết quả rà soát của một hộ", params: ById, body: AssessmentBody,
    answer: z.object({ id: z.string(), warnings: z.array(z.object({ code: z.string(), text: z.string() })) }),
  }),
  recognise: route({
    method: "POST", path: "/poverty/rounds/:id/recognise", summary: "Ghi quyết định công nhận kết quả của đợt", params: ById,
    body: z.object({ resultSetId: z.optional(Id), decisionNo: Text, decisionDate: Day, signer: Text }), answer: z.object({ recognised: z.number(), ended: z.number() }),
  }),
  results: route({
    method: "GET", path: "/poverty/results", summary: "Kết quả theo hộ: công nhận và tính theo quy tắc",
    query: ResultsQuery, answer: Results,
  }),
  exportResults: route({
    method: "POST", path: "/poverty/results/export", summary: "Xuất kết quả đúng như đang lọc, mọi trang", body: z.object({ query: ResultsQuery, purpose: Reason }), answer: "file",
  }),
  householdAssessment: route({
    method: "GET", path: "/poverty/households/:id/assessment", summary: "Một hộ tại một ngày: xếp loại, lý do, còn thiếu gì", params: ById,
    query: z.object({ on: Day, ruleset: z.optional(z.string()) }), answer: HouseholdAssessmentView,
  }),
  correctStatus: route({
    method: "POST", path: "/poverty/households/:id/status", summary: "Thay đổi diện của hộ theo quyết định", params: ById,
    body: z.object({ class: z.nullable(List), from: Day, decisionNo: Text, decisionDate: Day, signer: Text, reason: Reason, baseStatusId: z.nullable(Id) }), answer: z.object({ statusId: z.nullable(z.string()) }),
  }),
  voidStatus: route({ method: "POST", path: "/poverty/statuses/:id/void", summary: "Hủy một công nhận ghi sai, có lý do", params: ById, body: z.object({ reason: Reason }), answer: Done }),
  assess: route({ method: "POST", path: "/poverty/assess", summary: "Xếp loại thử một hộ, không lưu", body: AssessBody, answer: Described }),
  reclassify: route({ method: "POST", path: "/poverty/reclassify", summary: "Tính lại xếp loại của địa bàn theo quy tắc", body: ReclassifyBody, answer: ReclassifiedView }),
  reclassifyProgress: route({ method: "GET", path: "/poverty/reclassify/:id", summary: "Tính lại đến đâu", params: ById, answer: z.object({ running: z.boolean(), done: z.number(), total: z.number() }) }),
  cancelReclassify: route({ method: "DELETE", path: "/poverty/reclassify/:id", summary: "Dừng tính lại, không ghi gì", params: ById, answer: z.object({}) }),
  runs: route({ method: "GET", path: "/poverty/runs", summary: "Các lần tính lại", answer: z.object({ runs: z.array(RunView) }) }),
  runChanges: route({
    method: "GET", path: "/poverty/runs/:id/changes", summary: "Hộ đổi loại trong một lần tính lại", params: ById, query: z.object({ page: PageText }),
    answer: z.object({ run: RunView, total: z.number(), page: z.number(), perPage: z.number(), rows: z.array(ChangeView) }),
  }),
  exportRunChanges: route({
    method: "POST", path: "/poverty/runs/:id/changes/export", summary: "Xuất mọi hộ đổi loại trong một lần tính lại", params: ById, body: z.object({ purpose: Reason }), answer: "file",
  }),
  standards: route({ method: "GET", path: "/poverty/standards", summary: "Các chuẩn nghèo đang dùng, văn bản và mức chắc chắn", answer: z.object({ standards: z.array(StandardView) }) }),
};
