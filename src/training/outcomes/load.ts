import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { AppError } from "../../kernel/error.ts";
import type { Services } from "../../platform/feature.ts";
import { folderOf } from "../../platform/resources.ts";
import { OutcomeKinds } from "./rules/kinds.ts";

const BUILT_IN = "src/training/outcomes/outcome-kinds.json";
const cache = new Map<string, OutcomeKinds>();

/** The outcome kinds in use: built in, or the authority's own `training/outcome-kinds.json` in the data folder. Errors: invalid "training.outcome.badKinds". */
export function outcomeKinds(services: Pick<Services, "config">): OutcomeKinds {
  const own = join(services.config.data, "training", "outcome-kinds.json");
  const file = existsSync(own) ? own : folderOf(BUILT_IN);
  const found = cache.get(file) ?? read(file);
  cache.set(file, found);
  return found;
}

function read(file: string): OutcomeKinds {
  try {
    return z.parse(OutcomeKinds, JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new AppError("invalid", "training.outcome.badKinds", { file, what: (cause as Error).message });
  }
}

let builtIn: OutcomeKinds | undefined;

/** The built-in kinds, whatever an authority laid beside them. */
export const builtInKinds = (): OutcomeKinds => (builtIn ??= read(folderOf(BUILT_IN)));
