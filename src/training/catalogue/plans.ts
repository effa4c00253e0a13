import { getUnit, unitTitle } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { isProvince, unitsOf } from "../areas.ts";
import { mayDecide, must, mustWriteUnit } from "../policy.ts";
import type { ContractBody, ContractView, PlanBody, PlanView, ProviderView } from "./contract.ts";
import { lineName, type Changed } from "./money.ts";

interface Line {
  readonly programme: string | null;
  readonly project: string | null;
  readonly subproject: string | null;
  readonly lineYear: number | null;
}
const LINE = `f.programme, f.project, f.subproject, f.year as "lineYear"`;
const fundingOf = ({ programme, project, subproject, lineYear }: Line): string | null => (programme === null || lineYear === null ? null : lineName({ programme, project, subproject, year: lineYear }));

const OPENED = `c.voided_at is null and c.state not in ('planned', 'approved', 'cancelled')`;

/** Plan rows of an area and of the levels above it, of the whole province all, with what was opened of them: classes put under the row, or else of its unit, year and trade that stand under no row. */
export async function listPlans(tx: Tx, asked: { readonly area: string; readonly year?: number | undefined }, on: PlainDate): Promise<PlanView[]> {
  const { rows } = await tx.client.query<Omit<PlanView, "unit" | "funding"> & Line>(
    `select p.id, p.unit_uid as "unitUid", p.year, p.trade_code as "tradeCode", t.name as trade, ${LINE}, p.classes, p.learners, p.amount_dong as "amountDong", p.document, p.decided_on::text as "decidedOn", p.version,
       o.classes as "openedClasses", o.learners as "openedLearners", o.cost as "costDong"
     from training_plan p left join trade t on t.code = p.trade_code left join funding_line f on f.id = p.funding_line_id,
     lateral (select count(*)::int as classes, coalesce(sum(c.cost_dong), 0)::bigint as cost,
         coalesce(sum((select count(*) from enrolment e where e.class_id = c.id and e.voided_at is null and e.state not in ('registered', 'dropped'))), 0)::int as learners
       from training_class c where ${OPENED}
         and (c.plan_id = p.id or (c.plan_id is null and c.unit_uid = p.unit_uid and extract(year from c.opened_on) = p.year and (p.trade_code is null or c.trade_code = p.trade_code)))) o
     where p.voided_at is null and ($1::int is null or p.year = $1) and ($3 or p.unit_uid = any ($2) or p.unit_uid ~ '^[0-9]{2,3}@')
     order by p.year desc, p.unit_uid, t.name collate "vi-x-icu" nulls first`,
    [asked.year ?? null, unitsOf(asked.area, on), isProvince(asked.area)],
  );
  return rows.map(({ programme, project, subproject, lineYear, ...row }) => ({ ...row, unit: unitTitle(getUnit(row.unitUid), on), funding: fundingOf({ programme, project, subproject, lineYear }) }));
}

export function addPlan(services: Services, actor: Actor, commandId: string, input: PlanBody): Promise<Changed> {
  must(mayDecide, actor);
  mustWriteUnit(actor, input.unitUid);
  return services.door.write(actor, { commandId, name: "training.addPlan", input }, async ({ client }) => {
    const id = newId() as string;
    await client.query(
      "insert into training_plan (id, unit_uid, year, trade_code, funding_line_id, classes, learners, amount_dong, document, decided_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      [id, input.unitUid, input.year, input.tradeCode ?? null, input.fundingLineId ?? null, input.classes, input.learners, input.amountDong, input.document, input.decidedOn ?? null],
    );
    return { answer: { id, version: 1 }, subject: id, unitUid: input.unitUid, rows: 1 };
  });
}

/** Contracts of an area and of the levels above it. */
export async function listContracts(tx: Tx, asked: { readonly area: string; readonly year?: number | undefined }, on: PlainDate): Promise<ContractView[]> {
  const { rows } = await tx.client.query<Omit<ContractView, "unit" | "funding"> & Line>(
    `select k.id, k.unit_uid as "unitUid", k.provider_id as "providerId", o.name as provider, k.number, k.signed_on::text as "signedOn", k.kind, k.amount_dong as "amountDong", ${LINE}, k.funding_line_id as "fundingLineId",
       k.valid_to::text as "validTo", k.document, k.version, (select count(*)::int from training_class c where c.contract_id = k.id and c.voided_at is null and c.state <> 'cancelled') as classes
     from training_contract k join organisation o on o.id = k.provider_id left join funding_line f on f.id = k.funding_line_id
     where k.voided_at is null and ($1::int is null or extract(year from coalesce(k.signed_on, k.recorded_at)) = $1) and ($4 or k.unit_uid = any ($2) or k.unit_uid ~ '^[0-9]{2,3}@' or k.provider_id = any ($3))
     order by k.signed_on desc nulls first, k.number`,
    [asked.year ?? null, unitsOf(asked.area, on), tx.actor.scope.organisations, isProvince(asked.area)],
  );
  return rows.map(({ programme, project, subproject, lineYear, ...row }) => ({ ...row, unit: unitTitle(getUnit(row.unitUid), on), funding: fundingOf({ programme, project, subproject, lineYear }) }));
}

/** Errors: not_found "training.providerUnknown"; conflict "training.contractExists". */
export function addContract(services: Services, actor: Actor, commandId: string, input: ContractBody): Promise<Changed> {
  must(mayDecide, actor);
  mustWriteUnit(actor, input.unitUid);
  if (input.signedOn && input.signedOn > services.today()) throw new AppError("refused", "training.dayToCome", { on: input.signedOn });
  return services.door.write(actor, { commandId, name: "training.addContract", input }, async (tx) => {
    await mustBeProvider(tx, input.providerId);
    const same = await tx.client.query("select from training_contract where unit_uid = $1 and provider_id = $2 and number = $3 and voided_at is null", [input.unitUid, input.providerId, input.number]);
    if (same.rowCount !== 0) throw new AppError("conflict", "training.contractExists", { number: input.number });
    const id = newId() as string;
    await tx.client.query(
      "insert into training_contract (id, unit_uid, provider_id, number, signed_on, kind, amount_dong, funding_line_id, valid_to, document) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      [id, input.unitUid, input.providerId, input.number, input.signedOn ?? null, input.kind, input.amountDong, input.fundingLineId ?? null, input.validTo ?? null, input.document ?? null],
    );
    return { answer: { id, version: 1 }, subject: id, unitUid: input.unitUid, rows: 1 };
  });
}

/** Errors: not_found "training.providerUnknown". */
export async function mustBeProvider({ client }: Tx, id: string): Promise<void> {
  const { rowCount } = await client.query("select from organisation where id = $1 and 'training_provider' = any (kinds) and voided_at is null", [id]);
  if (rowCount === 0) throw new AppError("not_found", "training.providerUnknown", { id });
}

/** Providers with their vocational licences; `standing` on the day. */
export async function listProviders({ client }: Tx, on: PlainDate): Promise<ProviderView[]> {
  const { rows } = await client.query<ProviderView>(
    `select o.id, o.name, coalesce((select json_agg(json_build_object('number', l.number, 'validFrom', l.valid_from, 'validTo', l.valid_to, 'trades', l.trades, 'yearlyQuota', l.yearly_quota,
         'standing', l.valid_from <= $1::date and (l.valid_to is null or $1::date < l.valid_to)) order by l.valid_from desc)
       from organisation_licence l where l.organisation_id = o.id and l.kind = 'vocational' and l.voided_at is null), '[]') as licences
     from organisation o where 'training_provider' = any (o.kinds) and o.voided_at is null order by o.name collate "vi-x-icu", o.id`,
    [on],
  );
  return rows;
}
