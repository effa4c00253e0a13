import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { AppError } from "../../kernel/error.ts";
import type { Services } from "../../platform/feature.ts";
import { folderOf } from "../../platform/resources.ts";
import { TrainingTable } from "./rules/definition.ts";

const cache = new Map<string, readonly TrainingTable[]>();

/** The tables in use, by number: built in, or the authority's own of the same id in `training/tables` of the data folder. Errors: invalid "training.table.badFile". */
export function trainingTables(services: Pick<Services, "config">): readonly TrainingTable[] {
  const own = join(services.config.data, "training", "tables");
  const folders = [folderOf("src/training/tables/definitions"), ...(existsSync(own) ? [own] : [])];
  const key = folders.join();
  const found = cache.get(key) ?? readAll(folders);
  cache.set(key, found);
  return found;
}

function readAll(folders: readonly string[]): TrainingTable[] {
  const tables = new Map<string, TrainingTable>();
  for (const folder of folders) {
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".json")).sort()) {
      const file = join(folder, name);
      const read = z.safeParse(TrainingTable, JSON.parse(readFileSync(file, "utf8")));
      if (!read.success) throw new AppError("invalid", "training.table.badFile", { file, what: read.error.issues[0]!.message });
      tables.set(read.data.id, read.data);
    }
  }
  return [...tables.values()].toSorted((a, b) => a.number - b.number);
}
