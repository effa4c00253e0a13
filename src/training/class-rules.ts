import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { AppError } from "../kernel/error.ts";
import type { Services } from "../platform/feature.ts";
import { folderOf } from "../platform/resources.ts";
import { issuesText } from "../poverty/public.ts";
import { ClassRules } from "./rules/class-rules-shape.ts";

const BUILT_IN = "src/training/class-rules/national.json";
const loaded = new Map<string, ClassRules>();

/** @throws AppError invalid "training.rulesInvalid" (file, problems) */
export function readClassRules(path: string): ClassRules {
  const result = ClassRules.safeParse(JSON.parse(readFileSync(path, "utf8")), { reportInput: true });
  if (result.success) return result.data;
  throw new AppError("invalid", "training.rulesInvalid", { file: basename(path), problems: issuesText(result.error.issues, "vi") });
}

let builtIn: ClassRules | undefined;

/** The built-in rules, whatever an authority laid beside them. */
export const builtInClassRules = (): ClassRules => (builtIn ??= readClassRules(folderOf(BUILT_IN)));

/** The rules in use, read once: the built-in ones, or the file that an authority lays in `class-rules` of the data folder. */
export function classRulesOf({ config }: Pick<Services, "config">): ClassRules {
  const known = loaded.get(config.data);
  if (known) return known;
  const folder = join(config.data, "class-rules");
  const [own] = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")).sort() : [];
  const rules = readClassRules(own === undefined ? folderOf(BUILT_IN) : join(folder, own));
  loaded.set(config.data, rules);
  return rules;
}
