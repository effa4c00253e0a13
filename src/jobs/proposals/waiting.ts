import { getUnit, hamletIdsOf, hamletLabel, unitPlace, type HamletKind } from "../../areas/public.ts";
import { makeDate, type PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { matchWorkers, workerColumns } from "../../registry/public.ts";
import { knownEventsOf } from "../events/store.ts";
import { HIRE_SOURCES, ruleOf, type Hire, type HireRule, type HireSource } from "../rules/hire.ts";
import { employerKey } from "../rules/same-event.ts";
import { listFlagged, type Flagged } from "./flags.ts";
import type { HiresAsked, Sources } from "./sources.ts";

export interface YearAsked {
  readonly area: string;
  readonly on: PlainDate;
  readonly year: number;
}

export const reachOf = async (tx: Tx, { area, on, year }: YearAsked): Promise<HiresAsked> => ({ hamletIds: await hamletIdsOf(tx, area, on), from: makeDate(year, 1, 1), to: makeDate(year, 12, 31) });

/** Hirings of the year about which nobody decided and that no event tells of; those written in place of a record that an event rests on are told with that event. */
async function waitingHires(tx: Tx, sources: Sources, reach: HiresAsked, instead: ReadonlySet<string>): Promise<Hire[]> {
  const found: Hire[] = [];
  for (const source of HIRE_SOURCES) found.push(...(await sources[source].hires(tx, reach)));
  const { rows: decided } = await tx.client.query<{ key: string }>("select source || ' ' || source_key as key from job_proposal where voided_at is null and hamlet_id = any ($1)", [reach.hamletIds]);
  const { rows: linked } = await tx.client.query<{ id: string; employer: string }>(
    "select coalesce(outcome_id, placement_id) as id, employer_key as employer from job_event where voided_at is null and hamlet_id = any ($1) and (outcome_id is not null or placement_id is not null)", [reach.hamletIds]);
  const done = new Set(decided.map(({ key }) => key));
  const byLink = new Map(linked.map(({ id, employer }) => [id, employer]));
  const hasEvent = (hire: Hire): boolean => hire.linkedBy.some((id) => {
    const employer = byLink.get(id);
    const own = employerKey(hire.employerName);
    return employer !== undefined && (employer === own || employer === "" || own === "");
  });
  return found.filter((hire) => !done.has(`${hire.source} ${hire.key}`) && !instead.has(hire.recordId) && !hasEvent(hire)).toSorted((a, b) => (a.startedOn === b.startedOn ? a.fullName.localeCompare(b.fullName, "vi") : a.startedOn < b.startedOn ? 1 : -1));
}

/** What waits, and the events on file that have to be looked at again. */
export async function lookAt(tx: Tx, sources: Sources, reach: HiresAsked, on: PlainDate): Promise<{ hires: Hire[]; flagged: Flagged[] }> {
  const flagged = await listFlagged(tx, sources, reach, on);
  return { flagged, hires: await waitingHires(tx, sources, reach, new Set(flagged.flatMap(({ now }) => (now === null ? [] : [now.recordId])))) };
}

/** Hirings of the period that somebody declined. */
export async function countDeclined(tx: Tx, { hamletIds, from, to }: HiresAsked): Promise<number> {
  const { rows } = await tx.client.query<{ n: number }>(
    "select count(*)::int as n from job_proposal where voided_at is null and decision = 'declined' and hamlet_id = any ($1) and facts ->> 'startedOn' between $2 and $3", [hamletIds, from, to]);
  return rows[0]!.n;
}

export function narrowed(hires: readonly Hire[], { source, q }: { readonly source?: HireSource | undefined; readonly q?: string | undefined }): Hire[] {
  const text = fold(q ?? "");
  return hires.filter((hire) => (source === undefined || hire.source === source) && (text === "" || fold(`${hire.fullName} ${hire.employerName ?? ""} ${hire.about}`).includes(text)));
}

/** Each with the person on file, where there is exactly one, and with what accepting would do. */
export async function withRules(tx: Tx, services: Services, hires: readonly Hire[]): Promise<{ hire: Hire; rule: HireRule }[]> {
  const matches = await matchWorkers(tx, services.config.keys, hires.map(({ fullName, hamletId, birthDate, birthYear }) => ({ fullName, hamletId, birthYear: birthDate === null ? birthYear : Number(birthDate.slice(0, 4)) })));
  const known = hires.map((hire, i) => { const match = matches[i]!; return hire.personId === null && match.kind === "found" ? { ...hire, personId: match.personId } : hire; });
  const workers = known.map((hire) => workerColumns(hire));
  const events = await knownEventsOf(tx, workers);
  return known.map((hire, i) => ({ hire, rule: ruleOf(hire, workers[i]!.subject_key, events[i]!, services.today()) }));
}

/** Hamlet and commune by name, for rows of any of these hamlets. */
export async function placesOf(tx: Tx, hamletIds: readonly string[], on: PlainDate): Promise<(hamletId: string) => { hamlet: string; unit: string }> {
  const { rows } = await tx.client.query<{ id: string; name: string; kind: HamletKind; unitUid: string | null }>(
    `select p.id, p.name, p.kind, (select hu.unit_uid from hamlet_unit hu where hu.hamlet_id = p.id and hu.voided_at is null and hu.valid_from <= $2 and (hu.valid_to is null or hu.valid_to > $2) limit 1) as "unitUid" from hamlet p where p.id = any ($1)`, [hamletIds, on]);
  const byId = new Map(rows.map((row) => [row.id, { hamlet: hamletLabel(row), unit: row.unitUid === null ? "" : unitPlace(getUnit(row.unitUid), tx.actor.on) }]));
  return (hamletId) => byId.get(hamletId) ?? { hamlet: "", unit: "" };
}
