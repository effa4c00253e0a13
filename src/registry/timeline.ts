import { hamletLabel, type HamletKind } from "../areas/public.ts";
import type { Tx } from "../platform/door.ts";
import type { TimelineView } from "./contract.ts";
import type { TimelineEntry } from "./contributions.ts";
import type { RegistryServices } from "./use-case.ts";

/** One row of a fact; `value` is what may change within an unbroken stay (relation, hamlet). */
interface Spell {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly from: string;
  readonly to: string | null;
  readonly recordedAt: string;
}

interface Codes {
  readonly began: string;
  readonly became?: string;
  readonly ended?: string;
}

const entry = (on: string, { name, value, recordedAt }: Spell, code: string): TimelineEntry => ({ on: on as TimelineEntry["on"], recordedAt, code: `registry.timeline.${code}`, data: { name, value } });

/** Begun, changed, ended. A row that only continues the one before makes no entry. */
function told(spells: readonly Spell[], codes: Codes): TimelineEntry[] {
  return spells.flatMap((spell, i) => {
    const before = spells[i - 1]?.key === spell.key ? spells[i - 1] : undefined;
    const next = spells[i + 1]?.key === spell.key ? spells[i + 1] : undefined;
    const entries: TimelineEntry[] = [];
    if (before?.to !== spell.from) entries.push(entry(spell.from, spell, codes.began));
    else if (before.value !== spell.value && codes.became) entries.push(entry(spell.from, spell, codes.became));
    if (spell.to !== null && next?.from !== spell.to && codes.ended) entries.push(entry(spell.to, spell, codes.ended));
    return entries;
  });
}

const TIMES = `valid_from::text as "from", f.valid_to::text as "to", to_char(f.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt"`;

async function memberEntries({ client }: Tx, id: string): Promise<TimelineEntry[]> {
  const { rows } = await client.query<Spell>(
    `select f.person_id as key, coalesce(p.full_name, '') as name, f.relation as value, f.${TIMES} from membership f left join person p on p.id = f.person_id
     where f.household_id = $1 and f.voided_at is null order by f.person_id, f.valid_from`,
    [id],
  );
  return told(rows, { began: "joined", became: "relation", ended: "left" });
}

async function residenceEntries({ client }: Tx, id: string): Promise<TimelineEntry[]> {
  const { rows } = await client.query<Spell & { kind: HamletKind }>(
    `select 'home' as key, h.name, h.kind, f.hamlet_id as value, f.${TIMES} from residence f join hamlet h on h.id = f.hamlet_id
     where f.household_id = $1 and f.voided_at is null order by f.valid_from`,
    [id],
  );
  const spells = rows.map(({ kind, ...row }) => ({ ...row, name: hamletLabel({ name: row.name, kind }) }));
  return told(spells, { began: "settled", became: "moved" }).map(({ data, ...rest }) => ({ ...rest, data: { name: data["name"]! } }));
}

async function characteristicEntries({ client }: Tx, id: string): Promise<TimelineEntry[]> {
  const { rows } = await client.query<Spell>(
    `select f.code as key, '' as name, f.code as value, f.${TIMES} from characteristic f where f.household_id = $1 and f.voided_at is null order by f.code, f.valid_from`,
    [id],
  );
  return told(rows, { began: "characteristic", ended: "characteristicEnded" });
}

/** Corrections of persons, and the household's own formation, end, voiding and return. */
async function otherEntries({ client }: Tx, id: string): Promise<TimelineEntry[]> {
  const { rows } = await client.query<{ on: string; recordedAt: string; code: string; name: string; value: string }>(
    `select valid_from::text as "on", recorded_at as "recordedAt", 'formed' as code, head_name as name, formed_by as value from household where id = $1
     union all select valid_to::text, recorded_at, 'ended', head_name, coalesce(end_reason, '') from household where id = $1 and valid_to is not null
     union all select (p.replaced_at at time zone 'Asia/Ho_Chi_Minh')::date::text, p.replaced_at, 'corrected', p.full_name, p.replace_reason from person_past p
       where p.person_id in (select person_id from membership where household_id = $1)
     union all select (a.at at time zone 'Asia/Ho_Chi_Minh')::date::text, a.at, case a.action when 'registry.voidHousehold' then 'voided' else 'restored' end, '', coalesce(a.purpose, '')
       from audit_event a where a.subject = $1::text and a.action in ('registry.voidHousehold', 'registry.restoreHousehold')`,
    [id],
  );
  return rows.map(({ on, recordedAt, code, name, value }) => ({
    on: on as TimelineEntry["on"], recordedAt: new Date(recordedAt).toISOString(), code: `registry.timeline.${code}`, data: { name, value },
  }));
}

/** What other features know of its people, until each left the household. */
async function personsEntries(tx: Tx, { contributions }: RegistryServices, id: string): Promise<readonly TimelineEntry[]> {
  const { rows } = await tx.client.query<{ personId: string; left: string | null }>(
    `select person_id as "personId", case when bool_or(valid_to is null) then null else max(valid_to)::text end as left
     from membership where household_id = $1 and voided_at is null group by person_id`,
    [id],
  );
  const left = new Map(rows.map((row) => [row.personId, row.left]));
  const entries = left.size > 0 ? await contributions.personTimeline(tx, [...left.keys()]) : [];
  return entries.flatMap(({ personId, ...entry }) => ((left.get(personId) ?? "9999-12-31") > entry.on ? [entry] : []));
}

/** Everything that happened to a household, newest first, other features' entries among it. */
export async function householdTimeline(tx: Tx, services: RegistryServices, id: string): Promise<TimelineView[]> {
  const entries = [
    ...(await memberEntries(tx, id)), ...(await residenceEntries(tx, id)), ...(await characteristicEntries(tx, id)), ...(await otherEntries(tx, id)),
    ...(await services.contributions.timeline(tx, id)), ...(await personsEntries(tx, services, id)),
  ];
  return entries
    .sort((a, b) => (a.on !== b.on ? (a.on < b.on ? 1 : -1) : a.recordedAt < b.recordedAt ? 1 : -1))
    .map(({ link, ...one }) => ({ ...one, data: { ...one.data }, ...(link && { link: { to: link.to, params: { ...link.params }, search: { ...link.search } } }) }));
}
