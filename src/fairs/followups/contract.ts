import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { ById, Day, MaybeString, MaybeText, Paging, Purpose, Reason, Text, Version } from "../fields.ts";
import { FOLLOWUP_RESULTS } from "../rules/steps.ts";

const KINDS = ["overseas", "training"] as const;
const STATES = ["open", "done", "dropped"] as const;
const Filter = { area: z.string(), on: Day, fair: z.optional(z.string().check(z.uuid())), kind: z.optional(z.enum(KINDS)), state: z.optional(z.enum(STATES)), due: z.optional(z.enum(["late", "soon"])), q: z.optional(z.string()) };

export const FollowupView = z.object({
  id: z.string(), fairId: z.string(), fair: z.string(), kind: z.enum(KINDS), name: MaybeString, shortCode: z.string(), birthYear: z.nullable(z.number()), place: MaybeString, phone: MaybeString, topic: MaybeString, owner: z.string(), dueOn: z.string(),
  due: z.enum(["late", "soon", "open", "done"]), state: z.enum(STATES), result: z.nullable(z.enum(FOLLOWUP_RESULTS)), resultNote: MaybeString, closedOn: MaybeString, linkedEntity: MaybeString, linkedId: MaybeString, version: z.number(), may: z.boolean(),
  /** the trade told when it was handed to the commune of residence, when and by whom */ wantedTrade: z.nullable(z.object({ code: z.string(), name: z.string() })), handedOn: MaybeString, handedBy: MaybeString, /** the caller may write the training need himself */ mayNeed: z.boolean(),
});
export type FollowupView = z.infer<typeof FollowupView>;

const Changed = z.object({ version: z.number() });
const Linked = z.object({ version: z.number(), linkedId: z.string() });

export const followupRoutes = {
  followups: route({
    method: "GET", path: "/fair-followups", summary: "Việc theo dõi người đăng ký đi nước ngoài, học nghề tại các phiên", query: z.object({ ...Filter, ...Paging }),
    answer: z.object({ total: z.number(), rows: z.array(FollowupView), counts: z.object({ open: z.number(), late: z.number(), done: z.number() }) }),
  }),
  exportFollowups: route({ method: "POST", path: "/fair-followups/export", summary: "Xuất danh sách theo dõi sau phiên", body: z.object({ ...Filter, purpose: Purpose }), answer: "file" }),
  assignFollowup: route({ method: "POST", path: "/fair-followups/:id/assign", summary: "Giao việc theo dõi và hạn", params: ById, body: z.object({ baseVersion: Version, owner: Text, dueOn: Day }), answer: Changed }),
  closeFollowup: route({
    method: "POST", path: "/fair-followups/:id/close", summary: "Ghi kết quả theo dõi", params: ById,
    body: z.object({ baseVersion: Version, result: z.enum(FOLLOWUP_RESULTS), on: Day, note: MaybeText }), answer: Changed,
  }),
  openCase: route({ method: "POST", path: "/fair-followups/:id/open-case", summary: "Lập hồ sơ đi làm việc ở nước ngoài từ đăng ký tại phiên", params: ById, body: z.object({ baseVersion: Version }), answer: Linked }),
  registerNeed: route({
    method: "POST", path: "/fair-followups/:id/register-need", summary: "Ghi nhu cầu học nghề từ đăng ký tại phiên", params: ById,
    body: z.object({ baseVersion: Version, tradeCode: Text, year: z.optional(z.nullable(z.int().check(z.gte(2000), z.lte(2200)))) }), answer: Linked,
  }),
  handToCommune: route({
    method: "POST", path: "/fair-followups/:id/hand-to-commune", summary: "Chuyển xã nơi cư trú ghi nhu cầu học nghề", params: ById, body: z.object({ baseVersion: Version, tradeCode: Text }), answer: z.object({ version: z.number(), owner: z.string() }),
  }),
  fairTrades: route({ method: "GET", path: "/fair-trades", summary: "Danh mục nghề để ghi nhu cầu học nghề từ phiên", query: z.object({}), answer: z.object({ trades: z.array(z.object({ code: z.string(), name: z.string() })) }) }),
  reopenFollowup: route({ method: "POST", path: "/fair-followups/:id/reopen", summary: "Mở lại việc theo dõi", params: ById, body: z.object({ baseVersion: Version, reason: Reason }), answer: Changed }),
};
