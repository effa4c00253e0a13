import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";

const Words = z.string().check(z.maxLength(2_000));
const Cell = z.nullable(z.union([Words, z.number()]));

/** A table as a page shows it: its columns, all its rows in their order. Numbers stay numbers; `lines` stand under the title. */
export const ShownTable = z.object({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
  lines: z.array(Words).check(z.maxLength(10)),
  columns: z.array(z.string().check(z.maxLength(300))).check(z.minLength(1), z.maxLength(100)),
  rows: z.array(z.array(Cell).check(z.maxLength(100))).check(z.maxLength(20_000)),
});
export type ShownTable = z.infer<typeof ShownTable>;
export type CellText = z.infer<typeof Cell>;

export const tableRoutes = {
  exportTable: route({ method: "POST", path: "/exports/table", summary: "Bảng đang xem, thành tệp Excel", body: ShownTable, answer: "file" }),
};
