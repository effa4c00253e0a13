import type { SheetMapping } from "../../exchange/list-format.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";

export type KeptMapping<Key extends string = string> = Omit<SheetMapping<Key>, "sheet" | "firstRow">;

/** The mappings an office corrected before, by the shape of the headings. */
export async function keptMappings<Key extends string>(tx: Tx, unitUid: string, format: string): Promise<ReadonlyMap<string, KeptMapping<Key>>> {
  const { rows } = await tx.client.query<{ shape_key: string; mapping: KeptMapping<Key> }>("select shape_key, mapping from import_mapping where unit_uid = $1 and format = $2", [unitUid, format]);
  return new Map(rows.map((row) => [row.shape_key, row.mapping]));
}

export interface MappingsToKeep {
  readonly unitUid: string;
  readonly format: string;
  readonly mappings: readonly (KeptMapping & { readonly shape: string })[];
}

/** Keeps corrected mappings for the office and these shapes of headings. */
export function keepMappings(services: Services, actor: Actor, commandId: string, { unitUid, format, mappings }: MappingsToKeep): Promise<{ kept: number }> {
  return services.door.write(actor, { commandId, name: "registry.keepListMapping", input: { unitUid, format, mappings } }, async (tx) => {
    for (const { shape, ...mapping } of mappings) {
      await tx.client.query(
        `insert into import_mapping (unit_uid, format, shape_key, mapping) values ($1, $2, $3, $4)
         on conflict (unit_uid, format, shape_key) do update set mapping = excluded.mapping, recorded_at = now()`,
        [unitUid, format, shape, JSON.stringify(mapping)],
      );
    }
    return { answer: { kept: mappings.length }, rows: mappings.length, unitUid };
  });
}
