import { createHamlet, getUnit, mustWriteUnit, placeholderHamlet, tidyHamletName, type HamletKind } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Outcome, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { sha256Of } from "../../platform/keep-file.ts";
import { placesContext } from "../household-list/open-context.ts";
import { usualKind } from "../household-list/usual-kind.ts";
import type { Counts, Result } from "./contract.ts";
import { countList } from "./counts.ts";
import { mustTakeIn } from "./importers.ts";
import { newHamletsOf, type HamletTarget, type NewHamlet, type ReadRow } from "./place-rows.ts";
import type { ReadList } from "./read-list.ts";
import { countProblems } from "../../exchange/problem-counts.ts";
import { resolveRows, type Resolved } from "./resolve-rows.ts";

const NO_OWNER = "00000000-0000-0000-0000-000000000000";

/**
 * Takes a read list: whole or not at all, in one command. Rows that were taken before and say the same change nothing.
 * Errors: those of `mustTakeIn`; refused "listImport.nothingTaken" | "exchange.cancelled"; what the kind's own commit refuses.
 */
export async function commitList(services: Services, actor: Actor, list: ReadList, signal?: AbortSignal): Promise<Result> {
  const { kind, file } = list;
  mustTakeIn(kind, actor, file);
  if (list.resolved.rows.length === 0) throw new AppError("refused", "listImport.nothingTaken", { lines: list.lines });
  const commandId = newId<"command">();
  const sha256 = sha256Of(file.bytes);
  const input = { kind: kind.kind, areaUid: file.areaUid, asOf: file.asOf, parameters: file.parameters, sha256: sha256.toString("hex"), mappings: list.choices.mappings, hamlets: list.choices.hamlets };
  try {
    return await services.door.write(actor, { commandId, name: "registry.takeList", input }, (tx) => take(tx, services, list, { commandId, sha256 }), signal);
  } catch (cause) {
    throw signal?.aborted ? new AppError("refused", "exchange.cancelled", {}) : cause;
  }
}

async function take(tx: Tx, services: Services, list: ReadList, { commandId, sha256 }: { readonly commandId: string; readonly sha256: Buffer }): Promise<Outcome<Result>> {
  const { kind, file, plans } = list;
  const wanted = new Set(list.resolved.rows.map(({ sheet, row }) => `${sheet}!${row}`));
  const read = list.read.filter(({ line }) => wanted.has(`${line.sheet}!${line.row}`));
  // lists of a kind wait for each other: each compares with what the one before it left
  await tx.client.query("select pg_advisory_xact_lock(hashtext(current_schema() || 'list' || $1))", [kind.kind]);
  const made = await makeHamlets(tx, list, read);
  const hamletId = (target: HamletTarget): string => ("id" in target ? target.id : made.ids.get(target.key)!);
  const sheetName = (sheet: number): string => plans.find(({ facts }) => facts.index === sheet)?.facts.name ?? "";
  const resolved = await resolveRows(tx, read, { services, kind, asked: file, sheetName, hamletId });
  const counts = countList(list, resolved);
  const rows = resolved.rows.filter(({ state }) => state !== "unchanged");
  if (rows.length === 0) return { answer: { importId: null, counts, changed: false }, unitUid: file.areaUid, changes: made.changes, meta: { kind: kind.kind, unchanged: true } };
  const importId = newId<"list_import">();
  const organisationId = tx.actor.scope.organisations[0] ?? null;
  await recordImport(tx, list, { importId, sha256, counts, organisationId });
  const { areaUid, asOf, parameters } = file;
  const taken = await kind.commit(tx, rows, { areaUid, asOf, parameters, services, importId, commandId, all: resolved.rows });
  if (taken.ids.length !== rows.length) throw new Error(`${kind.kind}: ${rows.length} rows, ${taken.ids.length} ids`);
  await recordRows(tx, list, rows, taken.ids, { importId, ownerId: organisationId ?? NO_OWNER });
  return {
    answer: { importId, counts, changed: true }, rows: rows.length, subject: importId, unitUid: areaUid, changes: [...made.changes, ...(taken.changes ?? [])],
    meta: { kind: kind.kind, asOf, fileSha256: sha256.toString("hex"), counts }, ...(taken.dirty && { dirty: taken.dirty }),
  };
}

/** Makes the hamlets that rows name and the area lacks by now, and those for rows of whom no hamlet is told. */
async function makeHamlets(tx: Tx, { file }: ReadList, read: readonly ReadRow[]): Promise<{ readonly ids: ReadonlyMap<string, string>; readonly changes: Change[] }> {
  const needed = newHamletsOf(read);
  const ids = new Map<string, string>();
  const changes: Change[] = [];
  if (needed.length === 0) return { ids, changes };
  const { kinds } = await placesContext(tx, file.areaUid, file.asOf);
  for (const hamlet of needed) {
    mustWriteUnit(tx.actor, hamlet.unitUid);
    const { id, changes: own } = hamlet.text === "" ? await placeholderHamlet(tx, hamlet.unitUid) : await createHamlet(tx, { unitUid: hamlet.unitUid, name: hamlet.text, kind: kindOf(hamlet, needed, kinds) });
    ids.set(hamlet.key, id);
    changes.push(...own);
  }
  return { ids, changes };
}

function kindOf({ text, unitUid }: NewHamlet, all: readonly NewHamlet[], kinds: ReadonlyMap<string, readonly HamletKind[]>): HamletKind {
  const { kind } = tidyHamletName(text);
  if (kind !== "unknown") return kind;
  const written = all.filter((hamlet) => hamlet.unitUid === unitUid).map((hamlet) => tidyHamletName(hamlet.text).kind);
  return usualKind(getUnit(unitUid), [...(kinds.get(unitUid) ?? []), ...written]);
}

interface Recorded {
  readonly importId: string;
  readonly sha256: Buffer;
  readonly counts: Counts;
  readonly organisationId: string | null;
}

async function recordImport(tx: Tx, { kind, file, problems }: ReadList, { importId, sha256, counts, organisationId }: Recorded): Promise<void> {
  await tx.client.query(
    `insert into list_import (id, kind, unit_uid, organisation_id, as_of, parameters, file_name, file_sha256, counts, problems, actor, actor_name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [importId, kind.kind, file.areaUid, organisationId, file.asOf, JSON.stringify(file.parameters), file.fileName, sha256, JSON.stringify(counts), JSON.stringify(countProblems(problems)), tx.actor.accountId, tx.actor.displayName],
  );
}

async function recordRows(tx: Tx, { kind, file }: ReadList, rows: Resolved["rows"], ids: readonly string[], { importId, ownerId }: { readonly importId: string; readonly ownerId: string }): Promise<void> {
  await tx.client.query(
    `insert into list_import_row (kind, unit_uid, owner_id, row_key, digest, entity_id, import_id)
     select $1, unit, $2, key, decode(digest, 'hex'), entity, $3 from unnest($4::text[], $5::text[], $6::text[], $7::uuid[]) r (unit, key, digest, entity)
     on conflict (kind, row_key, unit_uid, owner_id) do update set digest = excluded.digest, entity_id = excluded.entity_id, import_id = excluded.import_id, recorded_at = now()`,
    [kind.kind, ownerId, importId, rows.map(({ commune }) => commune ?? file.areaUid), rows.map(({ key }) => key), rows.map(({ digest }) => digest), ids],
  );
}
