import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { route } from "../../platform/http/contract.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const Place = z.object({ sheet: z.string(), row: z.number() });

export const READ_KINDS = ["in", "out", "changed", "twin", "maybeTwin", "maybeSame"] as const;
export const ComparedView = z.object({ kind: z.enum(READ_KINDS), head: z.string(), hamlet: z.nullable(z.string()), class: z.nullable(z.string()), first: z.array(Place), second: z.array(Place), text: z.string() });
export type ComparedView = z.infer<typeof ComparedView>;
const Counted = z.object({ file: z.string(), households: z.number(), persons: z.number() });
export const ComparisonView = z.object({ token: z.string(), first: Counted, second: Counted, counts: z.record(z.string(), z.number()), rows: z.array(ComparedView) });
export type ComparisonView = z.infer<typeof ComparisonView>;

/** Two lists of households compared: each is read once, then both are compared; nothing is stored. */
export const compareRoutes = {
  readForCompare: route({
    method: "POST", path: "/lists/compare/read", summary: "Đọc một danh sách để so", query: z.object({ fileName: z.string().check(z.minLength(1), z.maxLength(200)), asOf: z.optional(Day) }), body: "bytes",
    answer: z.object({ token: z.string(), file: z.string(), households: z.number(), persons: z.number() }),
  }),
  compareLists: route({ method: "POST", path: "/lists/compare", summary: "So hai danh sách: vào, ra, đổi, trùng, nghi trùng", body: z.object({ first: z.string().check(z.uuid()), second: z.string().check(z.uuid()) }), answer: ComparisonView }),
  comparisonWorkbook: route({ method: "GET", path: "/lists/compare/:id", summary: "Kết quả so hai danh sách dạng Excel", params: z.object({ id: z.string().check(z.uuid()) }), answer: "file" }),
};
