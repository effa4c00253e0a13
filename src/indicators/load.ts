import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { AppError } from "../kernel/error.ts";
import { folderOf } from "../platform/resources.ts";
import { Definition } from "./rules/definition.ts";

let cached: ReadonlyMap<string, Definition> | undefined;

/** Every indicator of `definitions/`, in file order. Errors: invalid "indicators.badFile" with file and place. */
export function definitions(): ReadonlyMap<string, Definition> {
  cached ??= loadDefinitions(folderOf("src/indicators/definitions"));
  return cached;
}

export function loadDefinitions(folder: string): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json")).sort()) {
    const parsed = z.array(Definition).safeParse(JSON.parse(readFileSync(join(folder, file), "utf8")));
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      throw new AppError("invalid", "indicators.badFile", { file, where: issue.path.join("."), what: issue.message });
    }
    for (const definition of parsed.data) found.set(definition.id, definition);
  }
  return found;
}
