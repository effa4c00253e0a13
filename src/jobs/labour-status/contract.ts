import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { ById, Day, Done, Dong, Id, MaybeWords, PageNumber, Reason, SearchText, Where, Words, Worker, WorkerView } from "../contract.ts";
import { CONTRACT, EDUCATION, INACTIVE_REASON, INSURANCE, JOB_WANT, POSITION, PRIORITY, QUALIFICATION, STATE, UNEMPLOYED_FOR, WORKPLACE, type Contract, type Education, type InactiveReason, type Insurance, type JobWant, type Position, type Priority, type Qualification, type StateCode, type UnemployedFor, type Workplace } from "./rules/labour-codes.ts";

export const Period = z.string().check(z.regex(/^\d{4}(-\d)?$/));
const Text = z._default(z.nullable(z.string().check(z.trim(), z.maxLength(300))), null);
const Yes = z._default(z.nullable(z.boolean()), null);
const oneOf = <Code extends string>(codes: readonly Code[]) => z.enum(Object.fromEntries(codes.map((code) => [code, code])) as { [C in Code]: C });
const maybe = <Code extends string>(codes: readonly Code[]) => z._default(z.nullable(oneOf<Code>(codes)), null);

export const FormBody = z.object({
  priority: z._default(z.array(oneOf<Priority>(PRIORITY.codes)), []), education: maybe<Education>(EDUCATION.codes), qualification: maybe<Qualification>(QUALIFICATION.codes), major: Text,
  state: oneOf<StateCode>(STATE.codes), position: maybe<Position>(POSITION.codes), job: Text, vsco: Text, insurance: maybe<Insurance>(INSURANCE.codes), contract: maybe<Contract>(CONTRACT.codes),
  contractOn: z._default(z.nullable(Day), null), workplace: Text, workplaceKind: maybe<Workplace>(WORKPLACE.codes), vsic: Text, workplaceAddress: Text, industrialZone: Yes, everWorked: Yes,
  unemployedFor: maybe<UnemployedFor>(UNEMPLOYED_FOR.codes), previousJob: Text, inactiveReason: maybe<InactiveReason>(INACTIVE_REASON.codes), jobWant: maybe<JobWant>(JOB_WANT.codes), jobWanted: Text,
  wageWantedDong: z._default(z.nullable(Dong), null), trainingWant: Yes, tradeWanted: Text, levelWanted: Text, trainingWhen: Text, note: Text,
});
export type FormBody = z.infer<typeof FormBody>;

/** `confirm`: codes of warnings the officer has seen and goes on with. `replaces`: the form that is corrected. */
export const StatusBody = z.object({ worker: Worker, period: Period, surveyedOn: Day, form: FormBody, replaces: z._default(z.nullable(Id), null), confirm: z._default(z.array(z.string()), []) });
export type StatusBody = z.infer<typeof StatusBody>;

export const StatusRow = z.object({
  id: z.string(), ...WorkerView, period: z.string(), surveyedOn: z.string(), source: z.enum(["survey", "list", "self", "linked"]), recordedAt: z.string(), voidedAt: z.nullable(z.string()), voidReason: z.nullable(z.string()),
  form: FormBody,
});
export type StatusRow = z.infer<typeof StatusRow>;

export const SORTS = ["name", "-name", "hamlet", "-hamlet", "surveyed", "-surveyed"] as const;
const WANTS = ["job", "training"] as const;
const asked = {
  ...Where, period: z.optional(Period), state: z.optional(oneOf<StateCode>(STATE.codes)), qualification: z.optional(oneOf<Qualification>(QUALIFICATION.codes)), hamlet: z.optional(Id), identified: z.optional(z.enum(["yes", "no"])),
  wants: z.optional(z.enum(WANTS)), priority: z.optional(oneOf<Priority>(PRIORITY.codes)), q: SearchText, sort: z._default(z.enum(SORTS), "name"),
};
export const StatusQuery = z.object(asked);
export type StatusQuery = z.infer<typeof StatusQuery>;

const May = z.object({ enter: z.boolean(), keep: z.boolean() });
export const Survey = z.object({ id: z.string(), unitUid: z.string(), unit: z.string(), period: z.string(), name: z.string(), startsOn: z.string(), endsOn: z.string(), document: z.nullable(z.string()) });
export type Survey = z.infer<typeof Survey>;
export const SurveyBody = z.object({ unitUid: z.string(), period: Period, name: Words, startsOn: Day, endsOn: Day, document: MaybeWords });
export type SurveyBody = z.infer<typeof SurveyBody>;

/** People of 15 or older, each counted once. Rates in machine text, percent with one decimal; null where there is nobody to divide by. */
export const SummaryRow = z.object({
  hamletId: z.nullable(z.string()), hamlet: z.string(), unit: z.string(), people: z.number(), employed: z.number(), unemployed: z.number(), inactive: z.number(), unidentified: z.number(),
  /** of the labour force (employed and unemployed) */
  trained: z.number(), certified: z.number(), trainedUnknown: z.number(), wantJob: z.number(), wantTraining: z.number(), unemployedRate: z.nullable(z.string()), trainedRate: z.nullable(z.string()), certifiedRate: z.nullable(z.string()),
});
export type SummaryRow = z.infer<typeof SummaryRow>;

export const labourRoutes = {
  list: route({ method: "GET", path: "/jobs/labour/forms", summary: "Phiếu thông tin về người lao động", query: z.object({ ...asked, page: PageNumber }), answer: z.object({ total: z.number(), page: z.number(), perPage: z.number(), periods: z.array(z.string()), rows: z.array(StatusRow), may: May }) }),
  one: route({ method: "GET", path: "/jobs/labour/forms/:id", summary: "Một phiếu và các phiếu khác của người này", params: ById, query: z.object({ on: Day }), answer: z.object({ row: StatusRow, others: z.array(StatusRow), may: May }) }),
  record: route({ method: "POST", path: "/jobs/labour/forms", summary: "Ghi hoặc sửa phiếu: phiếu cũ được giữ lại", body: StatusBody, answer: Done }),
  remove: route({ method: "POST", path: "/jobs/labour/forms/:id/void", summary: "Hủy phiếu ghi sai", params: ById, body: z.object({ reason: Reason }), answer: Done }),
  export: route({ method: "POST", path: "/jobs/labour/forms/export", summary: "Xuất danh sách phiếu", body: z.object({ query: StatusQuery, purpose: Reason }), answer: "file" }),
  summary: route({
    method: "GET", path: "/jobs/labour/summary", summary: "Tổng hợp cung lao động theo ấp", query: z.object({ ...Where, period: z.optional(Period) }),
    answer: z.object({ period: z.nullable(z.string()), periods: z.array(z.string()), rows: z.array(SummaryRow), total: SummaryRow }),
  }),
  surveys: route({ method: "GET", path: "/jobs/labour/surveys", summary: "Đợt thu thập thông tin cung lao động", query: z.object(Where), answer: z.object({ rows: z.array(Survey), may: May }) }),
  addSurvey: route({ method: "POST", path: "/jobs/labour/surveys", summary: "Mở một đợt thu thập", body: SurveyBody, answer: Done }),
  removeSurvey: route({ method: "POST", path: "/jobs/labour/surveys/:id/void", summary: "Hủy đợt ghi sai", params: ById, body: z.object({ reason: Reason }), answer: Done }),
};
