import { z } from "zod";

export const AREA_TYPES = ["rural", "urban"] as const;
export const AreaType = z.enum(AREA_TYPES);
export type AreaType = z.infer<typeof AreaType>;

/**
 * The two ways to a class, each with its income side and its deprivation side. `points`: B1 and B2, as the law decides;
 * `declared`: đồng per person per month and number of deprivations, advice only.
 */
export const PATHS = {
  points: ["scoreIncome", "scoreDeprivation"],
  declared: ["incomePerPersonMonth", "deprivedCount"],
} as const;
export type PathName = keyof typeof PATHS;
export const PATH_NAMES = ["points", "declared"] as const satisfies readonly PathName[];

export const Quantity = z.enum([...PATHS.points, ...PATHS.declared]);
export type Quantity = z.infer<typeof Quantity>;

export const Op = z.enum(["<", "<=", ">", ">=", "="]);
export type Op = z.infer<typeof Op>;

export const Key = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/, { message: "poverty.schema.key" });

/** A named quantity of the household compared with a named limit of the ruleset. */
export const Condition = z.strictObject({ quantity: Quantity, op: Op, limit: Key });
export type Condition = z.infer<typeof Condition>;

/** Whole numbers only: `left op right`. */
export function holds(left: number, op: Op, right: number): boolean {
  switch (op) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    case "=":
      return left === right;
  }
}
