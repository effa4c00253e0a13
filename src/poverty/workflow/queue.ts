import { communesOf, getUnit } from "../../areas/public.ts";
import { addDays, type PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import { missingReports } from "../procedures/report-reminders.ts";
import { waitingRequests } from "../procedures/queue-items.ts";
import { getRound } from "../review/rounds.ts";
import { askedOn } from "./opinions.ts";
import { processOf } from "./processes.ts";
import { milestonesOf } from "./round-page.ts";
import { setupOf } from "./setup.ts";

/** One thing to do: what, where, by when, and why it waits. Words by `code` ("poverty.queue.<code>"). */
export interface QueueItem {
  readonly code: string;
  readonly roundId: string | null;
  readonly resultSetId: string | null;
  readonly caseId: string | null;
  readonly unitName: string;
  readonly count: number;
  readonly names: string;
  readonly dueOn: PlainDate | null;
  readonly state: "late" | "due" | "blocked" | "open";
  readonly certainty: string | null;
}

interface Counted {
  readonly roundId: string;
  readonly setId: string;
  readonly listed: number;
  readonly revisit: number;
  readonly scored: number;
  readonly met: number;
  readonly posted: number;
  readonly complaints: number;
  readonly rechecked: number;
  readonly reported: number;
  readonly opinion: number;
  readonly unrequested: number;
  readonly live: number;
  readonly postingRunning: number;
  readonly complaintDue: PlainDate | null;
  readonly complainers: string | null;
  readonly unsignedMeetings: number;
}

const SOON = 7;

/** What is due, late and blocked in open rounds and single requests of an area, most pressing first. */
export async function listQueue(tx: Tx, services: Services, areaUid: string, on: PlainDate, language: Language): Promise<QueueItem[]> {
  const uids = [areaUid, ...communesOf(areaUid, on).uids];
  const { rows } = await tx.client.query<Counted>(
    `select s.round_id as "roundId", s.id as "setId", count(c.id) filter (where c.state in ('listed', 'surveyed'))::int as listed, count(c.id) filter (where 'revisit' = any (c.flags))::int as revisit,
       count(c.id) filter (where c.state in ('scored', 'not_found'))::int as scored, count(c.id) filter (where c.state = 'met')::int as met, count(c.id) filter (where c.state in ('posted', 'reposted'))::int as posted,
       count(c.id) filter (where c.state = 'complaint')::int as complaints, count(c.id) filter (where c.state = 'rechecked')::int as rechecked, count(c.id) filter (where c.state = 'reported')::int as reported,
       count(c.id) filter (where c.state = 'opinion')::int as opinion, count(c.id) filter (where 'without_request' = any (c.flags) and c.list is not null)::int as unrequested,
       count(c.id) filter (where c.state not in ('quick_check_failed', 'withdrawn', 'moved_away', 'duplicate'))::int as live,
       count(c.id) filter (where c.state in ('posted', 'reposted') and p.to_on >= $2)::int as "postingRunning", min(c.complaint_due)::text as "complaintDue",
       string_agg(h.head_name, ', ' order by c.complaint_due) filter (where c.state = 'complaint') as complainers,
       (select count(*)::int from review_meeting m where m.result_set_id = s.id and m.voided_at is null and m.file is null) as "unsignedMeetings"
     from review_round r join review_result_set s on s.round_id = r.id left join review_case c on c.result_set_id = s.id left join review_posting p on p.id = c.posting_id left join household h on h.id = c.household_id
     where r.unit_uid = any ($1) and r.voided_at is null and r.closed_on is null group by s.round_id, s.id`,
    [uids, on],
  );
  const items: QueueItem[] = [];
  for (const row of rows) items.push(...(await itemsOf(tx, services, row, on, language)));
  for (const { month, dueOn, ...missing } of await missingReports(tx, services, areaUid, on)) {
    items.push({ ...missing, code: "adhocReport", roundId: null, resultSetId: null, caseId: null, names: month, dueOn, state: dueOn < on ? "late" : addDays(on, SOON) >= dueOn ? "due" : "open" });
  }
  items.push(...(await waitingRequests(tx, areaUid, on)).map((one) => ({ ...one, roundId: null, resultSetId: null, caseId: null })));
  const order = { late: 0, due: 1, blocked: 2, open: 3 };
  return items.sort((a, b) => order[a.state] - order[b.state] || ((a.dueOn ?? "9") < (b.dueOn ?? "9") ? -1 : 1));
}

async function itemsOf(tx: Tx, services: Services, row: Counted, on: PlainDate, language: Language): Promise<QueueItem[]> {
  const round = await getRound(tx, row.roundId);
  const ruleset = round.resultSets.find(({ id }) => id === row.setId)!.ruleset;
  const unitName = round.resultSets.length > 1 ? `${round.unitName} (${ruleset})` : round.unitName;
  const { process } = processOf(services, on, (await setupOf(tx, round.id)).process);
  const milestones = await milestonesOf(tx, round, process, language);
  const dueOf = (code: string): { dueOn: PlainDate | null; certainty: string | null } => {
    const found = milestones.find((one) => one.code === code);
    return { dueOn: found?.dueOn ?? null, certainty: found?.certainty ?? null };
  };
  const stateOf = (dueOn: PlainDate | null): QueueItem["state"] => (dueOn === null ? "open" : dueOn < on ? "late" : dueOn <= addDays(on, SOON) ? "due" : "open");
  const item = (code: string, count: number, { dueOn, certainty }: { dueOn: PlainDate | null; certainty: string | null }, more: Partial<QueueItem> = {}): QueueItem[] =>
    count === 0 ? [] : [{ code, roundId: round.id, resultSetId: row.setId, caseId: null, unitName, count, names: "", dueOn, state: stateOf(dueOn), certainty, ...more }];
  if (row.live === 0) return getUnit(round.unitUid).level === "commune" ? item("takeList", 1, dueOf("opens")) : [];
  const asked = await askedOn(tx, services, round.id, on);
  const done = row.listed + row.scored + row.met + row.complaints + row.rechecked === 0;
  const ready = done && row.posted > 0 && row.postingRunning === 0;
  return [
    ...item("visit", row.listed, dueOf("surveyed")),
    ...item("revisit", row.revisit, dueOf("surveyed")),
    ...item("meet", row.scored, dueOf("met"), row.listed > 0 ? { state: "blocked" } : {}),
    ...item("signMeeting", row.unsignedMeetings, dueOf("met")),
    ...item("post", row.met, dueOf("posted")),
    ...item("complaint", row.complaints, { dueOn: row.complaintDue, certainty: process.days.recheck.certainty }, { names: row.complainers ?? "" }),
    ...item("repost", row.rechecked, dueOf("posted")),
    ...item("request", row.unrequested, dueOf("recognised")),
    ...(asked.known ? [] : item("opinionUnset", 1, dueOf("recognised"), { state: "blocked" })),
    ...item("postingRunning", row.postingRunning, dueOf("posted"), { state: "blocked" }),
    ...(asked.mode === "none" ? item("recognise", ready ? row.posted : 0, dueOf("recognised")) : item("report", ready ? row.posted : 0, dueOf("recognised"))),
    ...item("awaitOpinion", asked.mode === "inform" ? 0 : row.reported, dueOf("recognised"), { state: "blocked" }),
    ...item("recognise", done && row.posted === 0 && (asked.mode === "inform" ? row.reported > 0 : row.opinion > 0 && row.reported === 0) ? row.opinion + row.reported : 0, dueOf("recognised")),
  ];
}
