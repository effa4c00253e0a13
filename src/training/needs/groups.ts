import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { AppError } from "../../kernel/error.ts";
import type { Services } from "../../platform/feature.ts";
import { folderOf } from "../../platform/resources.ts";

const Words = z.object({ vi: z.string(), en: z.string() });
const NeedGroups = z.object({ note: z.string(), certainty: z.enum(["text", "second-hand", "unchecked", "unknown"]), source: z.string(), groups: z.array(z.object({ code: z.string(), name: Words, learner: z.optional(z.string()) })) });
/** `learner`: the policy group of a learner that it stands for; left out: none. */
export type NeedGroups = z.infer<typeof NeedGroups>;

const cache = new Map<string, NeedGroups>();

/** Groups a survey asks for: built in, or the authority's own `training/need-groups.json` in the data folder. Errors: invalid "training.need.badGroups". */
export function needGroups(services: Pick<Services, "config">): NeedGroups {
  const own = join(services.config.data, "training", "need-groups.json");
  const file = existsSync(own) ? own : folderOf("src/training/needs/need-groups.json");
  const known = cache.get(file);
  if (known) return known;
  const read = z.safeParse(NeedGroups, JSON.parse(readFileSync(file, "utf8")));
  if (!read.success) throw new AppError("invalid", "training.need.badGroups", { file, what: read.error.issues[0]!.message });
  cache.set(file, read.data);
  return read.data;
}
