import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { Day, Done, Id, MaybeWords, PageNumber, Reason, SearchText, Where, WorkerView } from "../contract.ts";
import { CHANNELS, NATURES, PLACE_KINDS } from "../rules/event.ts";
import { HIRE_SOURCES } from "../rules/hire.ts";

const Source = z.enum(HIRE_SOURCES);

/** What accepting would do, by the counting rules; `text` says why in words. */
const Rule = z.object({
  kind: z.enum(["counted", "kept", "incomplete", "same", "possible", "refused"]), /** the event on file that is the same, or looks like it */ eventId: z.nullable(z.string()), on: z.nullable(z.string()), text: z.nullable(z.string()),
});
const Told = {
  startedOn: z.string(), /** false: the day on which the person was asked; the work began by then */ dayKnown: z.boolean(), channel: z.enum(CHANNELS), nature: z.enum(NATURES), placeKind: z.nullable(z.enum(PLACE_KINDS)),
  employerName: z.nullable(z.string()), job: z.nullable(z.string()),
};
export const ProposalRow = z.object({ source: Source, recordId: z.string(), ...WorkerView, ...Told, about: z.string(), aboutId: z.string(), rule: Rule });
export type ProposalRow = z.infer<typeof ProposalRow>;

/** An event whose source was corrected or voided since. `now`: what the source says today, null where it says nothing of the kind. */
export const FlaggedRow = z.object({
  source: Source, recordId: z.string(), eventId: z.string(), ...WorkerView, startedOn: z.string(), channel: z.enum(CHANNELS), employerName: z.nullable(z.string()), now: z.nullable(z.object({ ...Told, about: z.string() })), version: z.number(),
});
export type FlaggedRow = z.infer<typeof FlaggedRow>;

export const DeclinedRow = z.object({ id: z.string(), source: Source, fullName: z.string(), hamlet: z.string(), about: z.string(), startedOn: z.string(), employerName: z.nullable(z.string()), reason: z.string(), decidedOn: z.string(), decidedBy: z.string() });
export type DeclinedRow = z.infer<typeof DeclinedRow>;

const asked = { ...Where, /** the year in which the work began */ year: z.coerce.number().check(z.int(), z.gte(2000), z.lte(2200)) };
export const ProposalQuery = z.object({ ...asked, source: z.optional(Source), q: SearchText, page: PageNumber });
export type ProposalQuery = z.infer<typeof ProposalQuery>;

const One = z.object({ source: Source, recordId: Id });
/** What the officer says otherwise than the record; null: as the record says. */
export const Accepted = z.extend(One, {
  startedOn: z._default(z.nullable(Day), null), channel: z._default(z.nullable(z.enum(CHANNELS)), null), nature: z._default(z.nullable(z.enum(NATURES)), null), placeKind: z._default(z.nullable(z.enum(PLACE_KINDS)), null),
  employerName: MaybeWords, job: MaybeWords, distinctReason: z._default(z.nullable(Reason), null),
});
export type Accepted = z.infer<typeof Accepted>;
const May = z.object({ enter: z.boolean(), keep: z.boolean(), verify: z.boolean() });

export const proposalRoutes = {
  proposals: route({
    method: "GET", path: "/jobs/proposals", summary: "Chờ ghi việc làm: người có việc theo kết quả phiên, giới thiệu, lớp nghề", query: ProposalQuery,
    answer: z.object({
      total: z.number(), page: z.number(), perPage: z.number(), rows: z.array(ProposalRow), counts: z.object({ waiting: z.number(), flagged: z.number(), declined: z.number() }),
      /** false: outcomes of classes are not of the caller's field, so that they are not in the list */ training: z.boolean(), may: May,
    }),
  }),
  flagged: route({ method: "GET", path: "/jobs/proposals/flagged", summary: "Lượt việc làm có nguồn đã sửa hoặc hủy", query: z.object(asked), answer: z.object({ rows: z.array(FlaggedRow), may: May }) }),
  declined: route({ method: "GET", path: "/jobs/proposals/declined", summary: "Đề xuất không ghi, kèm lý do", query: z.object(asked), answer: z.object({ rows: z.array(DeclinedRow), may: May }) }),
  accept: route({
    method: "POST", path: "/jobs/proposals/accept", summary: "Ghi việc làm theo nguồn",
    body: z.object({ items: z.array(Accepted).check(z.minLength(1), z.maxLength(200)), /** for lines whose record does not say where the work is */ placeKind: z._default(z.nullable(z.enum(PLACE_KINDS)), null) }),
    answer: z.object({ /** new events */ added: z.number(), /** the same event was on file */ linked: z.number(), refused: z.array(z.object({ recordId: z.string(), code: z.string(), text: z.string() })) }),
  }),
  decline: route({ method: "POST", path: "/jobs/proposals/decline", summary: "Không ghi đề xuất, kèm lý do", body: z.object({ items: z.array(One).check(z.minLength(1), z.maxLength(200)), reason: Reason }), answer: z.object({ declined: z.number() }) }),
  restore: route({ method: "POST", path: "/jobs/proposals/:id/restore", summary: "Đưa đề xuất đã bỏ trở lại danh sách chờ", params: z.object({ id: Id }), body: z.object({ reason: Reason }), answer: Done }),
  settle: route({
    method: "POST", path: "/jobs/proposals/settle", summary: "Xử lý lượt có nguồn đã sửa: sửa theo nguồn hoặc giữ lượt",
    body: z.extend(One, { eventId: Id, baseVersion: z.int(), /** follow: the event is voided, and written anew where the source still tells of a start of work */ how: z.enum(["follow", "keep"]), reason: Reason }), answer: Done,
  }),
};
