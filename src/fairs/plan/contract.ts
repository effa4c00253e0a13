import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { Day, ById, Id, May, MaybeDay, MaybeId, MaybeString, MaybeText, Nothing, Paging, Reason, Text, Version } from "../fields.ts";
import { FAIR_KINDS } from "../rules/steps.ts";

const Money = z.int().check(z.gte(0), z.lte(1_000_000_000_000));

export const FairBody = z.object({
  /** made when not given: PGD-2026-001 */
  code: z.optional(z.nullable(z.string().check(z.trim(), z.regex(/^[A-Z0-9][A-Z0-9.-]{1,23}$/)))),
  name: Text, kind: z.enum(FAIR_KINDS), onDate: Day, toDate: MaybeDay, place: MaybeText,
  /** the organiser's area */
  unitUid: z.string(),
  /** communes whose officers work at the fair too */
  partnerUnits: z._default(z.array(z.string()).check(z.maxLength(120)), []),
  organiser: MaybeText, partnerCentres: MaybeText, decisionNo: MaybeText, decidedOn: MaybeDay, budgetLine: MaybeText, budgetDong: z.optional(z.nullable(Money)),
});
export type FairBody = z.infer<typeof FairBody>;

export const EmployerBody = z.object({
  organisationId: MaybeId, name: Text, booth: MaybeText, industry: MaybeText, contactName: MaybeText, phone: MaybeText, email: MaybeText, note: MaybeText, attended: z._default(z.boolean(), true),
});
export type EmployerBody = z.infer<typeof EmployerBody>;

export const VacancyBody = z.object({
  job: Text, vsco: MaybeText, posts: z.int().check(z.gte(1), z.lte(100_000)), wageFrom: z.optional(z.nullable(Money)), wageTo: z.optional(z.nullable(Money)), place: MaybeText, requirement: MaybeText,
});
export type VacancyBody = z.infer<typeof VacancyBody>;

export const FairRow = z.object({
  id: z.string(), code: z.string(), name: z.string(), kind: z.enum(FAIR_KINDS), onDate: z.string(), toDate: MaybeString, place: MaybeString, unitUid: z.string(), unit: z.string(), organiser: MaybeString,
  employers: z.number(), posts: z.number(),
  /** null: the fair is not wholly in the caller's reach, so no total is told */
  visits: z.nullable(z.number()),
  state: z.enum(["planned", "running", "past", "closed"]),
});
export type FairRow = z.infer<typeof FairRow>;

export const VacancyView = z.object({ id: z.string(), employerId: z.string(), job: z.string(), vsco: MaybeString, posts: z.number(), wageFrom: z.nullable(z.number()), wageTo: z.nullable(z.number()), place: MaybeString, requirement: MaybeString });
export type VacancyView = z.infer<typeof VacancyView>;
export const EmployerView = z.object({
  id: z.string(), organisationId: MaybeString, name: z.string(), booth: MaybeString, industry: MaybeString, contactName: MaybeString, phone: MaybeString, email: MaybeString, note: MaybeString, attended: z.boolean(), version: z.number(),
  vacancies: z.array(VacancyView),
});
export type EmployerView = z.infer<typeof EmployerView>;

export const FairPage = z.object({
  id: z.string(), code: z.string(), name: z.string(), kind: z.enum(FAIR_KINDS), onDate: z.string(), toDate: MaybeString, place: MaybeString, unitUid: z.string(), unit: z.string(),
  partnerUnits: z.array(z.string()), partners: z.array(z.string()), organiser: MaybeString, partnerCentres: MaybeString, decisionNo: MaybeString, decidedOn: MaybeString, budgetLine: MaybeString,
  budgetDong: z.nullable(z.number()), registerToken: MaybeString, registerUntil: MaybeString, closedOn: MaybeString, version: z.number(), state: z.enum(["planned", "running", "past", "closed"]),
  employers: z.array(EmployerView),
  /** communes that a visitor may come from, in the borders of the fair's day */
  communes: z.array(z.object({ uid: z.string(), name: z.string() })),
  may: May,
});
export type FairPage = z.infer<typeof FairPage>;

export const fairRoutes = {
  fairs: route({
    method: "GET", path: "/fairs", summary: "Phiên giao dịch việc làm liên quan đến địa bàn",
    query: z.object({ area: z.string(), on: Day, year: z.optional(z.coerce.number().check(z.int(), z.gte(2000), z.lte(2200))), kind: z.optional(z.enum(FAIR_KINDS)), q: z.optional(z.string()), ...Paging }),
    answer: z.object({ total: z.number(), rows: z.array(FairRow), mayAdd: z.boolean() }),
  }),
  addFair: route({ method: "POST", path: "/fairs", summary: "Lập kế hoạch một phiên giao dịch việc làm", body: FairBody, answer: z.object({ id: z.string(), code: z.string() }) }),
  fair: route({ method: "GET", path: "/fairs/:id", summary: "Một phiên giao dịch việc làm: kế hoạch, doanh nghiệp, chỉ tiêu tuyển", params: ById, answer: FairPage }),
  changeFair: route({ method: "POST", path: "/fairs/:id/change", summary: "Sửa kế hoạch phiên", params: ById, body: z.extend(FairBody, { baseVersion: Version }), answer: z.object({ version: z.number() }) }),
  voidFair: route({ method: "POST", path: "/fairs/:id/void", summary: "Hủy phiên lập nhầm", params: ById, body: z.object({ baseVersion: Version, reason: Reason }), answer: Nothing }),
  closeFair: route({ method: "POST", path: "/fairs/:id/close", summary: "Chốt kết quả phiên, hoặc mở lại", params: ById, body: z.object({ baseVersion: Version, on: z.nullable(Day) }), answer: z.object({ version: z.number() }) }),
  openRegistration: route({
    method: "POST", path: "/fairs/:id/registration", summary: "Mở hoặc đóng trang đăng ký trực tuyến của phiên", params: ById, body: z.object({ baseVersion: Version, open: z.boolean(), until: MaybeDay }),
    answer: z.object({ token: MaybeString, version: z.number() }),
  }),
  addEmployer: route({ method: "POST", path: "/fairs/:id/employers", summary: "Thêm doanh nghiệp tham gia phiên", params: ById, body: EmployerBody, answer: z.object({ id: z.string() }) }),
  changeEmployer: route({ method: "POST", path: "/fairs/employers/:id/change", summary: "Sửa doanh nghiệp tham gia phiên", params: ById, body: z.extend(EmployerBody, { baseVersion: Version }), answer: Nothing }),
  voidEmployer: route({ method: "POST", path: "/fairs/employers/:id/void", summary: "Bỏ doanh nghiệp ghi nhầm", params: ById, body: z.object({ reason: Reason }), answer: Nothing }),
  addVacancy: route({ method: "POST", path: "/fairs/employers/:id/vacancies", summary: "Thêm vị trí tuyển dụng của doanh nghiệp tại phiên", params: ById, body: VacancyBody, answer: z.object({ id: Id }) }),
  voidVacancy: route({ method: "POST", path: "/fairs/vacancies/:id/void", summary: "Bỏ vị trí tuyển dụng ghi nhầm", params: ById, body: z.object({ reason: Reason }), answer: Nothing }),
};
