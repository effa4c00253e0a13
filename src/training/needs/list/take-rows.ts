import type { PlainDate } from "../../../kernel/date.ts";
import { fold } from "../../../kernel/text/fold.ts";
import type { Change, Tx } from "../../../platform/door.ts";
import { subjectKey, workerColumns, type ListAsked, type ListTaking, type PlacedRow, type Taken } from "../../../registry/public.ts";
import { insertNeed } from "../collect.ts";
import { needGroups } from "../groups.ts";
import { LEAST_AGE, oldEnough } from "../rules/need-process.ts";
import type { NeedLine } from "../rules/need-row.ts";
import { addNeedAction } from "../store.ts";

type Row = PlacedRow<NeedLine>;
type Told = { readonly index: number; readonly severity: "error"; readonly code: string; readonly field?: string; readonly data?: Readonly<Record<string, string | number>> };

/** The trade that a word means: a code, or a name of the catalogue. */
async function tradesByWord({ client }: Tx): Promise<(word: string) => string | undefined> {
  const { rows } = await client.query<{ code: string; folded: string }>("select code, name_folded as folded from trade where valid_to is null");
  const known = new Map(rows.flatMap(({ code, folded }) => [[folded, code], [fold(code), code]] as const));
  return (word) => known.get(fold(word));
}

/** What only the database knows: the trade, an open need of the same person for it, and what a need that was sent again has become; and the age on the day of the survey. */
export async function checkNeeds(tx: Tx, rows: readonly Row[], _asked: ListAsked): Promise<Told[]> {
  const tradeOf = await tradesByWord(tx);
  const keys = rows.map(({ worker, place, value }) => `${subjectKey({ ...worker!, hamletId: place })}|${tradeOf(value.trade) ?? ""}|${value.year}`);
  const { rows: onFile } = await tx.client.query<{ id: string; key: string; state: string }>(
    `select id, state, subject_key || '|' || trade_code || '|' || year as key from training_need where (subject_key || '|' || trade_code || '|' || year) = any ($1) and voided_at is null and state <> 'declined'`, [keys]);
  const standing = new Map(onFile.map((one) => [one.key, one]));
  const { rows: before } = await tx.client.query<{ id: string; state: string }>("select id, state from training_need where id = any ($1) and voided_at is null", [rows.flatMap(({ entityId }) => entityId ?? [])]);
  const became = new Map(before.map(({ id, state }) => [id, state]));
  return rows.flatMap(({ value, worker, entityId, state }, index): Told[] => {
    const told = (code: string, field: string, data: Record<string, string | number> = {}): Told[] => [{ index, severity: "error", code: `training.needRow.${code}`, field, data: { name: worker!.fullName, trade: value.trade, year: String(value.year), ...data } }];
    if (state === "unchanged") return [];
    if (tradeOf(value.trade) === undefined) return told("tradeUnknown", "trade_name");
    const enough = oldEnough({ birthDate: worker!.birthDate as PlainDate | null | undefined, birthYear: worker!.birthYear }, value.collectedOn);
    if (enough === undefined) return told("noBirth", "birth");
    if (!enough) return told("tooYoung", "birth", { least: LEAST_AGE });
    const moved = entityId === null ? undefined : became.get(entityId);
    if (state === "changed" && moved !== undefined && moved !== "draft") return told("moved", "member_name");
    const other = standing.get(keys[index]!);
    return other !== undefined && other.id !== entityId ? told("twice", "member_name") : [];
  });
}

/** Writes lines that are new or changed; of a changed one the old need is voided. */
export async function takeNeeds(tx: Tx, rows: readonly Row[], { asOf, services, parameters }: ListTaking): Promise<Taken> {
  const tradeOf = await tradesByWord(tx);
  const groups = new Set(needGroups(services).groups.map(({ code }) => code));
  const ids: string[] = [];
  const changes: Change[] = [];
  for (const { value, worker, hamletId, entityId } of rows) {
    if (entityId !== null) {
      const { rows: old } = await tx.client.query<{ hamletId: string }>(`update training_need set voided_at = now(), void_reason = $2, version = version + 1 where id = $1 and voided_at is null returning hamlet_id as "hamletId"`, [entityId, "danh sách gửi lại ghi khác"]);
      changes.push(...old.map((one): Change => ({ entity: "training_need", entityId, kind: "voided", hamletId: one.hamletId })));
    }
    const { id, change } = await insertNeed(tx, workerColumns({ ...worker!, hamletId: hamletId! }), { ...value, tradeCode: tradeOf(value.trade)!, groups: value.groups.filter((code) => groups.has(code)) });
    if (parameters["state"] === "confirmed") {
      await tx.client.query("update training_need set state = 'confirmed', state_on = $2, version = version + 1 where id = $1", [id, asOf]);
      await addNeedAction(tx, { id, hamletId: hamletId! }, "confirm", asOf, {});
    }
    ids.push(id);
    changes.push(change);
  }
  return { ids, changes };
}

export async function needsThatStand({ client }: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>("select id from training_need where id = any ($1) and voided_at is null", [ids]);
  return new Set(rows.map(({ id }) => id));
}
