import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";
import type { Keys } from "../platform/config.ts";
import type { Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { maskNumber } from "./rules/identity.ts";

/** An identity number that only `revealIdentifiers` turns back into digits. */
export type SealedId = Buffer & { readonly __brand: "SealedId" };

/** The columns of person_identifier that stand for a number. */
export interface SealedNumber {
  readonly sealed: SealedId;
  readonly lookup: Buffer;
  readonly lookupLast4: Buffer;
  readonly masked: string;
}

type SealKeys = Pick<Keys, "seal" | "lookup">;

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

const keyed = (key: Buffer, kind: "full" | "last4", text: string): Buffer => createHmac("sha256", key).update(`${kind}:${text}`).digest();

/** Keyed hash for finding a whole number. */
export const lookupOf = (keys: SealKeys, number: string): Buffer => keyed(keys.lookup, "full", number);
/** Keyed hash for finding by the last four digits. */
export const last4LookupOf = (keys: SealKeys, last4: string): Buffer => keyed(keys.lookup, "last4", last4);

/** Takes a number in its normalized form (`checkIdentityNumber`). AES-256-GCM: format byte, 12 bytes of nonce, tag, text. */
export function sealNumber(keys: SealKeys, number: string): SealedNumber {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keys.seal, iv);
  const text = Buffer.concat([cipher.update(number, "utf8"), cipher.final()]);
  const sealed = Buffer.concat([Buffer.from([FORMAT]), iv, cipher.getAuthTag(), text]) as SealedId;
  return { sealed, lookup: lookupOf(keys, number), lookupLast4: last4LookupOf(keys, number.slice(-4)), masked: maskNumber(number) };
}

function open(keys: SealKeys, sealed: SealedId): string {
  if (sealed[0] !== FORMAT) throw new AppError("unavailable", "registry.sealUnknown");
  const textAt = 1 + IV_BYTES + TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", keys.seal, sealed.subarray(1, 1 + IV_BYTES));
  decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, textAt));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(textAt)), decipher.final()]).toString("utf8");
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
  return new Map(rows.map(({ id, sealed }) => [id, open(services.config.keys, sealed)]));
}
