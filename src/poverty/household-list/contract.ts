import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { route } from "../../platform/http/contract.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const FileName = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

// ---- what a list holds and what committing it would do --------------------------------------------------------------

export const Counts = z.object({
  /** `held`: recognised households on file that stand in a line which is not taken; they stay as they are */
  households: z.object({
    accepted: z.number(), acceptedWithWarnings: z.number(), rejected: z.number(), new: z.number(), known: z.number(), changed: z.number(), unchanged: z.number(), held: z.number(),
  }),
  members: z.object({ accepted: z.number(), acceptedWithWarnings: z.number(), rejected: z.number(), new: z.number(), known: z.number(), left: z.number() }),
  /** `poor`, `nearPoor`: on the list; then what becomes of the recognitions on file */
  statuses: z.object({
    poor: z.number(), nearPoor: z.number(), new: z.number(), renewed: z.number(), changedClass: z.number(), corrected: z.number(), unchanged: z.number(),
    escapedPoverty: z.number(), escapedNearPoverty: z.number(), notOnList: z.number(), escapedUnknown: z.number(),
  }),
  hamlets: z.object({ new: z.number(), unknown: z.number() }),
  findings: z.number(),
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
  column: z.number(), letters: z.string(), heading: z.string(), samples: z.array(z.string()), field: z.nullable(z.string()), confidence: z.number(),
  by: z.enum(["layout", "heading", "content", "officer", "none"]),
});
export type ColumnView = z.infer<typeof ColumnView>;

export const SheetView = z.object({
  index: z.number(), name: z.string(), used: z.boolean(), kind: z.enum(["current", "escaped_poverty", "escaped_near_poverty"]), layout: z.nullable(z.string()), shape: z.string(),
  firstRow: z.number(), rows: z.number(), households: z.number(), lines: z.object({ data: z.number(), totals: z.number(), afterEnd: z.number() }), columns: z.array(ColumnView),
});
export type SheetView = z.infer<typeof SheetView>;

const Named = z.object({ id: z.string(), name: z.string(), unitUid: z.string() });
/** `commune`: its name where the area has several */
export const HamletView = z.object({ key: z.string(), text: z.string(), unitUid: z.string(), commune: z.nullable(z.string()), households: z.number(), chosen: z.nullable(z.string()), like: z.array(Named) });
/** One commune of an area of several, as far as the list speaks of it. */
export const CommuneView = z.object({ uid: z.string(), name: z.string(), households: z.number(), rejected: z.number(), poor: z.number(), nearPoor: z.number(), notOnList: z.number() });

export const Preview = z.object({
  digest: z.string(),
  statusYear: z.number(), ruleset: z.string(), changeover: z.string(),
  /** as it would be committed, and what would be taken without a word of the officer */
  complete: z.boolean(), completeByDefault: z.boolean(),
  sheets: z.array(SheetView),
  counts: Counts,
  /** of an area of several communes: those that the list names; empty for one commune */
  communes: z.array(CommuneView),
  /** hamlets that are not on file: made when committed, unless one on file is chosen */
  hamlets: z.array(HamletView), hamletsOnFile: z.array(Named),
  problems: z.object({ error: z.number(), warning: z.number(), note: z.number(), byCode: z.array(ProblemCount) }),
  /** when the same content was taken before */
  importedAt: z.nullable(z.string()),
});
export type Preview = z.infer<typeof Preview>;

export const Result = z.object({
  /** null: nothing was to be changed and the content was on file */
  batchId: z.nullable(z.string()), counts: Counts, rows: z.number(), changed: z.boolean(),
});
export type Result = z.infer<typeof Result>;

// ---- the officer's part ---------------------------------------------------------------------------------------------

export const SheetMapping = z.object({
  sheet: z.int().check(z.gte(0)), firstRow: z.int().check(z.gte(1)), columns: z.record(z.string().check(z.regex(/^\d{1,3}$/)), z.string()), layout: z.optional(z.string()),
});
export const Choices = z.object({
  mappings: z._default(z.array(SheetMapping).check(z.maxLength(100)), []),
  /** key of a written hamlet → id of one on file */
  hamlets: z._default(z.record(z.string(), z.string().check(z.uuid())), {}),
  complete: z._default(z.nullable(z.boolean()), null),
  /** "0!H12" → what the cell should hold; null: left empty */
  mends: z._default(z.record(z.string().check(z.regex(/^\d+![A-Z]{1,3}\d+$/)), z.nullable(z.string().check(z.maxLength(500)))), {}),
  /** codes of problems whose proposals are taken for the whole file */
  accept: z._default(z.array(z.string()), []),
  /** "0!12": rows left out */
  leaveOut: z._default(z.array(z.string().check(z.regex(/^\d+!\d+$/))), []),
});
export type Choices = z.infer<typeof Choices>;

export const STATES = ["reading", "ready", "committing", "done", "cancelled"] as const;
/** `done` of `total`: rows while reading, tables while committing. A job that failed answers with its error. */
export const ImportJob = z.object({
  id: z.string(), state: z.enum(STATES), fileName: z.string(), areaUid: z.string(), areaName: z.string(), asOf: z.string(),
  done: z.number(), total: z.number(),
  preview: z.nullable(Preview), choices: Choices, result: z.nullable(Result),
  /** who began it; who corrected or wrote it last, where that is another one */
  startedBy: z.string(), changedBy: z.nullable(z.string()),
  /** counts the corrections: one made from an older state than this is turned away */
  revision: z.number(),
});
export type ImportJob = z.infer<typeof ImportJob>;

/** What a colleague finds on the page of imports: work on a file in memory, and lists that were taken. */
export const OpenJob = z.object({ id: z.string(), state: z.enum([...STATES, "failed"]), fileName: z.string(), areaUid: z.string(), areaName: z.string(), asOf: z.string(), startedBy: z.string(), startedAt: z.string(), mine: z.boolean() });
export type OpenJob = z.infer<typeof OpenJob>;
export const TakenList = z.object({ id: z.string(), fileName: z.string(), areaUid: z.string(), areaName: z.string(), asOf: z.string(), takenAt: z.string(), by: z.nullable(z.string()), households: z.number() });
export type TakenList = z.infer<typeof TakenList>;

const ById = z.object({ id: z.string().check(z.uuid()) });
const Page = z.object({ severity: z.optional(z.enum(SEVERITIES)), code: z.optional(z.string()), page: z._default(z.coerce.number().check(z.int(), z.gte(1)), 1) });
export const PROBLEMS_PER_PAGE = 50;
const Problems = z.object({ total: z.number(), page: z.number(), perPage: z.number(), rows: z.array(ListProblem) });
export const Field = z.object({ key: z.string(), label: z.string() });

const StateCounts = z.object({ accepted: z.number(), acceptedWithWarnings: z.number(), rejected: z.number() });
/** `token` names the file for ten minutes: for its marked copy, and to be checked again. */
export const CheckedList = z.object({
  token: z.string(), sheets: z.array(SheetView), households: StateCounts, members: StateCounts,
  problems: z.object({ error: z.number(), warning: z.number(), note: z.number(), byCode: z.array(ProblemCount) }), rows: z.array(ListProblem), fields: z.array(Field),
});
export type CheckedList = z.infer<typeof CheckedList>;

export const importRoutes = {
  open: route({
    method: "GET", path: "/imports", summary: "Lần nạp đang làm và danh sách đã ghi gần nhất trong phạm vi được giao",
    answer: z.object({ jobs: z.array(OpenJob), taken: z.array(TakenList) }),
  }),
  fields: route({ method: "GET", path: "/imports/household-list/fields", summary: "Các cột mà danh sách hộ có thể có", answer: z.object({ fields: z.array(Field) }) }),
  start: route({
    method: "POST", path: "/imports/household-list", summary: "Đọc thử danh sách hộ: chưa ghi gì", query: z.object({ fileName: FileName, area: z.string(), asOf: Day }), body: "bytes",
    answer: z.object({ id: z.string() }),
  }),
  job: route({ method: "GET", path: "/imports/:id", summary: "Tiến độ và kết quả đọc thử", params: ById, answer: ImportJob }),
  problems: route({ method: "GET", path: "/imports/:id/problems", summary: "Lỗi, cảnh báo, lưu ý theo ô", params: ById, query: Page, answer: Problems }),
  choose: route({ method: "PUT", path: "/imports/:id/choices", summary: "Sửa cột, ấp, ô; đọc thử lại", params: ById, body: z.extend(Choices, { revision: z.optional(z.int()) }), answer: ImportJob }),
  commit: route({ method: "POST", path: "/imports/:id/commit", summary: "Ghi danh sách", params: ById, answer: ImportJob }),
  cancel: route({ method: "DELETE", path: "/imports/:id", summary: "Dừng, không ghi gì", params: ById, answer: ImportJob }),
  marked: route({ method: "GET", path: "/imports/:id/marked", summary: "Bản sao tệp có đánh dấu lỗi", params: ById, answer: "file" }),
  check: route({
    method: "POST", path: "/lists/check", summary: "Soát danh sách: không lưu gì", open: true, query: z.object({ fileName: FileName, asOf: z.optional(Day) }), body: "bytes",
    answer: CheckedList,
  }),
  checkAgain: route({
    method: "PUT", path: "/lists/check/:id", summary: "Soát lại với các cột do người dùng chỉ; không lưu gì", open: true, params: ById, body: z.object({ mappings: z.array(SheetMapping).check(z.maxLength(100)) }),
    answer: CheckedList,
  }),
  checkedCopy: route({ method: "GET", path: "/lists/check/:id", summary: "Bản sao có đánh dấu của lần soát", open: true, params: ById, answer: "file" }),
};
