import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { route } from "../../platform/http/contract.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const FileName = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const Parameters = z.record(z.string(), z.string().check(z.maxLength(300)));

// ---- kinds ----------------------------------------------------------------------------------------------------------

const Option = z.object({ value: z.string(), label: z.string() });
export const ParameterView = z.object({ key: z.string(), label: z.string(), type: z.enum(["text", "day", "choice"]), required: z.boolean(), options: z.array(Option) });
export const KindSummary = z.object({ kind: z.string(), title: z.string() });
export const KindView = z.extend(KindSummary, { about: z.enum(["worker", "hamlet", "none"]), fields: z.array(z.object({ key: z.string(), label: z.string() })), parameters: z.array(ParameterView) });
export type KindView = z.infer<typeof KindView>;

// ---- a list that was read -------------------------------------------------------------------------------------------

/** `unidentified`: taken rows about a person who is not in the register. `twice`: the same row again within the file. */
export const Counts = z.object({
  lines: z.number(), taken: z.number(), withWarnings: z.number(), rejected: z.number(), twice: z.number(),
  new: z.number(), changed: z.number(), unchanged: z.number(), unidentified: z.number(), newHamlets: z.number(),
});
export type Counts = z.infer<typeof Counts>;

export const SEVERITIES = ["error", "warning", "note"] as const;
export const ListProblem = z.object({
  severity: z.enum(SEVERITIES), code: z.string(), sheet: z.string(), sheetIndex: z.number(), cell: z.string(), row: z.number(), text: z.string(), proposal: z.nullable(z.string()),
});
export type ListProblem = z.infer<typeof ListProblem>;
export const ProblemCount = z.object({ code: z.string(), severity: z.enum(SEVERITIES), count: z.number(), first: z.string(), text: z.string(), proposals: z.number() });
export type ProblemCount = z.infer<typeof ProblemCount>;

export const ColumnView = z.object({
  column: z.number(), letters: z.string(), heading: z.string(), samples: z.array(z.string()), field: z.nullable(z.string()), confidence: z.number(), by: z.enum(["layout", "heading", "content", "officer", "none"]),
});
export type ColumnView = z.infer<typeof ColumnView>;
export const SheetView = z.object({ index: z.number(), name: z.string(), used: z.boolean(), firstRow: z.number(), rows: z.number(), lines: z.number(), columns: z.array(ColumnView) });
export type SheetView = z.infer<typeof SheetView>;

const Named = z.object({ id: z.string(), name: z.string(), unitUid: z.string() });
export const HamletView = z.object({ key: z.string(), text: z.string(), unitUid: z.string(), commune: z.string(), rows: z.number(), chosen: z.nullable(z.string()) });

export const Preview = z.object({
  counts: Counts, sheets: z.array(SheetView), hamlets: z.array(HamletView), hamletsOnFile: z.array(Named),
  problems: z.object({ error: z.number(), warning: z.number(), note: z.number(), byCode: z.array(ProblemCount) }),
});
export type Preview = z.infer<typeof Preview>;

/** `importId` null and `changed` false: every row was on file and said the same. */
export const Result = z.object({ importId: z.nullable(z.string()), counts: Counts, changed: z.boolean() });
export type Result = z.infer<typeof Result>;

// ---- the officer's part ---------------------------------------------------------------------------------------------

export const ListMapping = z.object({ sheet: z.int().check(z.gte(0)), firstRow: z.int().check(z.gte(1)), columns: z.record(z.string().check(z.regex(/^\d{1,3}$/)), z.string()) });
export const Choices = z.object({
  mappings: z._default(z.array(ListMapping).check(z.maxLength(100)), []),
  /** key of a written hamlet → id of one on file */
  hamlets: z._default(z.record(z.string(), z.string().check(z.uuid())), {}),
  /** "0!H12" → what the cell should hold; null: left empty */
  mends: z._default(z.record(z.string().check(z.regex(/^\d+![A-Z]{1,3}\d+$/)), z.nullable(z.string().check(z.maxLength(500)))), {}),
  /** codes of problems whose proposals are taken for the whole file */
  accept: z._default(z.array(z.string()), []),
  /** rows left out: "0!12" */
  leaveOut: z._default(z.array(z.string()), []),
});
export type Choices = z.infer<typeof Choices>;

export const STATES = ["reading", "ready", "committing", "done", "cancelled"] as const;
/** `done` of `total` rows read. A job that failed answers with its error. */
export const ListJob = z.object({
  id: z.string(), kind: z.string(), state: z.enum(STATES), fileName: z.string(), areaUid: z.string(), areaName: z.string(), asOf: z.string(), parameters: Parameters, done: z.number(), total: z.number(),
  preview: z.nullable(Preview), choices: Choices, result: z.nullable(Result), startedBy: z.string(), revision: z.number(),
});
export type ListJob = z.infer<typeof ListJob>;

export const TakenList = z.object({ id: z.string(), kind: z.string(), title: z.string(), fileName: z.string(), areaName: z.string(), asOf: z.string(), takenAt: z.string(), by: z.string(), counts: Counts });
export type TakenList = z.infer<typeof TakenList>;
export const OpenJob = z.object({ id: z.string(), kind: z.string(), title: z.string(), state: z.enum([...STATES, "failed"]), fileName: z.string(), areaName: z.string(), asOf: z.string(), startedBy: z.string(), mine: z.boolean() });

export const PROBLEMS_PER_PAGE = 50;
const OfKind = z.object({ kind: z.string() });
const ById = z.object({ kind: z.string(), id: z.string().check(z.uuid()) });
const Page = z.object({ severity: z.optional(z.enum(SEVERITIES)), code: z.optional(z.string()), page: z._default(z.coerce.number().check(z.int(), z.gte(1)), 1) });

export const listRoutes = {
  kinds: route({
    method: "GET", path: "/imports/lists", summary: "Các loại danh sách người này được nạp, lần nạp đang làm và đã ghi gần nhất",
    answer: z.object({ kinds: z.array(KindSummary), jobs: z.array(OpenJob), taken: z.array(TakenList) }),
  }),
  kind: route({ method: "GET", path: "/imports/lists/:kind", summary: "Cột và tham số của một loại danh sách", params: OfKind, answer: KindView }),
  template: route({ method: "GET", path: "/imports/lists/:kind/template", summary: "Bảng tính trống có tiêu đề và dòng ví dụ", params: OfKind, answer: "file" }),
  start: route({
    method: "POST", path: "/imports/lists/:kind", summary: "Đọc thử danh sách: chưa ghi gì", params: OfKind, query: z.object({ fileName: FileName, area: z.string(), asOf: Day, parameters: z._default(z.string().check(z.maxLength(4_000)), "{}") }), body: "bytes",
    answer: z.object({ id: z.string() }),
  }),
  job: route({ method: "GET", path: "/imports/lists/:kind/jobs/:id", summary: "Tiến độ và kết quả đọc thử", params: ById, answer: ListJob }),
  problems: route({
    method: "GET", path: "/imports/lists/:kind/jobs/:id/problems", summary: "Lỗi, cảnh báo, lưu ý theo ô", params: ById, query: Page,
    answer: z.object({ total: z.number(), page: z.number(), perPage: z.number(), rows: z.array(ListProblem) }),
  }),
  choose: route({ method: "PUT", path: "/imports/lists/:kind/jobs/:id/choices", summary: "Sửa cột, ấp, ô; đọc thử lại", params: ById, body: z.extend(Choices, { revision: z.optional(z.int()) }), answer: ListJob }),
  commit: route({ method: "POST", path: "/imports/lists/:kind/jobs/:id/commit", summary: "Ghi danh sách", params: ById, answer: ListJob }),
  cancel: route({ method: "DELETE", path: "/imports/lists/:kind/jobs/:id", summary: "Dừng, không ghi gì", params: ById, answer: ListJob }),
  marked: route({ method: "GET", path: "/imports/lists/:kind/jobs/:id/marked", summary: "Bản sao tệp có đánh dấu lỗi", params: ById, answer: "file" }),
};
export { Parameters };
