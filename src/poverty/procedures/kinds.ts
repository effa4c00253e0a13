import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { AppError } from "../../kernel/error.ts";
import type { Services } from "../../platform/feature.ts";
import { folderOf } from "../../platform/resources.ts";
import { issuesText } from "../schema-words.ts";
import { ProcedureKind } from "./rules/kind.ts";

const BUILT_IN = "src/poverty/procedures/kinds";
const loaded = new Map<string, readonly ProcedureKind[]>();

const filesOf = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")).map((name) => join(folder, name)) : []);

function readKind(path: string): ProcedureKind {
  const result = ProcedureKind.safeParse(JSON.parse(readFileSync(path, "utf8")), { reportInput: true });
  if (result.success) return result.data;
  throw new AppError("invalid", "poverty.standardInvalid", { file: basename(path), problems: issuesText(result.error.issues, "vi") });
}

/** Kinds of requests in use, in their order; a file of `procedures` in the data folder replaces the built-in one of its id or adds one. */
export function kindsOf({ config }: Pick<Services, "config">): readonly ProcedureKind[] {
  const known = loaded.get(config.data);
  if (known) return known;
  const byId = new Map([...filesOf(folderOf(BUILT_IN)), ...filesOf(join(config.data, "procedures"))].map(readKind).map((kind) => [kind.id, kind]));
  const kinds = [...byId.values()].toSorted((a, b) => a.order - b.order);
  loaded.set(config.data, kinds);
  return kinds;
}

/** Errors: not_found "poverty.procedure.kindUnknown". */
export function getKind(services: Pick<Services, "config">, id: string): ProcedureKind {
  const kind = kindsOf(services).find((one) => one.id === id);
  if (!kind) throw new AppError("not_found", "poverty.procedure.kindUnknown", { kind: id });
  return kind;
}
