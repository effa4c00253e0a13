import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { AppError } from "../kernel/error.ts";
import type { Services } from "../platform/feature.ts";
import { folderOf } from "../platform/resources.ts";

const Days = z.int().check(z.gte(0), z.lte(3_650));
const Note = z.object({ vi: z.string(), en: z.string() });
const FairParameters = z.object({
  kind: z.literal("fair-parameters"),
  followUpDays: z.object({ overseas: Days, training: Days, certainty: z.string(), note: Note }),
  /** days after which a firm has to have deleted the details of somebody it did not take on; null: no number is set */
  deleteAfterDays: z.object({ value: z.nullable(Days), certainty: z.string(), source: z.string(), note: Note }),
  /** days after its last day for which the names of a fair's visitors are kept; null, or not given: the office has set none */
  eraseAfterDays: z.optional(z.object({ value: z.nullable(Days), certainty: z.string(), source: z.string(), note: Note })),
});
export type FairParameters = z.infer<typeof FairParameters>;

/** The office's own `fairs/parameters.json` in the data folder, else the built-in one. Errors: invalid "fairs.badParameters". */
export function fairParameters({ config }: Pick<Services, "config">): FairParameters {
  const own = join(config.data, "fairs", "parameters.json");
  const file = existsSync(own) ? own : folderOf("src/fairs/parameters.json");
  try {
    return z.parse(FairParameters, JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new AppError("invalid", "fairs.badParameters", { file, what: (cause as Error).message });
  }
}
