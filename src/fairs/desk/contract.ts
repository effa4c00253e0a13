import * as z from "zod/mini";
import { PrintFormat } from "../../papers/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { BirthYear, ById, Id, MaybeId, MaybeString, MaybeText, May, Nothing, Paging, Phone, Purpose, Reason, Version } from "../fields.ts";
import { WISHES } from "../rules/steps.ts";

const Name = z.string().check(z.trim(), z.minLength(2), z.maxLength(120));
const Sex = z.union([z.literal(0), z.literal(1), z.literal(2)]);

const Visitor = {
  fullName: Name, birthYear: z.optional(z.nullable(BirthYear)), sex: z._default(Sex, 0), hamletId: MaybeId,
  /** where no hamlet is chosen: "Xã Khánh Bình", "Đồng Tháp" */
  residence: MaybeText, phone: z.optional(z.nullable(Phone)), wish: z.optional(z.nullable(z.enum(WISHES))),
};

export const WalkInBody = z.object({
  ...Visitor,
  /** the wish for training or abroad is taken as the registration itself (f8, f7) */
  register: z._default(z.boolean(), false),
  /** the visitor agreed that firms he registers with get his contact details; how it was told */
  consent: z.optional(z.nullable(z.enum(["paper", "spoken"]))),
  /** somebody else with the same name, year and hamlet */
  another: z._default(z.boolean(), false),
});
export type WalkInBody = z.infer<typeof WalkInBody>;

export const VisitorBody = z.object({ ...Visitor, baseVersion: Version });
export type VisitorBody = z.infer<typeof VisitorBody>;

export const VisitView = z.object({
  id: z.string(), shortCode: z.string(), fullName: MaybeString, birthYear: z.nullable(z.number()), sex: z.number(), hamletId: MaybeString, hamlet: MaybeString, residence: MaybeString, phone: MaybeString, wish: z.nullable(z.enum(WISHES)),
  channel: z.string(), identified: z.boolean(), checkedInAt: MaybeString, erased: z.boolean(), version: z.number(), steps: z.array(z.string()), consent: z.boolean(),
});
export type VisitView = z.infer<typeof VisitView>;

export const ActionView = z.object({ id: z.string(), step: z.string(), employer: MaybeString, vacancy: MaybeString, topic: MaybeString, onDate: z.string(), nextOn: MaybeString, result: MaybeString, recordedAt: z.string() });
export type ActionView = z.infer<typeof ActionView>;

const VisitFilter = { q: z.optional(z.string()), wish: z.optional(z.enum(WISHES)), channel: z.optional(z.string()), came: z.optional(z.enum(["yes", "no"])), step: z.optional(z.string()) };

/** `was`: "new"; "registered" came in over the net and is checked in now; "here" was checked in today already. */
const Entered = z.object({ id: z.string(), shortCode: z.string(), was: z.enum(["new", "registered", "here"]), identified: z.boolean(), today: z.number() });
export type Entered = z.infer<typeof Entered>;

export const deskRoutes = {
  walkIn: route({ method: "POST", path: "/fairs/:id/visits", summary: "Ghi người đến phiên tại bàn đón", params: ById, body: WalkInBody, answer: Entered }),
  checkIn: route({ method: "POST", path: "/fairs/:id/check-in", summary: "Ghi người đến bằng mã trên thẻ", params: ById, body: z.object({ code: z.string().check(z.minLength(4), z.maxLength(60)) }), answer: z.object({ visit: VisitView, was: z.enum(["new", "here"]) }) }),
  visits: route({
    method: "GET", path: "/fairs/:id/visits", summary: "Người đến phiên trong phạm vi được xem", params: ById, query: z.object({ ...VisitFilter, ...Paging }),
    answer: z.object({ total: z.number(), rows: z.array(VisitView), may: May }),
  }),
  exportVisits: route({ method: "POST", path: "/fairs/:id/visits/export", summary: "Xuất danh sách người đến phiên", params: ById, body: z.object({ ...VisitFilter, purpose: Purpose }), answer: "file" }),
  visitByCode: route({
    method: "GET", path: "/fairs/:id/visit", summary: "Người mang thẻ có mã này, và việc đã ghi", params: ById, query: z.object({ code: z.string() }), answer: z.object({ visit: VisitView, actions: z.array(ActionView) }),
  }),
  changeVisitor: route({ method: "POST", path: "/fairs/visits/:id/change", summary: "Sửa hoặc ghi tên người mang thẻ", params: ById, body: VisitorBody, answer: z.object({ version: z.number() }) }),
  voidVisit: route({ method: "POST", path: "/fairs/visits/:id/void", summary: "Bỏ lượt ghi nhầm", params: ById, body: z.object({ reason: Reason }), answer: Nothing }),
  revealPhone: route({ method: "POST", path: "/fairs/visits/:id/phone", summary: "Xem số điện thoại, có ghi nhật ký", params: ById, body: z.object({ purpose: Purpose }), answer: z.object({ phone: MaybeString }) }),
  eraseVisitor: route({ method: "POST", path: "/fairs/visits/:id/erase", summary: "Xóa thông tin cá nhân của người đến phiên, giữ số đếm", params: ById, body: z.object({ reason: Reason }), answer: Nothing }),
  makePasses: route({ method: "POST", path: "/fairs/:id/passes", summary: "Tạo thẻ chưa ghi tên", params: ById, body: z.object({ count: z.int().check(z.gte(1), z.lte(300)) }), answer: z.object({ made: z.number() }) }),
  printPasses: route({
    method: "POST", path: "/fairs/:id/passes/print", summary: "In thẻ có mã QR", params: ById,
    body: z.object({ which: z.enum(["blank", "online", "chosen"]), visitIds: z._default(z.array(Id).check(z.maxLength(300)), []), format: PrintFormat }), answer: "file",
  }),
};

const OpenFair = z.object({
  state: z.enum(["open", "closed", "unknown"]),
  fair: z.nullable(z.object({ name: z.string(), onDate: z.string(), toDate: MaybeString, place: MaybeString, organiser: MaybeString, until: z.string() })),
  employers: z.array(z.object({ name: z.string(), vacancies: z.array(z.object({ id: z.string(), job: z.string(), posts: z.number(), wageFrom: z.nullable(z.number()), wageTo: z.nullable(z.number()), place: MaybeString })) })),
  communes: z.array(z.object({ uid: z.string(), name: z.string() })),
  notice: z.object({ version: z.string(), text: z.string(), share: z.string() }),
});
export type OpenFair = z.infer<typeof OpenFair>;

const ByToken = z.object({ token: z.string().check(z.maxLength(80)) });
export const OnlineBody = z.object({
  fullName: Name, birthYear: BirthYear, communeUid: z.nullable(z.string().check(z.maxLength(40))), hamletName: MaybeText, phone: z.optional(z.nullable(Phone)), wish: z.enum(WISHES),
  vacancyIds: z._default(z.array(Id).check(z.maxLength(5)), []),
  /** the notice that was shown and agreed to */
  noticeVersion: z.string().check(z.maxLength(40)),
  agreed: z.literal(true),
  /** contact details may go to the firms registered with; free */
  share: z._default(z.boolean(), false),
});
export type OnlineBody = z.infer<typeof OnlineBody>;

export const openFairRoutes = {
  openFair: route({ method: "GET", path: "/open-fairs/:token", open: true, summary: "Phiên đang nhận đăng ký trực tuyến", params: ByToken, answer: OpenFair }),
  registerOnline: route({
    method: "POST", path: "/open-fairs/:token/registrations", open: true, summary: "Đăng ký trực tuyến đến phiên, không cần tài khoản", params: ByToken, body: OnlineBody,
    answer: z.object({ shortCode: z.string(), passText: z.string() }),
  }),
};
