import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { route } from "../../platform/http/contract.ts";
import { LEARNED_BY, SKILL_CHECKS } from "./rules/judge.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const Id = z.string().check(z.uuid());
const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
const Words = z.string().check(z.trim(), z.maxLength(300));
const ById = z.object({ id: Id });

export const SELF_TAUGHT_SORTS = ["name", "hamlet", "trade", "years", "year", "-name", "-hamlet", "-trade", "-years", "-year"] as const;
export const SelfTaughtQuery = z.object({
  area: z.string(), on: Day, year: z.optional(z.coerce.number().check(z.int(), z.gte(2000), z.lte(2200))), trade: z.optional(z.string()), learnedBy: z.optional(z.enum(LEARNED_BY)), hamlet: z.optional(Id), q: z.optional(Words),
  sort: z._default(z.enum(SELF_TAUGHT_SORTS), "hamlet"), page: z._default(z.coerce.number().check(z.int(), z.gte(1)), 1),
});
export type SelfTaughtQuery = z.infer<typeof SelfTaughtQuery>;

export const SelfTaughtRow = z.object({
  id: z.string(), fullName: z.string(), birthYear: z.nullable(z.number()), sex: z.number(), identified: z.boolean(), hamletId: z.string(), hamlet: z.string(), tradeCode: z.nullable(z.string()), tradeName: z.string(), vsco: z.nullable(z.string()),
  learnedBy: z.enum(LEARNED_BY), yearsInJob: z.number(), skillCheck: z.enum(SKILL_CHECKS), recognisedYear: z.number(), recognisedOn: z.nullable(z.string()), confirmer: z.string(), reason: z.nullable(z.string()), note: z.nullable(z.string()),
});
export type SelfTaughtRow = z.infer<typeof SelfTaughtRow>;

/** `tradeCode` null: a trade that is not taught, by its name. `reason`: why it is taken below the years that a rule not read in its text asks for. */
export const NewSelfTaught = z.object({
  hamletId: Id, fullName: z.string().check(z.trim(), z.minLength(2), z.maxLength(120)), birthDate: z.nullable(Day), birthYear: z.nullable(z.int().check(z.gte(1900), z.lte(2200))), sex: z.literal([0, 1, 2]),
  identity: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(20)))), tradeCode: z.nullable(z.string()), tradeName: z.nullable(Words), vsco: z.nullable(Words), learnedBy: z.enum(LEARNED_BY), yearsInJob: z.int().check(z.gte(0), z.lte(80)),
  skillCheck: z.enum(SKILL_CHECKS), recognisedYear: z.int().check(z.gte(2000), z.lte(2200)), recognisedOn: z.nullable(Day), confirmer: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)), reason: z.nullable(Words), note: z.nullable(Words),
});
export type NewSelfTaught = z.infer<typeof NewSelfTaught>;

export const selfTaughtRoutes = {
  selfTaught: route({
    method: "GET", path: "/training/self-taught", summary: "Lao động tự học của một địa bàn", query: SelfTaughtQuery,
    answer: z.object({ total: z.number(), people: z.number(), page: z.number(), perPage: z.number(), rows: z.array(SelfTaughtRow), leastYears: z.number(), rule: z.string(), may: z.object({ enter: z.boolean(), keep: z.boolean() }) }),
  }),
  addSelfTaught: route({ method: "POST", path: "/training/self-taught", summary: "Ghi một lao động tự học", body: NewSelfTaught, answer: z.object({ id: z.string(), identified: z.enum(["yes", "no", "ambiguous"]) }) }),
  voidSelfTaught: route({ method: "POST", path: "/training/self-taught/:id/void", summary: "Hủy bản ghi lao động tự học ghi nhầm", params: ById, body: z.object({ reason: Reason }), answer: z.object({ id: z.string() }) }),
  exportSelfTaught: route({ method: "POST", path: "/training/self-taught/export", summary: "Danh sách lao động tự học, tệp Excel", body: z.object({ query: SelfTaughtQuery, purpose: Reason }), answer: "file" }),
};
