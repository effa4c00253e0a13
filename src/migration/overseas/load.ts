import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { AppError } from "../../kernel/error.ts";
import type { Services } from "../../platform/feature.ts";
import { folderOf } from "../../platform/resources.ts";
import { OverseasForms, OverseasMarkets, RequestStandard, SupportStandard, type OverseasForm, type OverseasMarket } from "./rules/standards.ts";

const BUILT_IN = "src/migration/overseas/standards";
const Standard = z.discriminatedUnion("kind", [OverseasForms, OverseasMarkets, RequestStandard, SupportStandard]);

export interface OverseasStandards {
  readonly forms: readonly OverseasForm[];
  readonly markets: readonly OverseasMarket[];
  readonly request: RequestStandard;
  readonly supports: readonly SupportStandard[];
}

const loaded = new Map<string, OverseasStandards>();

function readFolder(folder: string): Map<string, z.infer<typeof Standard>> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  return new Map(names.map((name) => {
    const result = Standard.safeParse(JSON.parse(readFileSync(join(folder, name), "utf8")));
    if (!result.success) throw new AppError("invalid", "migration.standardInvalid", { file: basename(name), problem: z.prettifyError(result.error) });
    return [name, result.data];
  }));
}

/** Dated rules of labour abroad; a file of `overseas` in the data folder replaces the built-in one of its name or adds one. Read once. */
export function overseasStandards({ config }: Pick<Services, "config">): OverseasStandards {
  const known = loaded.get(config.data);
  if (known) return known;
  const all = [...new Map([...readFolder(folderOf(BUILT_IN)), ...readFolder(join(config.data, "overseas"))]).values()];
  const standards = {
    forms: all.flatMap((one) => (one.kind === "overseas_forms" ? one.forms : [])),
    markets: all.flatMap((one) => (one.kind === "overseas_markets" ? one.markets : [])),
    request: all.find((one) => one.kind === "overseas_request")!,
    supports: all.filter((one) => one.kind === "overseas_support").toSorted((a, b) => (a.from < b.from ? -1 : 1)),
  };
  loaded.set(config.data, standards);
  return standards;
}

let markets: readonly OverseasMarket[] | undefined;
/** The countries as they ship, for reading lists. */
export const builtInMarkets = (): readonly OverseasMarket[] => (markets ??= OverseasMarkets.parse(JSON.parse(readFileSync(folderOf(`${BUILT_IN}/markets.json`), "utf8"))).markets);
