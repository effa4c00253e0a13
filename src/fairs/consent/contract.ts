import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { ById, Day, Id, MaybeId, MaybeString, Nothing, Purpose, Text } from "../fields.ts";

const PURPOSES = ["share_with_firm", "contact_later"] as const;

const FirmView = z.object({ employerId: z.string(), name: z.string(), candidates: z.number(), agreed: z.number(), handed: z.number() });
export type FirmView = z.infer<typeof FirmView>;
const HandoverView = z.object({ id: z.string(), employer: z.string(), purpose: z.string(), fields: z.array(z.string()), rows: z.number(), receiver: z.string(), handedOn: z.string(), notHired: z.number(), deleted: z.number(), overdue: z.number() });
export type HandoverView = z.infer<typeof HandoverView>;
const LineView = z.object({ id: z.string(), shortCode: z.string(), name: MaybeString, hired: z.boolean(), notHiredOn: MaybeString, deleteBy: MaybeString, deletedOn: MaybeString, proof: MaybeString, late: z.boolean() });
export type HandoverLineView = z.infer<typeof LineView>;

export const consentRoutes = {
  recordConsent: route({
    method: "POST", path: "/fairs/visits/:id/consents", summary: "Ghi đồng ý của người đến phiên", params: ById,
    body: z.object({ purpose: z.enum(PURPOSES), employerId: MaybeId, how: z.enum(["paper", "spoken"]) }), answer: z.object({ id: MaybeString }),
  }),
  withdrawConsent: route({ method: "POST", path: "/fairs/visits/:id/consents/withdraw", summary: "Rút đồng ý", params: ById, body: z.object({ purpose: z.enum(PURPOSES) }), answer: z.object({ withdrawn: z.number() }) }),
  handovers: route({
    method: "GET", path: "/fairs/:id/handovers", summary: "Danh sách chuyển cho từng doanh nghiệp và việc xóa thông tin", params: ById,
    answer: z.object({ firms: z.array(FirmView), handovers: z.array(HandoverView), deleteAfterDays: z.nullable(z.number()), deleteNote: z.string(), deleteSource: z.string(), share: z.string(), mayWork: z.boolean() }),
  }),
  handOver: route({ method: "POST", path: "/fairs/:id/handovers", summary: "Chuyển danh sách ứng viên đã đồng ý cho một doanh nghiệp", params: ById, body: z.object({ employerId: Id, purpose: Purpose, receiver: Text }), answer: "file" }),
  handover: route({ method: "GET", path: "/fairs/handovers/:id", summary: "Một lần chuyển danh sách: từng người, hạn xóa, đã xóa", params: ById, answer: z.object({ employer: z.string(), lines: z.array(LineView), mayWork: z.boolean() }) }),
  markNotHired: route({ method: "POST", path: "/fairs/handovers/:id/not-hired", summary: "Ghi người không được nhận, bắt đầu tính hạn xóa", params: ById, body: z.object({ lineIds: z.array(Id).check(z.minLength(1), z.maxLength(500)), on: Day }), answer: Nothing }),
  markDeleted: route({ method: "POST", path: "/fairs/handovers/:id/deleted", summary: "Ghi doanh nghiệp đã xóa thông tin", params: ById, body: z.object({ lineIds: z.array(Id).check(z.minLength(1), z.maxLength(500)), on: Day, proof: Text }), answer: Nothing }),
};
