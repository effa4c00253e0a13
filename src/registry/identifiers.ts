import { createDecipheriv } from "node:crypto";
import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";
import type { Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { NONCE_BYTES, TAG_BYTES, type SealedId, type SealKeys } from "./sealing.ts";

/** The digits of a sealed number. Whoever calls it has written down who sees whose number, and for what. Errors: unavailable "registry.sealKeyWrong". */
export function openNumber(keys: SealKeys, sealed: SealedId): string {
  const decipher = createDecipheriv("aes-256-gcm", keys.seal, sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    throw new AppError("unavailable", "registry.sealKeyWrong"); // the keys folder is not the one the number was sealed with
  }
}

interface SealedRow {
  readonly id: string;
  readonly personId: string;
  readonly sealed: SealedId;
}

const readSealed = async ({ client }: Tx, ids: readonly string[]): Promise<SealedRow[]> =>
  (await client.query<SealedRow>(`select id, person_id as "personId", sealed from person_identifier where id = any ($1) and voided_at is null order by id`, [ids])).rows;

/**
 * The one way out for identity numbers: writes who saw whose numbers and for what, then opens them. Numbers beyond the actor's rows are
 * absent. The answer kept for a repeated command holds no number.
 */
export async function revealIdentifiers(
  services: Services, actor: Actor, command: { readonly commandId: string; readonly identifierIds: readonly string[]; readonly purpose: string },
): Promise<ReadonlyMap<string, string>> {
  const { commandId, identifierIds, purpose } = command;
  await services.door.write(actor, { commandId, name: "registry.revealNumber", input: { identifierIds }, purpose }, async (tx) => {
    const rows = await readSealed(tx, identifierIds);
    return { answer: { count: rows.length }, rows: rows.length, subject: rows[0]?.personId, meta: { persons: [...new Set(rows.map((row) => row.personId))] } };
  });
  const rows = await services.door.read(actor, (tx) => readSealed(tx, identifierIds));
  return new Map(rows.map(({ id, sealed }) => [id, openNumber(services.config.keys, sealed)]));
}
