import { getUnit, hamletLabel, unitTitle, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import { reachOf } from "../areas.ts";
import { TAKES_LEARNERS } from "../rules/class-state.ts";
import type { ClassRowView } from "./contract.ts";

export interface ClassesAsked {
  readonly area: string;
  readonly q?: string | undefined;
  readonly state?: string | undefined;
  readonly trade?: string | undefined;
  readonly provider?: string | undefined;
  readonly sector?: string | undefined;
  /** of the opening, or of the planned begin */
  readonly year?: number | undefined;
  readonly sort: string;
  readonly page: number;
  readonly perPage: number;
}

const GROUPS: Readonly<Record<string, readonly string[]>> = { active: ["opened", "running", "exam"], done: ["closed", "settled"], taking: TAKES_LEARNERS };

const ROW = `c.id, c.code, c.name, c.trade_code as "tradeCode", t.name as trade, t.sector, t.level, c.provider_id as "providerId", o.name as provider, c.unit_uid as "unitUid", h.name as "hamletName", h.kind as "hamletKind", c.state,
  c.state_on::text as "stateOn", c.planned_from::text as "plannedFrom", c.planned_to::text as "plannedTo", c.opened_on::text as "openedOn", c.ended_on::text as "endedOn", c.learners_planned as "learnersPlanned", n.learners, n.dropped,
  n.passed, n.certified, c.cost_dong as "costDong"`;
const FROM = `training_class c join trade t on t.code = c.trade_code join organisation o on o.id = c.provider_id left join hamlet h on h.id = c.hamlet_id,
  lateral (select count(*) filter (where e.state <> 'dropped')::int as learners, count(*) filter (where e.state = 'dropped')::int as dropped, count(*) filter (where e.state in ('passed', 'certified'))::int as passed,
    count(*) filter (where e.state = 'certified')::int as certified from enrolment e where e.class_id = c.id and e.voided_at is null) n`;

const ORDER: Readonly<Record<string, string>> = {
  code: "c.code", name: 'c.name collate "vi-x-icu"', opened: "coalesce(c.opened_on, c.planned_from)", learners: "n.learners",
  state: "array_position(array['planned', 'approved', 'opened', 'running', 'exam', 'closed', 'settled', 'cancelled'], c.state)",
};

type Row = Omit<ClassRowView, "unit" | "hamlet"> & { readonly hamletName: string | null; readonly hamletKind: HamletKind | null };

const viewOf = ({ hamletName, hamletKind, ...row }: Row, on: PlainDate): ClassRowView => ({
  ...row, unit: unitTitle(getUnit(row.unitUid), on), hamlet: hamletName === null || hamletKind === null ? null : hamletLabel({ name: hamletName, kind: hamletKind }),
});

/** Classes of an area, or of a provider, within the actor's reach. */
export async function listClasses(tx: Tx, asked: ClassesAsked, on: PlainDate): Promise<{ total: number; rows: ClassRowView[] }> {
  const values: unknown[] = [];
  const parts = ["c.voided_at is null"];
  const where = (condition: (n: string) => string, value: unknown): void => {
    if (value === undefined || value === "") return;
    parts.push(condition(`$${values.push(value)}`));
  };
  const reach = await reachOf(tx, asked.area, on);
  if (reach !== null) {
    values.push(reach.units, reach.hamlets);
    parts.push("(c.unit_uid = any ($1) or c.hamlet_id = any ($2))");
  }
  where((n) => `c.state = any (${n})`, asked.state && (GROUPS[asked.state] ?? [asked.state]));
  where((n) => `c.trade_code = ${n}`, asked.trade);
  where((n) => `c.provider_id = ${n}`, asked.provider);
  where((n) => `t.sector = ${n}`, asked.sector);
  where((n) => `extract(year from coalesce(c.opened_on, c.planned_from)) = ${n}`, asked.year);
  where((n) => `(c.name_folded like '%' || ${n} || '%' or lower(c.code) like '%' || ${n} || '%')`, asked.q === undefined ? undefined : fold(asked.q).replaceAll(/[\\%_]/g, "\\$&"));
  const turned = asked.sort.startsWith("-") ? " desc" : "";
  const { rows } = await tx.client.query<Row & { total: number }>(
    `select ${ROW}, count(*) over ()::int as total from ${FROM} where ${parts.join(" and ")} order by ${ORDER[asked.sort.replace("-", "")]!}${turned} nulls last, c.code limit $${values.length + 1} offset $${values.length + 2}`,
    [...values, asked.perPage, (asked.page - 1) * asked.perPage],
  );
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => viewOf(row, on)) };
}

/** One class as the list shows it; it must exist. */
export async function classRow({ client }: Tx, id: string, on: PlainDate): Promise<ClassRowView> {
  const { rows } = await client.query<Row>(`select ${ROW} from ${FROM} where c.id = $1`, [id]);
  return viewOf(rows[0]!, on);
}
