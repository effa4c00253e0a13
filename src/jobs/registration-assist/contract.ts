import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { ById, Day, Done, Id, MaybeWords, PageNumber, Reason, SearchText, Where, Worker, WorkerView } from "../contract.ts";

/** Where somebody was helped to register; the register itself is the State's (VNeID, vieclam.gov.vn). */
export const CHANNELS = ["vneid", "portal", "paper", "employer"] as const;
export const RESULTS = ["registered", "adjusted", "sent", "advised", "failed"] as const;

export const AssistBody = z.object({ worker: Worker, helpedOn: Day, channel: z.enum(CHANNELS), result: z.enum(RESULTS), note: MaybeWords });
export type AssistBody = z.infer<typeof AssistBody>;
export const AssistRow = z.object({ id: z.string(), ...WorkerView, helpedOn: z.string(), channel: z.enum(CHANNELS), result: z.enum(RESULTS), note: z.nullable(z.string()) });
export type AssistRow = z.infer<typeof AssistRow>;

export const ASSIST_SORTS = ["helped", "-helped", "name", "-name", "hamlet", "-hamlet"] as const;
const asked = { ...Where, from: z.optional(Day), to: z.optional(Day), channel: z.optional(z.enum(CHANNELS)), result: z.optional(z.enum(RESULTS)), hamlet: z.optional(Id), q: SearchText, sort: z._default(z.enum(ASSIST_SORTS), "-helped") };
export const AssistQuery = z.object(asked);
export type AssistQuery = z.infer<typeof AssistQuery>;
const May = z.object({ enter: z.boolean(), keep: z.boolean() });

export const assistRoutes = {
  list: route({
    method: "GET", path: "/jobs/registration-assists", summary: "Hỗ trợ đăng ký lao động", query: z.object({ ...asked, page: PageNumber }),
    answer: z.object({ total: z.number(), people: z.number(), page: z.number(), perPage: z.number(), rows: z.array(AssistRow), may: May }),
  }),
  add: route({ method: "POST", path: "/jobs/registration-assists", summary: "Ghi một lần hỗ trợ đăng ký lao động", body: AssistBody, answer: Done }),
  export: route({ method: "POST", path: "/jobs/registration-assists/export", summary: "Xuất danh sách hỗ trợ đăng ký lao động", body: z.object({ query: AssistQuery, purpose: Reason }), answer: "file" }),
  remove: route({ method: "POST", path: "/jobs/registration-assists/:id/void", summary: "Hủy lần ghi sai", params: ById, body: z.object({ reason: Reason }), answer: Done }),
};
