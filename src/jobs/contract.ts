import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../kernel/date.ts";
import { WorkerInput } from "../registry/rules/worker.ts";

// Shapes that all parts of the feature speak in.

export const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
export const Id = z.string().check(z.uuid());
export const ById = z.object({ id: Id });
export const Done = z.object({ id: z.string() });
export const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
export const Words = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
export const MaybeWords = z._default(z.nullable(z.string().check(z.trim(), z.maxLength(1000))), null);
export const Dong = z.int().check(z.gte(0), z.lte(1_000_000_000_000));
export const Vsco = z.string().check(z.regex(/^\d{1,5}$/));
export const PageNumber = z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100_000)), 1);
export const PER_PAGE = 50;
export const Month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));
export const Where = { area: z.string(), on: Day };
export const SearchText = z.optional(z.string().check(z.trim(), z.maxLength(100)));
export const Worker = WorkerInput;

/** Somebody as lists show him; `personId` null: not identified. */
export const WorkerView = {
  personId: z.nullable(z.string()), fullName: z.string(), birthDate: z.nullable(z.string()), birthYear: z.nullable(z.number()), sex: z.number(), hamletId: z.string(), hamlet: z.string(), unit: z.string(),
};
