import { existsSync } from "node:fs";
import { join } from "node:path";
import { makeDate, type PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import { folderOf } from "../platform/resources.ts";
import type { Services } from "../platform/feature.ts";
import { loadCodeList, loadRulesets } from "./load.ts";
import type { CodeEntry } from "./rules/code-list.ts";
import { isPicked, pickRuleset, type Picked } from "./rules/pick-ruleset.ts";
import { validityAt, type Ruleset } from "./rules/ruleset.ts";
import { StandardWords } from "./standard-words.ts";

const BUILT_IN = "src/poverty/standards";

/** Where an authority of this installation lays its own standards: `standards` in the data folder. */
const ownFolder = ({ config }: Pick<Services, "config">): string | undefined => {
  const folder = join(config.data, "standards");
  return existsSync(folder) ? folder : undefined;
};

const loaded = new Map<string, readonly Ruleset[]>();

/** The standards in use, read once; `folder` (of a command) takes the place of the installation's own and is read each time. */
export function rulesetsOf(services: Services, folder?: string): readonly Ruleset[] {
  if (folder !== undefined) return loadRulesets(folderOf(BUILT_IN), folder);
  const own = ownFolder(services);
  const found = loaded.get(own ?? "") ?? loadRulesets(folderOf(BUILT_IN), own);
  loaded.set(own ?? "", found);
  return found;
}

const lists = new Map<string, readonly CodeEntry[]>();

/** A list that officers tick from, read once. */
function codeList(services: Pick<Services, "config">, id: string): readonly CodeEntry[] {
  const own = ownFolder(services);
  const key = `${id} ${own ?? ""}`;
  const found = lists.get(key) ?? loadCodeList(id, folderOf(BUILT_IN), own).entries;
  lists.set(key, found);
  return found;
}

export const causesOf = (services: Pick<Services, "config">): readonly CodeEntry[] => codeList(services, "causes");
export const characteristicsOf = (services: Pick<Services, "config">): readonly CodeEntry[] => codeList(services, "characteristics");

/** The day whose status is asked when a year is: its first. */
export const statusDay = (statusYear: number): PlainDate => makeDate(statusYear, 1, 1);

/** The national standard of a day. Errors: refused "poverty.noRuleset" | "poverty.rulesetsOverlap". */
export function getRuleset(rulesets: readonly Ruleset[], on: PlainDate): Picked {
  const picked = pickRuleset(on, rulesets);
  if (isPicked(picked)) return picked;
  throw new AppError("refused", picked.code, { ...picked.data, ...new StandardWords(undefined, "vi").display(picked.data) });
}

/** A standard by its name, for a second result set beside the one in force. Errors: not_found "poverty.rulesetUnknown". */
export function getNamedRuleset(rulesets: readonly Ruleset[], id: string, on: PlainDate): Picked {
  const ruleset = rulesets.find((one) => one.id === id);
  if (!ruleset) throw new AppError("not_found", "poverty.rulesetUnknown", { ruleset: id, known: rulesets.map((one) => one.id).join(", ") });
  return { ruleset, validity: validityAt(ruleset.validity, on) ?? ruleset.validity[0]! };
}
