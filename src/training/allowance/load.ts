import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { AppError } from "../../kernel/error.ts";
import type { Services } from "../../platform/feature.ts";
import { folderOf } from "../../platform/resources.ts";
import { issuesText } from "../../poverty/public.ts";
import type { Documents } from "../../poverty/rules/documents.ts";
import { AllowanceFile, type AllowancePolicy, type AllowanceRules, type BaseSalary, type Choice, type Group, type TopUp } from "./rules/policy-shape.ts";

const BUILT_IN = "src/training/allowance/policies";

/**
 * The built-in policies and an authority's own. A policy of the same id and scope, the base salary, the choice, a group of the same code
 * and a top-up of the same id and scope take the place of the built-in ones; new ones are added.
 * @throws AppError invalid "training.allowance.policiesNotJson", "training.allowance.policiesInvalid" (file, problems), "training.allowance.groupUnknown"
 */
export function loadAllowanceRules(extraFolder?: string, folder: string = folderOf(BUILT_IN)): AllowanceRules {
  const [policies, groups, topUps] = [new Map<string, AllowancePolicy>(), new Map<string, Group>(), new Map<string, TopUp>()];
  let [baseSalary, choice]: [BaseSalary | undefined, Choice | undefined] = [undefined, undefined];
  const documents: Documents = {};
  for (const each of extraFolder === undefined ? [folder] : [folder, extraFolder]) {
    for (const name of readdirSync(each).filter((file) => file.endsWith(".json")).sort()) {
      const file = readFile(join(each, name));
      if ("documents" in file) Object.assign(documents, file.documents);
      if (file.kind === "allowance") policies.set(`${file.id} ${file.scope}`, file);
      else if (file.kind === "base-salary") baseSalary = file;
      else if (file.kind === "allowance-choice") choice = file;
      else if (file.kind === "allowance-top-up") topUps.set(`${file.id} ${file.scope}`, file);
      else for (const entry of file.entries) groups.set(entry.code, entry);
    }
  }
  const rules = { policies: [...policies.values()], baseSalary: baseSalary!, choice: choice!, groups: [...groups.values()], topUps: [...topUps.values()], documents };
  refuseUnknownGroups(rules);
  return rules;
}

function readFile(path: string): AllowanceFile {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new AppError("invalid", "training.allowance.policiesNotJson", { file: basename(path), reason: (error as Error).message });
  }
  const result = AllowanceFile.safeParse(json, { reportInput: true });
  if (result.success) return result.data;
  throw new AppError("invalid", "training.allowance.policiesInvalid", { file: basename(path), problems: issuesText(result.error.issues, "vi") });
}

function refuseUnknownGroups({ policies, groups, topUps }: AllowanceRules): void {
  const known = new Set(groups.map(({ code }) => code));
  const check = (of: string, codes: readonly string[]): void => {
    const missing = codes.filter((code) => !known.has(code));
    if (missing.length > 0) throw new AppError("invalid", "training.allowance.groupUnknown", { policy: of, groups: missing.join(", ") });
  };
  for (const { id, levels, travel, derived, derivedByArea } of policies)
    check(id, [...levels.flatMap(({ members }) => members), ...travel.hard.groups, ...travel.normal.groups, ...derived.flatMap(({ all, group }) => [...all, group]), ...derivedByArea.flatMap((one) => [one.group, one.becomes])]);
  for (const { id, groups: named } of topUps) check(id, named);
}

const loaded = new Map<string, AllowanceRules>();

/** The rules in use, read once: the built-in ones and those that an authority lays in `allowance` of the data folder. */
export function allowanceRulesOf({ config }: Pick<Services, "config">): AllowanceRules {
  const folder = join(config.data, "allowance");
  const own = existsSync(folder) ? folder : undefined;
  const found = loaded.get(own ?? "") ?? loadAllowanceRules(own);
  loaded.set(own ?? "", found);
  return found;
}
