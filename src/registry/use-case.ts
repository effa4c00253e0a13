import type { Actor } from "../platform/actor.ts";
import type { Change, Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import type { RegistryContributions } from "./contributions.ts";
import { changed, loadForChange, touchHousehold, type HouseholdPatch } from "./household-store.ts";
import { lookupOf } from "./sealing.ts";
import { mustKeepRegistry } from "./policy.ts";
import type { Household } from "./rules/household.ts";

/** Who asks for what, under which command id. */
export interface Asked<Input> {
  readonly actor: Actor;
  readonly commandId: string;
  readonly input: Input;
}

export interface RegistryServices extends Services {
  readonly contributions: RegistryContributions;
}

export interface Done {
  readonly id: string;
  readonly version: number;
  /** the household that a split made */
  readonly formed?: string | undefined;
}

/** What a use case wrote beside the household's own row. */
export interface Written {
  readonly changes: readonly Change[];
  readonly patch?: HouseholdPatch;
  readonly kind?: Change["kind"];
  readonly formed?: string;
  readonly meta?: Record<string, unknown>;
  /** other hamlets whose counts changed */
  readonly hamletIds?: readonly string[];
}

/** The input as the command's digest may know it: numbers by their keyed hash only. */
export const forDigest = (services: Services, input: unknown): unknown =>
  JSON.parse(JSON.stringify(input, (key, value: unknown) => {
    if (key === "number" && typeof value === "string") return lookupOf(services.config.keys, value).toString("hex");
    if (key === "numbers" && Array.isArray(value)) return value.map((text) => lookupOf(services.config.keys, String(text)).toString("hex"));
    return value;
  }));

/**
 * A change of one household through the door: who may, the household as it stands under `baseVersion`, the work, its row counted on,
 * and the cells of its hamlet marked stale. Errors: forbidden, not_found, conflict "registry.householdChanged".
 */
export function changeHousehold(
  services: Services, name: string, householdId: string, { actor, commandId, input }: Asked<{ readonly baseVersion: number }>,
  work: (tx: Tx, household: Household) => Promise<Written>,
): Promise<Done> {
  mustKeepRegistry(actor);
  return services.door.write(actor, { commandId, name, input: forDigest(services, { householdId, ...input }) }, async (tx) => {
    const household = await loadForChange(tx, householdId, input.baseVersion);
    mustKeepRegistry(actor, household.hamletId);
    const { changes, patch, kind, formed, meta, hamletIds } = await work(tx, household);
    const version = await touchHousehold(tx, household, patch);
    return {
      answer: { id: householdId, version, ...(formed !== undefined && { formed }) }, subject: householdId, meta: meta ?? {}, changes: [changed(household, kind), ...changes],
      dirty: { topic: "status", hamletIds: [household.hamletId, ...(hamletIds ?? [])] },
    };
  });
}
