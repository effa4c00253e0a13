import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../../kernel/date.ts";

const Day = z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD"));
const dated = <V extends z.ZodMiniType>(value: V) =>
  z.array(z.object({
    from: Day, value, certainty: z.enum(["text", "second-hand", "unchecked"]), source: z.optional(z.string()), note: z.optional(z.object({ vi: z.string(), en: z.string() })),
  })).check(z.minLength(1));

/** What the law leaves open about movement, as dated data: oldest first; the first one also holds for earlier days. */
export const MovementParameters = z.object({
  kind: z.literal("movement-parameters"),
  /** how far back an earlier list makes a household one that fell back; null: any time on file */
  lookBackYears: dated(z.nullable(z.int().check(z.gte(1), z.lte(50)))),
  formerlyPoorAsNearPoor: dated(z.enum(["returned", "new"])),
});
export type MovementParameters = z.infer<typeof MovementParameters>;

const standingOn = <T extends { readonly from: string }>(rows: readonly T[], on: PlainDate): T => rows.findLast((row) => row.from <= on) ?? rows[0]!;

export interface StandingParameters {
  readonly lookBackYears: MovementParameters["lookBackYears"][number];
  readonly formerlyPoorAsNearPoor: MovementParameters["formerlyPoorAsNearPoor"][number];
}

export const parametersOn = ({ lookBackYears, formerlyPoorAsNearPoor }: MovementParameters, on: PlainDate): StandingParameters => ({
  lookBackYears: standingOn(lookBackYears, on), formerlyPoorAsNearPoor: standingOn(formerlyPoorAsNearPoor, on),
});
