import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../../kernel/error.ts";
import type { Services } from "../../platform/feature.ts";
import { folderOf } from "../../platform/resources.ts";
import { ownTables } from "../movement/parameters.ts";
import { ReportFile, type AnyTable, type ProvinceColumns } from "./rules/definition.ts";

export interface Definitions {
  /** in the order of their numbers */
  readonly tables: readonly AnyTable[];
  readonly provinces: ProvinceColumns["provinces"];
}

const cache = new Map<string, Definitions>();

/** The tables in use: built in, or the authority's own file with the same id in its place. Errors: invalid "poverty.tables.badFile". */
export function tableDefinitions(services: Pick<Services, "config">): Definitions {
  const own = ownTables(services);
  const key = existsSync(own) ? own : "";
  const found = cache.get(key) ?? read([folderOf("src/poverty/tables/definitions"), ...(key === "" ? [] : [own])]);
  cache.set(key, found);
  return found;
}

/** The built-in tables: what a workbook made elsewhere is read by. */
export const builtInTables = (): Definitions => read([folderOf("src/poverty/tables/definitions")]);

function read(folders: readonly string[]): Definitions {
  const tables = new Map<string, AnyTable>();
  let provinces: ProvinceColumns["provinces"] = [];
  for (const folder of folders) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "movement-parameters.json").sort()) {
      const content = readFile(join(folder, file));
      if (content.kind === "province-columns") provinces = [...content.provinces, ...provinces];
      else tables.set(content.id, content);
    }
  }
  return { tables: [...tables.values()].sort((a, b) => a.number - b.number), provinces };
}

function readFile(file: string): ReportFile {
  try {
    return ReportFile.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new AppError("invalid", "poverty.tables.badFile", { file, what: (cause as Error).message });
  }
}
