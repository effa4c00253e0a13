import { getUnit, hamletLabel, type HamletKind } from "../areas/public.ts";
import type { PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";
import type { Records, SourceRow } from "./contract.ts";
import { known, lives, standingOn, statusCounts } from "./counting.ts";
import type { AreaCounts, CommunePart, Counted } from "./figures.ts";
import type { CountId } from "./rules/definition.ts";
import { isMissing, type Count } from "./rules/figure.ts";

const CLASS_OF: Partial<Record<CountId, "poor" | "near_poor">> = {
  poorHouseholds: "poor", poorPersons: "poor", nearPoorHouseholds: "near_poor", nearPoorPersons: "near_poor",
};

export interface RecordsAsked {
  readonly count: CountId;
  readonly side: "now" | "previous";
  readonly page: number;
  readonly perPage: number;
}

/** Every commune has the count, so it is their sum; else it was typed for the area as a whole. */
const isSum = (area: AreaCounts, count: CountId): boolean => area.parts.length > 0 && area.parts.every((part) => !isMissing(part.counts[count]));

const communesBySource = (area: AreaCounts, count: CountId, source: Count["source"]): readonly CommunePart[] =>
  isSum(area, count) ? area.parts.filter((part) => (part.counts[count] as Count).source === source) : [];

interface Row extends Omit<SourceRow, "hamlet"> {
  readonly hamletName: string;
  readonly kind: HamletKind;
}

interface Found {
  readonly total: number;
  readonly members: number;
  readonly items: SourceRow[];
}

interface Query {
  readonly from: string;
  /** SQL of the number of members of a row */
  readonly members: string;
  readonly columns: string;
  readonly values: readonly unknown[];
}

const statusesQuery = (hamlets: readonly string[], on: string, knownAt: string, wanted: string): Query => ({
  from: `recognised_status st, household hh, hamlet ham where ham.id = st.hamlet_id and st.hamlet_id = any ($1) and st.class = $4 and ${statusCounts("$2::date")}`,
  members: "st.members",
  columns: `st.class, st.members, st.decision_no as "decisionNo", st.decision_date as "decisionDate"`,
  values: [hamlets, on, knownAt, wanted],
});

const livingQuery = (hamlets: readonly string[], on: string, knownAt: string): Query => ({
  from: `residence re, household hh, hamlet ham, lateral (select count(*)::int as members from membership m where m.household_id = hh.id and ${standingOn("m", "$2::date")}) counted
    where ham.id = re.hamlet_id and ${lives("any ($1)", "$2::date")}`,
  members: "counted.members",
  columns: `null as class, counted.members, null as "decisionNo", null as "decisionDate"`,
  values: [hamlets, on, knownAt],
});

async function find(tx: Tx, { from, members, columns, values }: Query, asked: RecordsAsked): Promise<Found> {
  const sums = await tx.client.query<{ total: number; members: number }>(`select count(*)::int as total, coalesce(sum(${members}), 0)::int as members from ${from}`, [...values]);
  const { rows } = await tx.client.query<Row>(
    `select hh.id as "householdId", hh.head_name as "headName", ham.name as "hamletName", ham.kind, ${columns} from ${from}
     order by ham.name collate "vi-x-icu", ham.id, hh.sort_key, hh.id limit ${asked.perPage} offset ${(asked.page - 1) * asked.perPage}`,
    [...values],
  );
  const items = rows.map(({ hamletName, kind, ...row }): SourceRow => ({ ...row, hamlet: hamletLabel({ name: hamletName, kind }) }));
  return { ...sums.rows[0]!, items };
}

async function populationRows(tx: Tx, hamlets: readonly string[], on: string, knownAt: string): Promise<Records["population"]> {
  const { rows } = await tx.client.query<Omit<Records["population"][number], "hamlet"> & { hamletName: string; hamletKind: HamletKind }>(
    `select distinct on (pc.hamlet_id) ham.name as "hamletName", ham.kind as "hamletKind", pc.households, pc.persons, pc.source, pc.signer, pc.figure_kind as kind, pc.on_date as "on"
     from population_count pc join hamlet ham on ham.id = pc.hamlet_id
     where pc.hamlet_id = any ($1) and pc.on_date <= $2::date and pc.on_date > $2::date - interval '1 year' and ${known("pc")}
     order by pc.hamlet_id, pc.on_date desc, pc.recorded_at desc, pc.id desc`,
    [hamlets, on, knownAt],
  );
  return rows
    .map(({ hamletName, hamletKind, ...row }) => ({ ...row, hamlet: hamletLabel({ name: hamletName, kind: hamletKind }) }))
    .toSorted((a, b) => a.hamlet.localeCompare(b.hamlet, "vi"));
}

/** The documents a count was taken from: those of communes that could not be counted, or the one of the area. */
function documentsOf(area: AreaCounts, areaUid: string, count: CountId): Records["documents"] {
  const units = isSum(area, count) ? communesBySource(area, count, "document").map((part) => part.uid) : [areaUid];
  return area.documents
    .filter((one) => one.count === count && units.includes(one.unitUid))
    .map(({ unitUid, value, document, kind, on }) => ({ unit: getUnit(unitUid).fullName, value, document, kind, on }));
}

const NOTHING: Found = { total: 0, members: 0, items: [] };

/** What a count is made of, one page of it: rows, population entered and documents add up to the count. */
export async function recordsOf(tx: Tx, counted: Counted, asked: RecordsAsked): Promise<Records> {
  const on: PlainDate = asked.side === "now" ? counted.on : counted.previousOn;
  const area = counted.days.get(on)!;
  const { count } = asked;
  const hamlets = (source: Count["source"]): string[] => communesBySource(area, count, source).flatMap((part) => part.hamletIds);
  const wanted = CLASS_OF[count];
  const rowsOf = hamlets(wanted ? "recognised" : "registry");
  const query = wanted ? statusesQuery(rowsOf, on, counted.knownAt, wanted) : livingQuery(rowsOf, on, counted.knownAt);
  const found = rowsOf.length === 0 ? NOTHING : await find(tx, query, asked);
  const population = wanted ? [] : await populationRows(tx, hamlets("population"), on, counted.knownAt);
  return { count, side: asked.side, on, page: asked.page, perPage: asked.perPage, ...found, population, documents: documentsOf(area, counted.areaUid, count) };
}
