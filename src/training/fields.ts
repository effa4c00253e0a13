import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../kernel/date.ts";

/** Pieces of the contracts of this feature. */
export const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
export const Id = z.string().check(z.uuid());
export const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
export const Long = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000));
export const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
export const Year = z.coerce.number().check(z.int(), z.gte(2000), z.lte(2200));
export const Money = z.int().check(z.gte(0), z.lte(10_000_000_000_000));
export const Version = z.int().check(z.gte(1));
export const ById = z.object({ id: Id });
export const MaybeString = z.nullable(z.string());
export const MaybeNumber = z.nullable(z.number());
/** left out or null: not known */
export const maybe = <S extends z.ZodMiniType>(schema: S) => z.optional(z.nullable(schema));
/** decimal text with at most one decimal: "4", "2.5" */
export const Tenths = z.string().check(z.regex(/^\d{1,5}(\.\d)?$/));
/** "7.25" */
export const ExamMark = z.string().check(z.regex(/^(10(\.0{1,2})?|\d(\.\d{1,2})?)$/));
export const Paging = {
  page: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100_000)), 1),
  perPage: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(500)), 50),
};

/** Something that stands in the way: `refuses` when no reason of the officer's helps. `text`: in words. */
export const ReasonView = z.object({ code: z.string(), certainty: z.string(), refuses: z.boolean(), text: z.string() });
export type ReasonView = z.infer<typeof ReasonView>;
