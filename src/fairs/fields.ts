import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../kernel/date.ts";

// Shapes that the routes of this feature share.
export const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
export const MaybeDay = z.optional(z.nullable(Day));
export const Id = z.string().check(z.uuid());
export const MaybeId = z.optional(z.nullable(Id));
export const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
export const MaybeText = z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(500))));
export const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
export const Purpose = z.string().check(z.trim(), z.minLength(5), z.maxLength(500));
export const ById = z.object({ id: Id });
export const Nothing = z.object({});
export const Version = z.int().check(z.gte(1));
export const MaybeString = z.nullable(z.string());
export const Phone = z.string().check(z.trim(), z.regex(/^\+?[\d .-]{8,20}$/));
export const BirthYear = z.int().check(z.gte(1900), z.lte(2100));
export const Paging = { page: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100_000)), 1), perPage: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(500)), 50) };
export const May = z.object({ work: z.boolean(), whole: z.boolean() });
