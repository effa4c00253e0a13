import { getUnit, unitTitle } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import { makesFor, mustBe, paysFor } from "../allowance/policy.ts";
import { reachOf } from "../areas.ts";
import { insert } from "../insert.ts";
import type { SettlementRow, SettlementStep } from "./contract.ts";
import { settlementPapers } from "./papers.ts";

type Ticked = Readonly<Record<string, { readonly have: boolean; readonly on: string | null; readonly note: string | null }>>;
type Row = Omit<SettlementRow, "unit" | "papers" | "missing" | "may"> & { readonly unitUid: string; readonly providerId: string; readonly ticked: Ticked };

const SELECT = `select c.id as "contractId", c.number, o.name as provider, c.unit_uid as "unitUid", c.provider_id as "providerId", c.signed_on::text as "signedOn", c.amount_dong::float8 as "amountDong", coalesce(s.state, 'open') as state, s.state_on::text as "stateOn",
    s.minutes_no as "minutesNo", s.settled_on::text as "settledOn", s.settled_dong::float8 as "settledDong", s.note, coalesce(s.version, 0) as version, coalesce(s.papers, '{}') as ticked,
    (select count(*)::int from training_class k where k.contract_id = c.id and k.voided_at is null and k.state <> 'cancelled') as classes,
    (select count(*)::int from training_class k where k.contract_id = c.id and k.voided_at is null and k.state in ('closed', 'settled')) as closed,
    (select coalesce(sum(i.cost_dong + i.meal_dong + i.travel_dong + i.top_up_dong), 0)::float8 from allowance_item i join allowance_list l on l.id = i.list_id join training_class k on k.id = l.class_id
      where k.contract_id = c.id and l.voided_at is null and i.voided_at is null and l.state in ('paid', 'settled')) as "paidDong"
  from training_contract c join organisation o on o.id = c.provider_id left join contract_settlement s on s.contract_id = c.id where c.voided_at is null`;

/** Contracts of an area with the papers of their settlement, those not settled first. */
export async function listSettlements(tx: Tx, services: Services, area: string, on: PlainDate, language: Language): Promise<SettlementRow[]> {
  const reach = await reachOf(tx, area, on);
  const { rows } = await tx.client.query<Row>(`${SELECT} and ($1::text[] is null or c.unit_uid = any ($1)) order by coalesce(s.state, 'open') = 'settled', c.signed_on desc nulls last, c.number limit 500`, [reach?.units ?? null]);
  const wanted = settlementPapers(services).papers;
  return rows.map(({ unitUid, providerId, ticked, ...row }) => {
    const papers = wanted.map(({ code, name }) => ({ code, name: name[language], have: ticked[code]?.have ?? false, on: ticked[code]?.on ?? null, note: ticked[code]?.note ?? null }));
    return { ...row, unit: unitTitle(getUnit(unitUid), on), papers, missing: papers.filter(({ have }) => !have).length, may: { fill: row.state !== "settled" && makesFor(tx.actor, { unitUid, providerId }), settle: paysFor(tx.actor, { unitUid }) } };
  });
}

/** The contract and its settlement, locked; the settlement is made with the first paper. Errors: not_found "training.settlement.contractUnknown"; conflict "training.allowance.changed". */
async function forChange(tx: Tx, contractId: string, baseVersion: number, today: PlainDate): Promise<Row & { readonly id: string }> {
  await tx.client.query("select pg_advisory_xact_lock(hashtext(current_schema() || 'settlement' || $1))", [contractId]);
  const { rows } = await tx.client.query<Row>(`${SELECT} and c.id = $1`, [contractId]);
  const [found] = rows;
  if (!found) throw new AppError("not_found", "training.settlement.contractUnknown", { id: contractId });
  if (found.version !== baseVersion) throw new AppError("conflict", "training.allowance.changed", { name: found.number });
  if (found.version === 0) await insert(tx, "contract_settlement", { id: newId(), contract_id: contractId, provider_id: found.providerId, unit_uid: found.unitUid, state_on: today, version: 0 });
  const { rows: made } = await tx.client.query<{ id: string }>("select id from contract_settlement where contract_id = $1", [contractId]);
  return { ...found, id: made[0]!.id };
}

export interface TickedPaper {
  readonly code: string;
  readonly have: boolean;
  readonly on?: PlainDate | null | undefined;
  readonly note?: string | null | undefined;
}

/** Errors: refused "training.settlement.settled". */
export function savePapers(services: Services, actor: Actor, commandId: string, contractId: string, { baseVersion, papers }: { baseVersion: number; papers: readonly TickedPaper[] }): Promise<{ version: number }> {
  return services.door.write(actor, { commandId, name: "training.saveSettlementPapers", input: { contractId, papers } }, async (tx) => {
    const found = await forChange(tx, contractId, baseVersion, services.today());
    mustBe(makesFor(actor, found), actor);
    if (found.state === "settled") throw new AppError("refused", "training.settlement.settled", { number: found.number });
    const ticked = Object.fromEntries(papers.map(({ code, have, on, note }) => [code, { have, on: on ?? null, note: note ?? null }]));
    await tx.client.query("update contract_settlement set papers = papers || $2::jsonb, version = version + 1 where id = $1", [found.id, JSON.stringify(ticked)]);
    return { answer: { version: baseVersion + 1 }, subject: contractId, unitUid: found.unitUid, changes: [{ entity: "contract_settlement", entityId: found.id, kind: "changed" as const }] };
  });
}

const FROM = { submit: ["open", "returned"], giveBack: ["submitted"], settle: ["submitted"] } as const;
const TO = { submit: "submitted", giveBack: "returned", settle: "settled" } as const;

/** Errors: refused "training.settlement.wrongState" | "papersMissing" (the list was read in no text: with a reason it goes on) | "aboveContract"; invalid "training.allowance.dayToCome". */
export function stepSettlement(services: Services, actor: Actor, commandId: string, contractId: string, { baseVersion, on, step }: { baseVersion: number; on: PlainDate; step: SettlementStep }): Promise<{ state: string; version: number }> {
  if (on > services.today()) throw new AppError("invalid", "training.allowance.dayToCome", { on });
  return services.door.write(actor, { commandId, name: "training.stepSettlement", input: { contractId, on, step } }, async (tx) => {
    const found = await forChange(tx, contractId, baseVersion, services.today());
    mustBe(step.kind === "submit" ? makesFor(actor, found) : paysFor(actor, found), actor);
    if (!(FROM[step.kind] as readonly string[]).includes(found.state)) throw new AppError("refused", "training.settlement.wrongState", { number: found.number });
    if (step.kind === "settle") mustBeWhole(services, found, step);
    const state = TO[step.kind];
    await tx.client.query("update contract_settlement set state = $2, state_on = $3, note = coalesce($4, note), settled_on = $5, minutes_no = $6, settled_dong = $7, version = version + 1 where id = $1", [
      found.id, state, on, step.kind === "submit" ? null : (step.reason ?? null), step.kind === "settle" ? on : null, step.kind === "settle" ? step.minutesNo : null, step.kind === "settle" ? step.amountDong : null,
    ]);
    return { answer: { state, version: baseVersion + 1 }, subject: contractId, unitUid: found.unitUid, meta: { step: step.kind, on }, changes: [{ entity: "contract_settlement", entityId: found.id, kind: "changed" as const }] };
  });
}

function mustBeWhole(services: Services, { ticked, number, amountDong }: Row, { reason, amountDong: settled }: Extract<SettlementStep, { kind: "settle" }>): void {
  if (reason) return;
  const missing = settlementPapers(services).papers.filter(({ code }) => !ticked[code]?.have);
  if (missing.length > 0) throw new AppError("refused", "training.settlement.papersMissing", { number, names: missing.map(({ name }) => name.vi).join("; ") });
  if (settled > amountDong) throw new AppError("refused", "training.settlement.aboveContract", { number, settled, amount: amountDong });
}
