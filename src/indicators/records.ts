import { getUnit, hamletLabel, type HamletKind } from "../areas/public.ts";
import type { PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";
import type { Records, SourceRow } from "./contract.ts";
import { sameDayLastYear, type AreaCounts, type CommunePart, type Counted } from "./figures.ts";
import { countsOn, known, livesOn, RESIDENCES, standingOn, STATUSES } from "./records-sql.ts";
import { flowRecords } from "./flows/records.ts";
import type { Presenter } from "./views.ts";
import { isFlow, type CountId, type LevelId } from "./rules/definition.ts";
import { countIn, isMissing, type Count, type CountOrMissing } from "./rules/figure.ts";

const CLASS_OF: Partial<Record<LevelId, "poor" | "near_poor">> = {
  poorHouseholds: "poor", poorPersons: "poor", nearPoorHouseholds: "near_poor", nearPoorPersons: "near_poor",
};

export interface RecordsAsked {
  readonly count: CountId;
  readonly side: "now" | "previous";
  readonly page: number;
  readonly perPage: number;
}

/** Every commune has the count, so it is their sum; else it was typed for the area as a whole. */
const isSum = (area: AreaCounts, count: CountId): boolean => area.parts.length > 0 && area.parts.every((part) => !isMissing(countIn(part.counts, count)));

const communesBySource = (area: AreaCounts, count: CountId, source: Count["source"]): readonly CommunePart[] =>
  isSum(area, count) ? area.parts.filter((part) => (countIn(part.counts, count) as Count).source === source) : [];

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
  /** after `with x`: the hamlets of the communes asked, parameter 1; parameter 2 is the day, 3 the moment, 4 the day of the borders */
  readonly from: string;
  /** SQL of the number of members of a row */
  readonly members: string;
  readonly columns: string;
  readonly values: readonly unknown[];
}

const HAMLETS = `with x as (select distinct hu.hamlet_id as id from hamlet_unit hu where hu.unit_uid = any ($1) and ${standingOn("hu", "$4::date")})`;

const statusesQuery = (wanted: string): Query => ({
  from: `x join ${STATUSES} on st.hamlet_id = x.id join household hh on hh.id = st.household_id join hamlet ham on ham.id = x.id where st.class = $5 and ${countsOn("$2::date")}`,
  members: "st.members",
  columns: `st.class, st.members, st.decision_no as "decisionNo", st.decision_date as "decisionDate"`,
  values: [wanted],
});

const LIVING: Query = {
  from: `x join ${RESIDENCES} on re.hamlet_id = x.id join household hh on hh.id = re.household_id join hamlet ham on ham.id = x.id
    cross join lateral (select count(*)::int as members from membership m where m.household_id = hh.id and ${standingOn("m", "$2::date")}) counted
    where ${livesOn("$2::date")}`,
  members: "counted.members",
  columns: `null as class, counted.members, null as "decisionNo", null as "decisionDate"`,
  values: [],
};

interface Place {
  readonly communes: readonly string[];
  readonly on: PlainDate;
  readonly knownAt: string;
  readonly bordersOn: PlainDate;
}

const placed = ({ communes, on, knownAt, bordersOn }: Place): unknown[] => [communes, on, knownAt, bordersOn];

async function find(tx: Tx, { from, members, columns, values }: Query, place: Place, asked: RecordsAsked): Promise<Found> {
  const all = [...placed(place), ...values];
  const sums = await tx.client.query<{ total: number; members: number }>(`${HAMLETS} select count(*)::int as total, coalesce(sum(${members}), 0)::int as members from ${from}`, all);
  const { rows } = await tx.client.query<Row>(
    `${HAMLETS} select hh.id as "householdId", hh.head_name as "headName", ham.name as "hamletName", ham.kind, ${columns} from ${from}
     order by ham.name collate "vi-x-icu", ham.id, hh.sort_key, hh.id limit ${asked.perPage} offset ${(asked.page - 1) * asked.perPage}`,
    all,
  );
  const items = rows.map(({ hamletName, kind, ...row }): SourceRow => ({ ...row, hamlet: hamletLabel({ name: hamletName, kind }) }));
  return { ...sums.rows[0]!, items };
}

async function populationRows(tx: Tx, place: Place): Promise<Records["population"]> {
  const { rows } = await tx.client.query<Omit<Records["population"][number], "hamlet"> & { hamletName: string; hamletKind: HamletKind }>(
    `${HAMLETS} select distinct on (pc.hamlet_id) ham.name as "hamletName", ham.kind as "hamletKind", pc.households, pc.persons, pc.source, pc.signer, pc.figure_kind as kind, pc.on_date as "on"
     from x join population_count pc on pc.hamlet_id = x.id join hamlet ham on ham.id = x.id
     where pc.on_date <= $2::date and pc.on_date > $2::date - interval '1 year' and ${known("pc")}
     order by pc.hamlet_id, pc.on_date desc, pc.recorded_at desc, pc.id desc`,
    placed(place),
  );
  return rows
    .map(({ hamletName, hamletKind, ...row }) => ({ ...row, hamlet: hamletLabel({ name: hamletName, kind: hamletKind }) }))
    .toSorted((a, b) => a.hamlet.localeCompare(b.hamlet, "vi"));
}

/** The documents a count was taken from: those of communes that could not be counted, or the one of the area. */
function documentsOf(area: AreaCounts, areaUid: string, count: CountId): Records["documents"] {
  const units = isSum(area, count) ? communesBySource(area, count, "document").map((part) => part.uid) : [areaUid];
  return documentsFrom(area, count, units);
}

const documentsFrom = (area: AreaCounts, count: CountId, units: readonly string[]): Records["documents"] =>
  area.documents
    .filter((one) => one.count === count && units.includes(one.unitUid))
    .map(({ unitUid, value, document, kind, on }) => ({ unit: getUnit(unitUid).fullName, value, document, kind, on }));

/** Of standings the day before the period began, of happenings the last day of the same period a year before. */
export function dayOfSide(counted: Counted, count: CountId, side: "now" | "previous"): PlainDate {
  if (side === "now") return counted.on;
  return isFlow(count) ? sameDayLastYear(counted.on) : counted.previousOn;
}

/** Documents that went into a number of happenings: those of communes without rows, or the one of the area. */
function flowDocuments(area: AreaCounts, areaUid: string, count: CountId): Records["documents"] {
  const total = countIn(area.total, count);
  if (isMissing(total) || total.source === "records") return [];
  const typed = area.parts.filter((part) => part.uid !== areaUid && isDocument(countIn(part.counts, count))).map((part) => part.uid);
  return documentsFrom(area, count, typed.length > 0 ? typed : [areaUid]);
}

const isDocument = (count: CountOrMissing): boolean => !isMissing(count) && count.source === "document";

const NOTHING: Found = { total: 0, members: 0, items: [] };

/** What a count is made of, one page of it: rows, population entered and documents add up to the count. */
export async function recordsOf(tx: Tx, counted: Counted, asked: RecordsAsked, presenter: Presenter): Promise<Records> {
  const on = dayOfSide(counted, asked.count, asked.side);
  const area = counted.days.get(on)!;
  const { count } = asked;
  if (isFlow(count)) return { count, side: asked.side, on, page: asked.page, perPage: asked.perPage, ...(await flowRecords(tx, counted, { ...asked, count, on }, presenter)), documents: flowDocuments(area, counted.areaUid, count) };
  const place = (source: Count["source"]): Place => ({ communes: communesBySource(area, count, source).map((part) => part.uid), on, knownAt: counted.knownAt, bordersOn: counted.bordersOn });
  const wanted = CLASS_OF[count];
  const rowsOf = place(wanted ? "recognised" : "registry");
  const found = rowsOf.communes.length === 0 ? NOTHING : await find(tx, wanted ? statusesQuery(wanted) : LIVING, rowsOf, asked);
  const population = wanted ? [] : await populationRows(tx, place("population"));
  return { count, side: asked.side, on, page: asked.page, perPage: asked.perPage, ...found, population, flow: null, documents: documentsOf(area, counted.areaUid, count) };
}

/** Of what is only a target. */
export const noRecords = (counted: Counted, { side, page, perPage }: Omit<RecordsAsked, "count">): Records =>
  ({ count: null, side, on: counted.on, page, perPage, ...NOTHING, population: [], flow: null, documents: [] });
