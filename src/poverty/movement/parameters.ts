import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { AppError } from "../../kernel/error.ts";
import type { Services } from "../../platform/feature.ts";
import { folderOf } from "../../platform/resources.ts";
import { MovementParameters } from "./rules/parameters.ts";

/** Where an authority of this installation lays its own tables and parameters: `report-tables` in the data folder. */
export const ownTables = ({ config }: Pick<Services, "config">): string => join(config.data, "report-tables");

/** The parameters in use: the authority's file, else the built-in one. Errors: invalid "poverty.tables.badFile". */
export function movementParameters(services: Pick<Services, "config">): MovementParameters {
  const own = join(ownTables(services), "movement-parameters.json");
  const file = existsSync(own) ? own : folderOf("src/poverty/movement/parameters.json");
  try {
    return z.parse(MovementParameters, JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new AppError("invalid", "poverty.tables.badFile", { file, what: (cause as Error).message });
  }
}
