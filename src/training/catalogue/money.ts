import { getUnit, unitTitle } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { isProvince, unitsOf } from "../areas.ts";
import { mayDecide, must, mustWriteUnit } from "../policy.ts";
import type { FundingBody, FundingView } from "./contract.ts";

export interface Changed {
  readonly id: string;
  readonly version: number;
}

type LineRow = Omit<FundingView, "unit" | "name" | "usedDong" | "freeDong">;

/** "GN.4.1 2024": as a line is called in lists. */
export const lineName = ({ programme, project, subproject, year }: Pick<LineRow, "programme" | "project" | "subproject" | "year">): string => `${[programme, project, subproject].filter(Boolean).join(".")} ${year}`;

const LINE = `f.id, f.unit_uid as "unitUid", f.programme, f.project, f.subproject, f.year, f.level, f.kind, f.allocated_dong as "allocatedDong", f.carried_dong as "carriedDong", f.document, f.note, f.version`;

async function withUse(tx: Tx, lines: readonly LineRow[], on: PlainDate): Promise<FundingView[]> {
  const { rows } = await tx.client.query<{ line: string; dong: number }>("select line, dong from training_line_used($1)", [lines.map(({ id }) => id)]);
  const used = new Map(rows.map(({ line, dong }) => [line, dong]));
  return lines.map((line) => {
    const usedDong = used.get(line.id) ?? 0;
    return { ...line, unit: unitTitle(getUnit(line.unitUid), on), name: lineName(line), usedDong, freeDong: line.allocatedDong + line.carriedDong - usedDong };
  });
}

/** Lines of an area and those of the levels above, which serve it too. */
export async function listFunding(tx: Tx, asked: { readonly area: string; readonly year?: number | undefined }, on: PlainDate): Promise<FundingView[]> {
  const { rows } = await tx.client.query<LineRow>(
    `select ${LINE} from funding_line f where f.voided_at is null and ($1::int is null or f.year = $1) and ($3 or f.unit_uid = any ($2) or f.unit_uid ~ '^[0-9]{2,3}@')
     order by f.year desc, f.programme, f.project nulls first, f.subproject nulls first, f.unit_uid`,
    [asked.year ?? null, unitsOf(asked.area, on), isProvince(asked.area)],
  );
  return withUse(tx, rows, on);
}

export async function findFunding(tx: Tx, id: string, on: PlainDate): Promise<FundingView | undefined> {
  const { rows } = await tx.client.query<LineRow>(`select ${LINE} from funding_line f where f.id = $1 and f.voided_at is null`, [id]);
  return (await withUse(tx, rows, on))[0];
}

export function addFunding(services: Services, actor: Actor, commandId: string, input: FundingBody): Promise<Changed> {
  must(mayDecide, actor);
  mustWriteUnit(actor, input.unitUid);
  return services.door.write(actor, { commandId, name: "training.addFunding", input }, async ({ client }) => {
    const id = newId() as string;
    await client.query(
      `insert into funding_line (id, unit_uid, programme, project, subproject, year, level, kind, allocated_dong, carried_dong, document, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [id, input.unitUid, input.programme, input.project ?? null, input.subproject ?? null, input.year, input.level, input.kind, input.allocatedDong, input.carriedDong, input.document, input.note ?? null],
    );
    return { answer: { id, version: 1 }, subject: id, unitUid: input.unitUid, rows: 1 };
  });
}

type Table = "funding_line" | "training_plan" | "training_contract";

/** A row for change, locked. Errors: not_found "training.moneyUnknown"; conflict "training.changed". */
async function forChange(tx: Tx, actor: Actor, table: Table, id: string, baseVersion: number): Promise<{ unitUid: string }> {
  const { rows } = await tx.client.query<{ unitUid: string; version: number }>(`select unit_uid as "unitUid", version from ${table} where id = $1 and voided_at is null for update`, [id]);
  if (!rows[0]) throw new AppError("not_found", "training.moneyUnknown", { id });
  mustWriteUnit(actor, rows[0].unitUid);
  if (rows[0].version !== baseVersion) throw new AppError("conflict", "training.changed", { name: getUnit(rows[0].unitUid).fullName });
  return rows[0];
}

export interface FundingChange {
  readonly baseVersion: number;
  readonly allocatedDong: number;
  readonly carriedDong: number;
  readonly document: string;
}

/** A line adjusted by a document; what stood before is in the trail of changes. */
export function changeFunding(services: Services, actor: Actor, commandId: string, id: string, input: FundingChange): Promise<Changed> {
  must(mayDecide, actor);
  return services.door.write(actor, { commandId, name: "training.changeFunding", input: { id, ...input } }, async (tx) => {
    const { unitUid } = await forChange(tx, actor, "funding_line", id, input.baseVersion);
    await tx.client.query("update funding_line set allocated_dong = $2, carried_dong = $3, document = $4, version = version + 1 where id = $1", [id, input.allocatedDong, input.carriedDong, input.document]);
    return { answer: { id, version: input.baseVersion + 1 }, subject: id, unitUid, rows: 1, meta: { allocatedDong: input.allocatedDong, document: input.document } };
  });
}

/** Errors: refused "training.moneyInUse" while a class stands on it. */
export function voidMoney(services: Services, actor: Actor, commandId: string, table: Table, id: string, input: { readonly baseVersion: number; readonly reason: string }): Promise<Changed> {
  must(mayDecide, actor);
  const name = { funding_line: "training.voidFunding", training_plan: "training.voidPlan", training_contract: "training.voidContract" }[table];
  const column = { funding_line: "funding_line_id", training_plan: "plan_id", training_contract: "contract_id" }[table];
  return services.door.write(actor, { commandId, name, input: { id, ...input } }, async (tx) => {
    const { unitUid } = await forChange(tx, actor, table, id, input.baseVersion);
    const { rows } = await tx.client.query<{ code: string }>(`select code from training_class where ${column} = $1 and voided_at is null and state <> 'cancelled' limit 1`, [id]);
    if (rows[0]) throw new AppError("refused", "training.moneyInUse", { code: rows[0].code });
    await tx.client.query(`update ${table} set voided_at = now(), void_reason = $2, version = version + 1 where id = $1`, [id, input.reason]);
    return { answer: { id, version: input.baseVersion + 1 }, subject: id, unitUid, rows: 1 };
  });
}

/** Errors: refused "training.contractSigned". */
export function signContract(services: Services, actor: Actor, commandId: string, id: string, input: { readonly baseVersion: number; readonly signedOn: PlainDate }): Promise<Changed> {
  must(mayDecide, actor);
  if (input.signedOn > services.today()) throw new AppError("refused", "training.dayToCome", { on: input.signedOn });
  return services.door.write(actor, { commandId, name: "training.signContract", input: { id, ...input } }, async (tx) => {
    const { unitUid } = await forChange(tx, actor, "training_contract", id, input.baseVersion);
    const { rowCount } = await tx.client.query("update training_contract set signed_on = $2, version = version + 1 where id = $1 and signed_on is null", [id, input.signedOn]);
    if (rowCount === 0) throw new AppError("refused", "training.contractSigned");
    return { answer: { id, version: input.baseVersion + 1 }, subject: id, unitUid, rows: 1 };
  });
}
