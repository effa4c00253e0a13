import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { route } from "../../platform/http/contract.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const FormColumn = z.object({ column: z.number(), letters: z.string(), heading: z.string(), field: z.nullable(z.string()), confidence: z.number() });
export type FormColumn = z.infer<typeof FormColumn>;

/** The receiver's empty workbook: read for its columns, then filled with the recognised households; kept in memory for some minutes. */
export const receiverFormRoutes = {
  readReceiverForm: route({
    method: "POST", path: "/lists/form", summary: "Đọc tệp mẫu trống của nơi nhận", query: z.object({ fileName: z.string().check(z.minLength(1), z.maxLength(200)) }), body: "bytes",
    answer: z.object({ token: z.string(), fileName: z.string(), sheet: z.string(), firstRow: z.number(), columns: z.array(FormColumn), fields: z.array(z.object({ key: z.string(), label: z.string() })) }),
  }),
  fillReceiverForm: route({
    method: "POST", path: "/lists/form/:id", summary: "Ghi danh sách đã công nhận vào mẫu của nơi nhận", params: z.object({ id: z.string().check(z.uuid()) }),
    body: z.object({ area: z.string(), on: Day, list: z.enum(["poor", "near_poor", "both"]), numbers: z.boolean(), purpose: z.string().check(z.trim(), z.minLength(3), z.maxLength(500)), columns: z.record(z.string(), z.string()) }), answer: "file",
  }),
};
