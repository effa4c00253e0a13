import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { HOUSEHOLD_LIST, LIST_FIELDS, type ListMapping } from "../../registry/public.ts";
import { AppError } from "../../kernel/error.ts";

export type KeptMapping = Omit<ListMapping, "sheet" | "firstRow">;

/** The mappings an office corrected before, by the shape of the headings. */
export async function keptMappings(tx: Tx, unitUid: string): Promise<ReadonlyMap<string, KeptMapping>> {
  const { rows } = await tx.client.query<{ shape_key: string; mapping: KeptMapping }>(
    "select shape_key, mapping from import_mapping where unit_uid = $1 and format = $2", [unitUid, HOUSEHOLD_LIST.id],
  );
  return new Map(rows.map((row) => [row.shape_key, row.mapping]));
}

/** Keeps a corrected mapping for the office and this shape of headings. */
export function keepMappings(services: Services, actor: Actor, commandId: string, unitUid: string, mappings: readonly (KeptMapping & { readonly shape: string })[]): Promise<{ kept: number }> {
  return services.door.write(actor, { commandId, name: "poverty.keepImportMapping", input: { unitUid, mappings } }, async (tx) => {
    for (const { shape, ...mapping } of mappings) {
      await tx.client.query(
        `insert into import_mapping (unit_uid, format, shape_key, mapping) values ($1, $2, $3, $4)
         on conflict (unit_uid, format, shape_key) do update set mapping = excluded.mapping, recorded_at = now()`,
        [unitUid, HOUSEHOLD_LIST.id, shape, JSON.stringify(mapping)],
      );
    }
    return { answer: { kept: mappings.length }, rows: mappings.length, unitUid };
  });
}

/** A mapping as sent: column numbers as text. Errors: invalid "poverty.import.fieldUnknown". */
export function mappingOf(given: { sheet: number; firstRow: number; columns: Record<string, string>; layout?: string | undefined }): ListMapping {
  const known = new Set<string>(LIST_FIELDS);
  for (const field of Object.values(given.columns)) if (!known.has(field)) throw new AppError("invalid", "poverty.import.fieldUnknown", { field });
  return given as unknown as ListMapping;
}
