import { communesOf, getUnit, hamletLabel, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Records } from "../contract.ts";
import type { Counted } from "../figures.ts";
import { FLOW_PLACES, flowValues } from "./counting.ts";
import { FAMILIES } from "./families.ts";
import { windowOf } from "../period.ts";
import type { FlowId } from "../rules/definition.ts";
import { countIn, isMissing } from "../rules/figure.ts";
import type { Presenter } from "../views.ts";

interface Asked {
  readonly count: FlowId;
  readonly on: PlainDate;
  readonly page: number;
  readonly perPage: number;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
  readonly hamletName: string | null;
  readonly hamletKind: HamletKind;
  readonly on: string | null;
  readonly code: string | null;
  readonly text: string | null;
  readonly amount: number;
  readonly times: number;
}

type Found = Pick<Records, "total" | "members" | "items" | "population" | "flow">;

/** The rows of a register behind a number of happenings, one page of them; several of one person as one row. `members` is what they add up to. */
export async function flowRecords(tx: Tx, counted: Counted, { count, on, page, perPage }: Asked, presenter: Presenter): Promise<Found> {
  const family = FAMILIES.find(({ flows }) => flows[count]);
  const from = windowOf(counted.period, on);
  const area = counted.days.get(on)!;
  const silent = family?.byHamlet ? area.parts.filter(({ uid, counts }) => uid !== counted.areaUid && isMissing(countIn(counts, count))).map(({ uid }) => getUnit(uid).fullName) : [];
  const nothing: Found = { total: 0, members: 0, items: [], population: [], flow: { from, entries: [], silent } };
  if (!family || area.parts.length === 0) return nothing;
  const { where = "true", once } = family.flows[count]!;
  const { row } = family;
  const values = flowValues({
    areaUid: counted.areaUid, wholeProvince: getUnit(counted.areaUid).level === "province", communes: communesOf(counted.areaUid, counted.on).uids, bordersOn: counted.bordersOn,
    knownAt: counted.knownAt, flows: [count], windows: [{ from, to: on }],
  });
  const rows = `with ${FLOW_PLACES},
    r as (select ${row.id} as id, ${once ?? `${row.id}::text`} as key, ${row.name} as name, ${row.hamlet} as hamlet, ${row.unit} as unit, ${row.on} as on_date, ${row.code} as code, ${row.text} as detail, ${row.amount} as amount
      from w join ${family.from} on ${family.on} where ${where}),
    one as (select distinct on (key) r.*, count(*) over (partition by key)::int as times from r order by key, on_date, id)`;
  const sums = await tx.client.query<{ total: number; members: number }>(`${rows} select count(*)::int as total, coalesce(sum(amount), 0)::int as members from one`, values);
  const found = await tx.client.query<Row>(
    `${rows} select one.id, one.name, one.unit, ham.name as "hamletName", ham.kind as "hamletKind", one.on_date::text as "on", one.code, one.detail as text, one.amount::int as amount, one.times
     from one left join hamlet ham on ham.id = one.hamlet
     order by ham.name collate "vi-x-icu" nulls first, ham.id, one.name collate "vi-x-icu", one.id limit ${perPage} offset ${(page - 1) * perPage}`,
    values,
  );
  const entries = found.rows.map(({ id, name, unit, hamletName, hamletKind, on: day, code, text, amount, times }) => ({
    id, name, place: hamletName !== null ? hamletLabel({ name: hamletName, kind: hamletKind }) : unit === null ? "" : getUnit(unit).fullName, on: day, amount,
    detail: [code && presenter.text(`indicators.entry.${code}`), text, times > 1 && presenter.text("indicators.entry.times", { times })].filter(Boolean).join("; "),
  }));
  return { ...nothing, ...sums.rows[0]!, flow: { from, entries, silent } };
}
