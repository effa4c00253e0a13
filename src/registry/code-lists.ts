import { readFileSync } from "node:fs";
import { AppError } from "../kernel/error.ts";
import { folderOf } from "../platform/resources.ts";

interface Code {
  readonly code: string;
  readonly name: string;
}

let lists: { readonly relations: readonly Code[]; readonly ethnicGroups: readonly Code[] } | undefined;

/** Relation to the head (data/code-lists.json) and the peoples with their statistical codes (data/ethnic-groups.csv). */
export function codeLists(): NonNullable<typeof lists> {
  lists ??= { relations: readRelations(), ethnicGroups: readEthnicGroups() };
  return lists;
}

function readRelations(): Code[] {
  const file = JSON.parse(readFileSync(folderOf("data/code-lists.json"), "utf8")) as { relation_to_head: { items: [string, string][] } };
  return file.relation_to_head.items.map(([code, name]) => ({ code, name }));
}

function readEthnicGroups(): Code[] {
  const [, ...lines] = readFileSync(folderOf("data/ethnic-groups.csv"), "utf8").trimEnd().split(/\r?\n/);
  return lines.map((line) => line.split(",")).map(([code, name]) => ({ code: code!, name: name! }));
}

export function mustBeRelation(code: string): void {
  if (!codeLists().relations.some((known) => known.code === code)) throw new AppError("invalid", "registry.relationUnknown", { code });
}

export function mustBeEthnicity(code: string | null): void {
  if (code !== null && !codeLists().ethnicGroups.some((known) => known.code === code)) throw new AppError("invalid", "registry.ethnicityUnknown", { code });
}
