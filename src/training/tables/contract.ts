import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { FileFormat } from "../../papers/contract.ts";
import { route } from "../../platform/http/contract.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
/** An area and a period, both days included. */
const Asked = { area: z.string(), from: Day, to: Day };
export const TablesAsked = z.object(Asked);
export type TablesAsked = z.infer<typeof TablesAsked>;

const Head = z.object({ text: z.string(), span: z.number(), rows: z.number() });
/** `text`: machine text, "35" or "85.7"; null: no number, and where `gap` is given why. `opens`: rows stand behind it. */
const Cell = z.object({ text: z.nullable(z.string()), gap: z.optional(z.string()), opens: z.boolean() });
export const TrainingTableView = z.object({
  id: z.string(), number: z.number(), title: z.string(), sheet: z.string(), mark: z.string(), unit: z.string(),
  /** columns that name a row */
  rowHeads: z.array(z.string()),
  heads: z.array(z.array(Head)), numbers: z.array(z.string()), columns: z.array(z.object({ key: z.string(), label: z.string(), kind: z.enum(["count", "decimal"]) })),
  rows: z.array(z.object({ kind: z.enum(["row", "total"]), key: z.array(z.string()), names: z.array(z.string()), cells: z.array(Cell) })),
  notes: z.array(z.string()), gaps: z.array(z.string()),
});
export type TrainingTableView = z.infer<typeof TrainingTableView>;

/** The records behind a cell; `cells` in the order of `heads`. */
export const BehindView = z.object({ title: z.string(), heads: z.array(z.string()), rows: z.array(z.object({ id: z.string(), classId: z.nullable(z.string()), cells: z.array(z.string()) })), total: z.number() });
export type BehindView = z.infer<typeof BehindView>;

export const DashboardView = z.object({
  trades: z.array(z.object({ code: z.string(), name: z.string(), sector: z.string(), learners: z.number(), graduates: z.number(), byKind: z.record(z.string(), z.number()), inWork: z.number(), rate: z.nullable(z.string()) })),
  kinds: z.array(z.object({ code: z.string(), name: z.string() })),
  /** results against the plan of the year; plan null: none is on file */
  plan: z.array(z.object({ key: z.enum(["classes", "learners", "paidDong"]), result: z.number(), plan: z.nullable(z.number()), percent: z.nullable(z.string()) })),
  total: z.object({ learners: z.number(), graduates: z.number(), inWork: z.number(), overGraduates: z.nullable(z.string()), overEnrolled: z.nullable(z.string()) }),
  /** classes with too few graduates followed up to speak of a rate, of all that ended */
  followUp: z.object({ classes: z.number(), notEnough: z.number() }),
  selfTaught: z.number(), mark: z.string(),
});
export type DashboardView = z.infer<typeof DashboardView>;

const Behind = z.object({ ...Asked, table: z.string(), column: z.string(), row: z.optional(z.string()) });

export const trainingTablesRoutes = {
  trainingTables: route({ method: "GET", path: "/training/tables", summary: "Biểu ĐT-01 đến ĐT-08 của một địa bàn và một kỳ, đếm từ hồ sơ", query: z.object({ ...Asked, table: z.optional(z.string()) }), answer: z.object({ tables: z.array(TrainingTableView), area: z.string() }) }),
  trainingTableRows: route({ method: "GET", path: "/training/tables/rows", summary: "Hồ sơ đứng sau một ô của biểu", query: Behind, answer: BehindView }),
  exportTrainingTableRows: route({ method: "POST", path: "/training/tables/rows/export", summary: "Hồ sơ đứng sau một ô, tệp Excel", body: z.object({ ...Asked, table: z.string(), column: z.string(), row: z.optional(z.string()), purpose: z.string().check(z.trim(), z.minLength(3), z.maxLength(500)) }), answer: "file" }),
  trainingTablesFile: route({ method: "POST", path: "/training/tables/file", summary: "Tải một biểu hoặc cả bộ: Excel, Word, PDF", body: z.object({ ...Asked, format: FileFormat, table: z.optional(z.string()) }), answer: "file" }),
  trainingDashboard: route({ method: "GET", path: "/training/dashboard", summary: "Kết quả việc làm theo nghề và kết quả so với kế hoạch", query: TablesAsked, answer: DashboardView }),
};
