import { communesOf, getUnit, standing, unitTitle } from "../../areas/public.ts";
import { addMonths, yearOf, type PlainDate } from "../../kernel/date.ts";
import { decimalText } from "../../kernel/decimal.ts";
import { percentOf } from "../../kernel/ratio.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import { overseasStandards } from "../overseas/load.ts";
import { STEP_KINDS } from "../overseas/rules/case-state.ts";
import type { MarketRowView, ReturnRowView, SenderRowView } from "./contract.ts";
import { addCounts, NO_COUNTS, tallyMarkets, tallyReturns, tallySenders, type Period, type TalliedCase } from "./rules/tally.ts";

/** What the features above know: the plan of departures of communes and areas for a year, by unit. */
export interface MigrationContributions {
  plansOf(tx: Tx, unitUids: readonly string[], year: number): Promise<ReadonlyMap<string, number>>;
}

export interface TablesAsked extends Period {
  readonly area: string;
}

/** Cases of the communes that an area is made of on the last day, each in the commune its hamlet then lies in. */
async function readCases({ client }: Tx, { area, to }: TablesAsked): Promise<TalliedCase[]> {
  const { uids, on } = communesOf(area, to);
  const { rows } = await client.query<TalliedCase>(
    `select hu.unit_uid as "unitUid", c.market, c.sex, c.groups, c.wished_on::text as "wishedOn", c.organisation_id as "organisationId", c.sender_name as sender,
       (select json_agg(a.data || jsonb_build_object('kind', a.kind, 'on', a.on_date) order by a.seq) from overseas_action a where a.case_id = c.id and a.kind = any ($4)) as actions,
       (select coalesce(json_agg(json_build_object('kind', s.kind, 'on', s.on_date)), '[]') from overseas_support s where s.case_id = c.id and s.phase = 'home' and s.voided_at is null) as "homeSupports",
       (select coalesce(json_agg(json_build_object('milestone', f.milestone, 'on', f.on_date, 'outcome', f.outcome)), '[]') from overseas_follow_up f where f.case_id = c.id and f.phase = 'home' and f.voided_at is null) as "followUps"
     from overseas_case c join hamlet_unit hu on hu.hamlet_id = c.hamlet_id where hu.unit_uid = any ($1) and ${standing("hu", 2, 3)} and c.voided_at is null`,
    [uids, on, "infinity", STEP_KINDS],
  );
  return rows;
}

const yearBefore = ({ from, to }: Period): Period => ({ from: addMonths(from, -12), to: addMonths(to, -12) });
const DECIMALS = 1;
/** "142.1"; null without a plan: never an infinite percentage. */
function percent(result: number, plan: number | undefined): string | null {
  const ratio = plan === undefined ? null : percentOf(result, plan, DECIMALS);
  return ratio && decimalText(ratio.percent);
}

/** NN-01, NN-02, NN-03 of an area. The totals of a commune carry the same days of the year before and the plan of the year of the last day. */
export async function migrationTables(tx: Tx, services: Pick<Services, "config">, contributions: MigrationContributions, asked: TablesAsked, language: Language): Promise<{ nn01: MarketRowView[]; nn02: ReturnRowView[]; nn03: SenderRowView[] }> {
  const cases = await readCases(tx, asked);
  const { uids } = communesOf(asked.area, asked.to);
  const plans = await contributions.plansOf(tx, uids, yearOf(asked.to));
  const named = <Row extends { unitUid: string }>(row: Row): Row & { unit: string } => ({ ...row, unit: unitTitle(getUnit(row.unitUid), asked.to) });
  const names = new Map(overseasStandards(services).markets.map(({ code, name }) => [code, name[language]]));
  const byMarket = tallyMarkets(cases, asked);
  const before = tallyMarkets(cases, yearBefore(asked));
  const departedBefore = (uid: string): number => before.filter(({ unitUid }) => unitUid === uid).reduce((sum, row) => sum + row.departed, 0);
  const shown = uids.filter((uid) => plans.has(uid) || [...byMarket, ...before].some(({ unitUid }) => unitUid === uid));
  const nn01 = shown.flatMap((uid): MarketRowView[] => {
    const own = byMarket.filter(({ unitUid }) => unitUid === uid).toSorted((a, b) => b.departed - a.departed || (a.market ?? "~").localeCompare(b.market ?? "~"));
    const total = own.reduce(addCounts, NO_COUNTS);
    return [
      named({ unitUid: uid, market: null, marketName: null, total: true, ...total, departedBefore: departedBefore(uid), plan: plans.get(uid) ?? null, percent: percent(total.departed, plans.get(uid)) }),
      ...own.map((row) => named({ ...row, marketName: row.market === null ? null : (names.get(row.market) ?? row.market), total: false, departedBefore: null, plan: null, percent: null })),
    ];
  });
  return { nn01, nn02: tallyReturns(cases, asked).map(named), nn03: await senders(tx, cases, asked, named) };
}

interface LicenceRow {
  readonly id: string;
  readonly number: string;
  readonly to: PlainDate | null;
  readonly checkedOn: PlainDate | null;
}

/** A sender with the licence that holds on the last day and what was said against it in the period; one only complained about is listed too. */
async function senders({ client }: Tx, cases: readonly TalliedCase[], asked: TablesAsked, named: <Row extends { unitUid: string }>(row: Row) => Row & { unit: string }): Promise<SenderRowView[]> {
  const { uids } = communesOf(asked.area, asked.to);
  const { rows: complaints } = await client.query<{ unitUid: string; organisationId: string | null; sender: string; complaints: number; openComplaints: number }>(
    `select unit_uid as "unitUid", organisation_id as "organisationId", min(sender_name) as sender, count(*)::int as complaints, count(*) filter (where answered_on is null)::int as "openComplaints"
     from sender_complaint where unit_uid = any ($1) and on_date between $2 and $3 and voided_at is null group by unit_uid, organisation_id, case when organisation_id is null then sender_name end`, [uids, asked.from, asked.to]);
  const { rows: licences } = await client.query<LicenceRow>(
    `select distinct on (organisation_id) organisation_id as id, number, valid_to::text as "to", checked_on::text as "checkedOn" from organisation_licence
     where kind = 'overseas' and voided_at is null and valid_from <= $1 and (valid_to is null or valid_to > $1) order by organisation_id, valid_from desc`, [asked.to]);
  const keyOf = (row: { unitUid: string; organisationId: string | null; sender: string }): string => `${row.unitUid}|${row.organisationId ?? row.sender}`;
  const recruiting = tallySenders(cases, asked);
  const known = new Set(recruiting.map(keyOf));
  const told = new Map(complaints.map((row) => [keyOf(row), row]));
  const all = [...recruiting, ...complaints.filter((row) => !known.has(keyOf(row))).map(({ unitUid, organisationId, sender }) => ({ unitUid, organisationId, sender, recruited: 0, departed: 0 }))];
  return all.map((row) => {
    const licence = licences.find(({ id }) => id === row.organisationId);
    return named({ ...row, licence: licence?.number ?? null, licenceTo: licence?.to ?? null, checkedOn: licence?.checkedOn ?? null, complaints: told.get(keyOf(row))?.complaints ?? 0, openComplaints: told.get(keyOf(row))?.openComplaints ?? 0 });
  });
}
