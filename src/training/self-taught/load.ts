import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { AppError } from "../../kernel/error.ts";
import type { Services } from "../../platform/feature.ts";
import { folderOf } from "../../platform/resources.ts";
import { SelfTaughtRules } from "./rules/judge.ts";

const cache = new Map<string, SelfTaughtRules>();

/** The rules in use: built in, or the authority's own `training/self-taught.json` in the data folder. Errors: invalid "training.selfTaught.badRules". */
export function selfTaughtRules(services: Pick<Services, "config">): SelfTaughtRules {
  const own = join(services.config.data, "training", "self-taught.json");
  return existsSync(own) ? read(own) : builtInRules();
}

/** What a list is looked through by before anybody's own rules are known; taking it asks `selfTaughtRules`. */
export const builtInRules = (): SelfTaughtRules => read(folderOf("src/training/self-taught/rules.json"));

function read(file: string): SelfTaughtRules {
  const known = cache.get(file);
  if (known) return known;
  const parsed = z.safeParse(SelfTaughtRules, JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.success) throw new AppError("invalid", "training.selfTaught.badRules", { file, what: parsed.error.issues[0]!.message });
  cache.set(file, parsed.data);
  return parsed.data;
}
