import { getUnit } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayKeepTrades, must } from "../policy.ts";
import type { TradeLevel } from "../rules/codes.ts";
import type { TradeBody } from "./contract.ts";

export interface Norm {
  readonly id: string;
  readonly amountDong: number;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly document: string;
}

export interface Trade {
  readonly code: string;
  readonly name: string;
  readonly sector: "farm" | "non_farm";
  readonly level: TradeLevel;
  readonly hoursTheory: number | null;
  readonly hoursPractice: number | null;
  readonly months: string | null;
  readonly managing: string | null;
  readonly vscoCode: string | null;
  readonly vsicCode: string | null;
  readonly document: string | null;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly version: number;
  readonly norms: readonly Norm[];
}

/** The catalogue with all standing norms, the newest first; in Vietnamese order of names. */
export async function trades({ client }: Tx): Promise<Trade[]> {
  const { rows } = await client.query<Trade>(
    `select t.code, t.name, t.sector, t.level, t.hours_theory as "hoursTheory", t.hours_practice as "hoursPractice", t.months::text, t.managing, t.vsco_code as "vscoCode", t.vsic_code as "vsicCode", t.document,
       t.valid_from::text as "validFrom", t.valid_to::text as "validTo", t.version,
       coalesce((select json_agg(json_build_object('id', n.id, 'amountDong', n.amount_dong, 'validFrom', n.valid_from, 'validTo', n.valid_to, 'document', n.document) order by n.valid_from desc)
         from trade_norm n where n.trade_code = t.code and n.voided_at is null), '[]') as norms
     from trade t order by t.name collate "vi-x-icu", t.code`,
  );
  return rows;
}

/** Errors: not_found "training.tradeUnknown". */
export async function getTrade(tx: Tx, code: string): Promise<Trade> {
  const found = (await trades(tx)).find((trade) => trade.code === code);
  if (!found) throw new AppError("not_found", "training.tradeUnknown", { code });
  return found;
}

/** What the province pays at most for a learner of the trade on a day; null: no norm on file. */
export const normOn = ({ norms }: Pick<Trade, "norms">, on: PlainDate): Norm | null => norms.find(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on < validTo)) ?? null;

const COLUMNS = ["name", "name_folded", "sector", "level", "hours_theory", "hours_practice", "months", "managing", "vsco_code", "vsic_code", "document", "valid_from", "valid_to"] as const;

function valuesOf(body: TradeBody): unknown[] {
  if (body.validTo && body.validTo <= body.validFrom) throw new AppError("invalid", "training.daysBackwards", { from: body.validFrom, to: body.validTo });
  return [
    body.name, fold(body.name), body.sector, body.level, body.hoursTheory ?? null, body.hoursPractice ?? null, body.months ?? null, body.managing ?? null, body.vscoCode ?? null, body.vsicCode ?? null, body.document ?? null,
    body.validFrom, body.validTo ?? null,
  ];
}

/** Errors: conflict "training.tradeExists". */
export function addTrade(services: Services, actor: Actor, commandId: string, input: TradeBody & { readonly code: string }): Promise<{ code: string }> {
  must(mayKeepTrades, actor);
  return services.door.write(actor, { commandId, name: "training.addTrade", input }, async ({ client }) => {
    const { rowCount } = await client.query(
      `insert into trade (code, ${COLUMNS.join(", ")}) values ($1, ${COLUMNS.map((_, i) => `$${i + 2}`).join(", ")}) on conflict (code) do nothing`, [input.code, ...valuesOf(input)]);
    if (rowCount === 0) throw new AppError("conflict", "training.tradeExists", { code: input.code });
    return { answer: { code: input.code }, subject: input.code, rows: 1 };
  });
}

/** Errors: conflict "training.changed". */
export function changeTrade(services: Services, actor: Actor, commandId: string, code: string, input: TradeBody & { readonly baseVersion: number }): Promise<{ code: string; version: number }> {
  must(mayKeepTrades, actor);
  return services.door.write(actor, { commandId, name: "training.changeTrade", input: { code, ...input } }, async (tx) => {
    const { name } = await getTrade(tx, code);
    const { rows } = await tx.client.query<{ version: number }>(
      `update trade set version = version + 1, ${COLUMNS.map((column, i) => `${column} = $${i + 3}`).join(", ")} where code = $1 and version = $2 returning version`, [code, input.baseVersion, ...valuesOf(input)]);
    if (!rows[0]) throw new AppError("conflict", "training.changed", { name });
    return { answer: { code, version: rows[0].version }, subject: code, rows: 1 };
  });
}

/**
 * The province's norm of a trade from a day on; the one that held until then is voided and told again with its end.
 * Errors: refused "training.normBefore" when a norm begins on that day or after it.
 */
export function setNorm(services: Services, actor: Actor, commandId: string, code: string, input: { readonly amountDong: number; readonly validFrom: PlainDate; readonly document: string }): Promise<{ id: string }> {
  must(mayKeepTrades, actor);
  const { uid } = getUnit(actor.unitUid);
  return services.door.write(actor, { commandId, name: "training.setNorm", input: { code, ...input } }, async (tx) => {
    const trade = await getTrade(tx, code);
    const later = trade.norms.find(({ validFrom }) => validFrom >= input.validFrom);
    if (later) throw new AppError("refused", "training.normBefore", { name: trade.name, on: later.validFrom });
    const add = (amount: number, from: string, to: string | null, document: string): Promise<{ rows: { id: string }[] }> => tx.client.query(
      "insert into trade_norm (id, trade_code, unit_uid, amount_dong, valid_from, valid_to, document) values ($1, $2, $3, $4, $5, $6, $7) returning id", [newId(), code, uid, amount, from, to, document]);
    const open = trade.norms.find(({ validTo }) => validTo === null || validTo > input.validFrom);
    if (open) {
      await tx.client.query("update trade_norm set voided_at = now(), void_reason = 'ended' where id = $1", [open.id]);
      await add(open.amountDong, open.validFrom, input.validFrom, open.document);
    }
    const { rows } = await add(input.amountDong, input.validFrom, null, input.document);
    return { answer: { id: rows[0]!.id }, subject: code, rows: 1 };
  });
}
