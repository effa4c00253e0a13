import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../../kernel/error.ts";
import type { Services } from "../../platform/feature.ts";
import { Certainty, Words } from "../../poverty/rules/certainty.ts";
import builtIn from "./settlement-papers.json" with { type: "json" };

const File = z.object({ note: z.union([Words, z.string().transform((text) => ({ vi: text, en: text }))]), certainty: Certainty, papers: z.array(z.object({ code: z.string().regex(/^[a-z_]{2,40}$/), name: Words })).min(1) });
type File = z.output<typeof File>;
const read = new Map<string, File>();

/** The papers of a settlement: built in, or the province's own in `allowance-papers.json` of the data folder. Errors: invalid "training.settlement.papersInvalid". */
export function settlementPapers({ config }: Pick<Services, "config">): File {
  const own = join(config.data, "allowance-papers.json");
  const known = read.get(own);
  if (known) return known;
  const result = File.safeParse(existsSync(own) ? JSON.parse(readFileSync(own, "utf8")) : builtIn);
  if (!result.success) throw new AppError("invalid", "training.settlement.papersInvalid", { file: own, where: result.error.issues[0]!.path.join(".") });
  read.set(own, result.data);
  return result.data;
}
