import * as z from "zod/mini";
import { FileFormat } from "../../papers/contract.ts";
import { route } from "../../platform/http/contract.ts";

/** an instant: what was known then is counted */
const Moment = z.string().check(z.refine((text) => /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)), "YYYY-MM-DDThh:mm:ssZ"));
const Year = z.coerce.number().check(z.int(), z.gte(2000), z.lte(2200));
const Head = z.object({ text: z.string(), span: z.number(), rows: z.number() });

/** `text`: machine text, "2354" or "5.67"; null: no number, and where `gap` is given why. `over`: above 100 %. */
const Cell = z.object({ text: z.nullable(z.string()), gap: z.optional(z.string()), over: z.optional(z.boolean()) });
export const TableView = z.object({
  id: z.string(), number: z.number(), title: z.string(), mark: z.string(), unit: z.string(),
  heads: z.array(z.array(Head)), numbers: z.array(z.string()),
  /** `opens`: its cells open to the households behind them */
  columns: z.array(z.object({ key: z.string(), label: z.string(), kind: z.enum(["count", "percent"]), opens: z.boolean() })),
  rows: z.array(z.object({ kind: z.enum(["row", "group", "total", "area"]), key: z.string(), name: z.string(), line: z.nullable(z.enum(["households", "people"])), cells: z.array(Cell) })),
  notes: z.array(z.string()),
  /** reasons of missing cells, each once */
  gaps: z.array(z.string()),
});
export type TableView = z.infer<typeof TableView>;

/** A list of households: how many lines it has; the names are in the file alone. */
export const ListView = z.object({ id: z.string(), number: z.number(), title: z.string(), households: z.number(), notes: z.array(z.string()) });
export type ListView = z.infer<typeof ListView>;

export const IssueView = z.object({
  rule: z.string(), check: z.string(), table: z.string(), place: z.string(), line: z.nullable(z.string()), column: z.string(), expected: z.string(), found: z.string(), cause: z.string(),
});
export type IssueView = z.infer<typeof IssueView>;

export const TablesView = z.object({
  area: z.object({ uid: z.string(), name: z.string(), level: z.string() }), year: z.number(), opening: z.string(), closing: z.string(), standard: z.object({ id: z.string(), name: z.string() }),
  tables: z.array(TableView), lists: z.array(ListView), missing: z.array(z.string()), issues: z.array(IssueView),
});
export type TablesView = z.infer<typeof TablesView>;

const Asked = z.object({ area: z.string(), year: Year, knownAt: z.optional(Moment) });

/** A cell of a result table made elsewhere that does not balance. */
export const CheckedIssue = z.object({
  sheet: z.string(), cell: z.string(), row: z.number(), place: z.string(), line: z.nullable(z.string()), table: z.string(), column: z.string(),
  rule: z.string(), check: z.string(), expected: z.string(), found: z.string(), text: z.string(), cause: z.string(),
});
export const CheckedFile = z.object({
  tables: z.array(z.object({ sheet: z.string(), table: z.string(), title: z.string(), rows: z.number(), columns: z.number(), ofColumns: z.number() })),
  unread: z.array(z.object({ sheet: z.string(), reason: z.string() })), issues: z.array(CheckedIssue),
});
export type CheckedFile = z.infer<typeof CheckedFile>;

/** `adds` null: what is on file of the household does not tell. */
export const TableCellView = z.object({ total: z.number(), rows: z.array(z.object({ householdId: z.string(), headName: z.string(), place: z.string(), adds: z.nullable(z.number()) })) });
export type TableCellView = z.infer<typeof TableCellView>;

export const tablesRoutes = {
  checkTables: route({ method: "POST", path: "/poverty/tables/check", summary: "Soát một bảng kết quả rà soát làm ở nơi khác; không lưu gì", body: "bytes", answer: CheckedFile }),
  tablesFile: route({
    method: "POST", path: "/poverty/tables/file", summary: "Tải bộ biểu hoặc một biểu: Excel, Word, PDF",
    body: z.object({ area: z.string(), year: z.int().check(z.gte(2000), z.lte(2200)), format: FileFormat, table: z.optional(z.string()), purpose: z.optional(z.string().check(z.trim(), z.maxLength(500))) }), answer: "file",
  }),
  tables: route({ method: "GET", path: "/poverty/tables", summary: "Bộ biểu tổng hợp của năm, đếm từ hồ sơ", query: z.extend(Asked, { table: z.optional(z.string()) }), answer: TablesView }),
  tableCell: route({
    method: "GET", path: "/poverty/tables/cell", summary: "Các hộ đứng sau một ô của biểu tổng hợp",
    query: z.extend(Asked, {
      table: z.string(), column: z.string(), row: z.optional(z.string()), line: z.optional(z.enum(["households", "people"])), page: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100_000)), 1),
      perPage: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(500)), 50),
    }),
    answer: TableCellView,
  }),
};
