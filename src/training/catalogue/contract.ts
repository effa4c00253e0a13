import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { ById, Day, Id, Long, maybe, MaybeNumber, MaybeString, Money, Reason, Tenths, Text, Version, Year } from "../fields.ts";
import { CONTRACT_KINDS, FUNDING_KINDS, FUNDING_LEVELS, LEVELS, SECTORS } from "../rules/codes.ts";

const Count = z.int().check(z.gte(0), z.lte(1_000_000));
const Changed = z.object({ id: z.string(), version: z.number() });

export const TradeBody = z.object({
  name: Text, sector: z.enum(SECTORS), level: z.enum(LEVELS), hoursTheory: maybe(Count), hoursPractice: maybe(Count), months: maybe(Tenths), managing: maybe(Text), vscoCode: maybe(Text), vsicCode: maybe(Text),
  document: maybe(Text), validFrom: Day, validTo: maybe(Day),
});
export type TradeBody = z.infer<typeof TradeBody>;
const NewTrade = z.extend(TradeBody, { code: z.string().check(z.trim(), z.regex(/^[A-Za-z0-9][\w.-]{0,29}$/)) });
const ChangedTrade = z.extend(TradeBody, { baseVersion: Version });

/** What the province pays at most for one learner, in đồng; until a day it does not hold any more. */
export const NormView = z.object({ id: z.string(), amountDong: z.number(), validFrom: z.string(), validTo: MaybeString, document: z.string() });
export const TradeView = z.object({
  code: z.string(), name: z.string(), sector: z.enum(SECTORS), level: z.enum(LEVELS), hoursTheory: MaybeNumber, hoursPractice: MaybeNumber, months: MaybeString, managing: MaybeString, vscoCode: MaybeString,
  vsicCode: MaybeString, document: MaybeString, validFrom: z.string(), validTo: MaybeString, version: z.number(), norms: z.array(NormView), normOn: MaybeNumber,
  /** what does not fit the rules of its level */
  remarks: z.array(z.object({ code: z.string(), certainty: z.string(), text: z.string() })),
});
export type TradeView = z.infer<typeof TradeView>;

export const FundingBody = z.object({
  unitUid: Text, programme: Text, project: maybe(Text), subproject: maybe(Text), year: Year, level: z.enum(FUNDING_LEVELS), kind: z.enum(FUNDING_KINDS), allocatedDong: Money, carriedDong: z._default(Money, 0), document: Text,
  note: maybe(Long),
});
export type FundingBody = z.infer<typeof FundingBody>;
/** `usedDong`: planned cost of the classes that stand on the line, of all communes; `free` may be negative. */
export const FundingView = z.object({
  id: z.string(), unitUid: z.string(), unit: z.string(), programme: z.string(), project: MaybeString, subproject: MaybeString, year: z.number(), level: z.enum(FUNDING_LEVELS), kind: z.enum(FUNDING_KINDS), allocatedDong: z.number(),
  carriedDong: z.number(), usedDong: z.number(), freeDong: z.number(), document: z.string(), note: MaybeString, version: z.number(), name: z.string(),
});
export type FundingView = z.infer<typeof FundingView>;

export const PlanBody = z.object({ unitUid: Text, year: Year, tradeCode: maybe(Text), fundingLineId: maybe(Id), classes: Count, learners: Count, amountDong: Money, document: Text, decidedOn: maybe(Day) });
export type PlanBody = z.infer<typeof PlanBody>;
/** The plan beside what was opened of it in its year, counted from the classes in the actor's reach. */
export const PlanView = z.object({
  id: z.string(), unitUid: z.string(), unit: z.string(), year: z.number(), tradeCode: MaybeString, trade: MaybeString, funding: MaybeString, classes: z.number(), learners: z.number(), amountDong: z.number(), document: z.string(),
  decidedOn: MaybeString, openedClasses: z.number(), openedLearners: z.number(), costDong: z.number(), version: z.number(),
});
export type PlanView = z.infer<typeof PlanView>;

export const ContractBody = z.object({ unitUid: Text, providerId: Id, number: Text, signedOn: maybe(Day), kind: z.enum(CONTRACT_KINDS), amountDong: Money, fundingLineId: maybe(Id), validTo: maybe(Day), document: maybe(Text) });
export type ContractBody = z.infer<typeof ContractBody>;
export const ContractView = z.object({
  id: z.string(), unitUid: z.string(), unit: z.string(), providerId: z.string(), provider: z.string(), number: z.string(), signedOn: MaybeString, kind: z.enum(CONTRACT_KINDS), amountDong: z.number(), funding: MaybeString,
  fundingLineId: MaybeString, validTo: MaybeString, document: MaybeString, classes: z.number(), version: z.number(),
});
export type ContractView = z.infer<typeof ContractView>;

/** `standing`: on the day asked. */
export const ProviderView = z.object({
  id: z.string(), name: z.string(),
  licences: z.array(z.object({ number: z.string(), validFrom: z.string(), validTo: MaybeString, trades: z.nullable(z.array(z.string())), yearlyQuota: MaybeNumber, standing: z.boolean() })),
});
export type ProviderView = z.infer<typeof ProviderView>;

const OfArea = z.object({ area: z.string(), year: z.optional(Year), on: z.optional(Day) });
const VoidBody = z.object({ baseVersion: Version, reason: Reason });

export const catalogueRoutes = {
  trades: route({ method: "GET", path: "/training/trades", summary: "Danh mục nghề đào tạo với định mức của tỉnh", query: z.object({ on: z.optional(Day) }), answer: z.object({ rows: z.array(TradeView), may: z.boolean() }) }),
  addTrade: route({ method: "POST", path: "/training/trades", summary: "Thêm nghề vào danh mục", body: NewTrade, answer: z.object({ code: z.string() }) }),
  changeTrade: route({ method: "POST", path: "/training/trades/:code", summary: "Sửa một nghề trong danh mục", params: z.object({ code: z.string() }), body: ChangedTrade, answer: z.object({ code: z.string(), version: z.number() }) }),
  setNorm: route({
    method: "POST", path: "/training/trades/:code/norms", summary: "Định mức chi phí đào tạo của tỉnh cho một nghề, từ một ngày", params: z.object({ code: z.string() }),
    body: z.object({ amountDong: Money, validFrom: Day, document: Text }), answer: z.object({ id: z.string() }),
  }),
  providers: route({ method: "GET", path: "/training/providers", summary: "Cơ sở đào tạo và giấy phép", query: z.object({ on: z.optional(Day) }), answer: z.object({ rows: z.array(ProviderView) }) }),
  funding: route({ method: "GET", path: "/training/funding", summary: "Nguồn kinh phí đào tạo: được giao, đã bố trí, còn lại", query: OfArea, answer: z.object({ rows: z.array(FundingView), may: z.boolean() }) }),
  addFunding: route({ method: "POST", path: "/training/funding", summary: "Ghi một nguồn kinh phí", body: FundingBody, answer: Changed }),
  changeFunding: route({ method: "POST", path: "/training/funding/:id", summary: "Điều chỉnh số được giao của một nguồn", params: ById, body: z.object({ baseVersion: Version, allocatedDong: Money, carriedDong: Money, document: Text }), answer: Changed }),
  voidFunding: route({ method: "POST", path: "/training/funding/:id/void", summary: "Bỏ một nguồn kinh phí ghi nhầm", params: ById, body: VoidBody, answer: Changed }),
  plans: route({ method: "GET", path: "/training/plans", summary: "Kế hoạch đào tạo năm và kết quả mở lớp", query: OfArea, answer: z.object({ rows: z.array(PlanView), may: z.boolean() }) }),
  addPlan: route({ method: "POST", path: "/training/plans", summary: "Ghi một dòng kế hoạch đào tạo năm", body: PlanBody, answer: Changed }),
  voidPlan: route({ method: "POST", path: "/training/plans/:id/void", summary: "Bỏ một dòng kế hoạch ghi nhầm", params: ById, body: VoidBody, answer: Changed }),
  contracts: route({ method: "GET", path: "/training/contracts", summary: "Hợp đồng với cơ sở đào tạo", query: OfArea, answer: z.object({ rows: z.array(ContractView), may: z.boolean() }) }),
  addContract: route({ method: "POST", path: "/training/contracts", summary: "Ghi một hợp đồng đặt hàng, giao nhiệm vụ hoặc đấu thầu", body: ContractBody, answer: Changed }),
  signContract: route({ method: "POST", path: "/training/contracts/:id/sign", summary: "Ghi ngày ký hợp đồng", params: ById, body: z.object({ baseVersion: Version, signedOn: Day }), answer: Changed }),
  voidContract: route({ method: "POST", path: "/training/contracts/:id/void", summary: "Bỏ một hợp đồng ghi nhầm", params: ById, body: VoidBody, answer: Changed }),
};
