import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { AppError } from "../kernel/error.ts";
import { CodeList } from "./rules/code-list.ts";
import { IndicatorSet } from "./rules/indicator-set.ts";
import { type Ruleset, RulesetFile } from "./rules/ruleset.ts";
import { issuesText } from "./schema-words.ts";

const StandardFile = z.discriminatedUnion("kind", [RulesetFile, IndicatorSet, CodeList]);
type StandardFile = z.infer<typeof StandardFile>;

/**
 * All poverty standards of the built-in folder (`standards/`, located by the caller, since the server is bundled) and of
 * an authority's own folder, oldest first. A file with an id that exists replaces it; a new id adds a standard.
 * @throws AppError invalid "poverty.standardInvalid" (file, problems) · "poverty.standardsOverlap"
 */
export function loadRulesets(folder: string, extraFolder?: string): Ruleset[] {
  const files = readFolders(folder, extraFolder);
  const rulesets = files.flatMap(({ file, content }) => (content.kind === "ruleset" ? [withIndicators(file, content, files)] : []));
  const sorted = rulesets.sort((a, b) => (a.validity[0]!.from < b.validity[0]!.from ? -1 : 1));
  refuseOverlap(sorted);
  return sorted;
}

/** A list that officers tick from: `causes`, `characteristics`. @throws AppError invalid "poverty.listMissing" */
export function loadCodeList(id: string, folder: string, extraFolder?: string): CodeList {
  for (const { content } of readFolders(folder, extraFolder)) if (content.kind === "code-list" && content.id === id) return content;
  throw new AppError("invalid", "poverty.listMissing", { id, folder });
}

type Read = { file: string; content: StandardFile };

/** One entry per kind and id, the extra folder's in place of the built-in one. */
function readFolders(folder: string, extraFolder: string | undefined): Read[] {
  const byId = new Map<string, Read>();
  for (const each of extraFolder === undefined ? [folder] : [folder, extraFolder]) {
    const seen = new Map<string, string>();
    for (const name of readdirSync(each).filter((file) => file.endsWith(".json")).sort()) {
      const content = readStandard(join(each, name));
      const key = `${content.kind} ${content.id}`;
      const twin = seen.get(key);
      if (twin !== undefined) throw new AppError("invalid", "poverty.standardTwice", { id: content.id, file: name, other: twin });
      seen.set(key, name);
      byId.set(key, { file: name, content });
    }
  }
  return [...byId.values()];
}

function readStandard(path: string): StandardFile {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new AppError("invalid", "poverty.standardNotJson", { file: basename(path), reason: (error as Error).message });
  }
  const result = StandardFile.safeParse(json, { reportInput: true });
  if (result.success) return result.data;
  throw new AppError("invalid", "poverty.standardInvalid", { file: basename(path), problems: issuesText(result.error.issues, "vi") });
}

function withIndicators(file: string, ruleset: RulesetFile, files: readonly Read[]): Ruleset {
  for (const { content } of files)
    if (content.kind === "indicator-set" && content.id === ruleset.indicatorSet) return { ...ruleset, indicators: content };
  throw new AppError("invalid", "poverty.indicatorSetMissing", { file, set: ruleset.indicatorSet });
}

/** Two standards of one scope on the same date would leave the class to chance. */
function refuseOverlap(rulesets: readonly Ruleset[]): void {
  for (const a of rulesets)
    for (const b of rulesets) {
      if (a === b || a.scope !== b.scope) continue;
      const shared = a.validity.find(({ from, to }) => b.validity.some((other) => from <= other.to && other.from <= to));
      if (shared) throw new AppError("invalid", "poverty.standardsOverlap", { first: a.id, second: b.id, from: shared.from, to: shared.to });
    }
}
