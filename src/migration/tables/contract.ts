import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { route } from "../../platform/http/contract.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const Id = z.string().check(z.uuid());
const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const Long = z.string().check(z.trim(), z.minLength(3), z.maxLength(2000));
const MaybeString = z.nullable(z.string());

const COUNTS = { wished: z.number(), studying: z.number(), departed: z.number(), women: z.number(), poor: z.number(), nearPoor: z.number(), minority: z.number(), abroad: z.number(), onTime: z.number(), early: z.number(), left: z.number() };
/** `market` null: not chosen; `total`: all countries of the commune, with the same days a year before and the plan (percent "142.1", null without plan). */
export const MarketRowView = z.object({ unitUid: z.string(), unit: z.string(), market: MaybeString, marketName: MaybeString, total: z.boolean(), ...COUNTS, departedBefore: z.nullable(z.number()), plan: z.nullable(z.number()), percent: MaybeString });
export type MarketRowView = z.infer<typeof MarketRowView>;
export const ReturnRowView = z.object({ unitUid: z.string(), unit: z.string(), returned: z.number(), early: z.number(), assisted: z.number(), asked6: z.number(), employed6: z.number() });
export type ReturnRowView = z.infer<typeof ReturnRowView>;
export const SenderRowView = z.object({
  unitUid: z.string(), unit: z.string(), organisationId: MaybeString, sender: z.string(), licence: MaybeString, licenceTo: MaybeString, checkedOn: MaybeString, recruited: z.number(), departed: z.number(), complaints: z.number(), openComplaints: z.number(),
});
export type SenderRowView = z.infer<typeof SenderRowView>;
export const ComplaintView = z.object({ id: z.string(), unit: z.string(), sender: z.string(), on: z.string(), content: z.string(), answeredOn: MaybeString, answer: MaybeString });
export type ComplaintView = z.infer<typeof ComplaintView>;

const Asked = { area: z.string(), from: Day, to: Day };

export const migrationTableRoutes = {
  migrationTables: route({
    method: "GET", path: "/migration/tables", summary: "Biểu NN-01, NN-02, NN-03 đếm từ hồ sơ", query: z.object(Asked),
    answer: z.object({ nn01: z.array(MarketRowView), nn02: z.array(ReturnRowView), nn03: z.array(SenderRowView), may: z.object({ complain: z.boolean() }) }),
  }),
  exportMigrationTables: route({ method: "POST", path: "/migration/tables.xlsx", summary: "Xuất ba biểu", body: z.object(Asked), answer: "file" }),
  complaints: route({ method: "GET", path: "/migration/complaints", summary: "Phản ánh về đơn vị đưa đi", query: z.object(Asked), answer: z.object({ rows: z.array(ComplaintView) }) }),
  addComplaint: route({ method: "POST", path: "/migration/complaints", summary: "Ghi phản ánh về đơn vị đưa đi", body: z.object({ unitUid: z.string(), organisationId: z.optional(z.nullable(Id)), sender: Text, on: Day, content: Long }), answer: z.object({ id: z.string() }) }),
  answerComplaint: route({ method: "POST", path: "/migration/complaints/:id/answer", summary: "Ghi kết quả trả lời phản ánh", params: z.object({ id: Id }), body: z.object({ on: Day, answer: Long }), answer: z.object({ id: z.string() }) }),
};
