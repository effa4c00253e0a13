import { communesOf, getUnit } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import { stateOf, type QueueItem, type QueueSource } from "../../queue/public.ts";
import { missingReports } from "../procedures/report-reminders.ts";
import { waitingRequests } from "../procedures/queue-items.ts";
import { getRound } from "../review/rounds.ts";
import { askedOn } from "./opinions.ts";
import { processOf } from "./processes.ts";
import { milestonesOf } from "./round-page.ts";
import { setupOf } from "./setup.ts";

/** Where in the round each thing is done. */
const TAB: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  takeList: { tab: "households" }, visit: { tab: "households", state: "listed" }, revisit: { tab: "households", flag: "revisit" }, request: { tab: "households", flag: "without_request" },
  meet: { tab: "meetings" }, signMeeting: { tab: "meetings" }, post: { tab: "postings" }, repost: { tab: "postings" }, postingRunning: { tab: "postings" },
  complaint: { tab: "households", state: "complaint" }, report: { tab: "decision" }, awaitOpinion: { tab: "decision" }, recognise: { tab: "decision" }, opinionUnset: { tab: "setup" },
};
/** Which requests an item speaks of, as filters of their list. */
const REQUESTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  procedureLate: { due: "late" }, procedureDue: { due: "soon" }, procedureOpen: { due: "open" }, procedureUntimed: { due: "unknown" }, procedureAnswer: { state: "decided" },
};

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

/** What is due, late and blocked in open rounds, single requests and their reports. */
export const povertyQueue = (services: Services): QueueSource => async (tx, { area: areaUid, today: on, language }) => {
  if (!tx.actor.scope.fields.includes("poverty")) return [];
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
  for (const { month, dueOn, count, certainty, unitUid } of await missingReports(tx, services, areaUid, on)) {
    items.push({ field: "poverty", code: "poverty.queue.adhocReport", data: { names: month }, count, unitUid, dueOn, state: stateOf(dueOn, on), certainty, to: "/review/procedures", search: { tab: "months" } });
  }
  for (const { code, names, ...one } of await waitingRequests(tx, areaUid, on)) items.push({ ...one, field: "poverty", code: `poverty.queue.${code}`, data: { names }, to: "/review/procedures", search: REQUESTS[code]! });
  return items;
};

async function itemsOf(tx: Tx, services: Services, row: Counted, on: PlainDate, language: Language): Promise<QueueItem[]> {
  const round = await getRound(tx, row.roundId);
  const ruleset = round.resultSets.find(({ id }) => id === row.setId)!.ruleset;
  const set = round.resultSets.length > 1 ? ` (${ruleset})` : "";
  const { process } = processOf(services, on, (await setupOf(tx, round.id)).process);
  const milestones = await milestonesOf(tx, round, process, language);
  const dueOf = (code: string): { dueOn: PlainDate | null; certainty: string | null } => {
    const found = milestones.find((one) => one.code === code);
    return { dueOn: found?.dueOn ?? null, certainty: found?.certainty ?? null };
  };
  const item = (code: string, count: number, { dueOn, certainty }: { dueOn: PlainDate | null; certainty: string | null }, names = "", why: string | null = null): QueueItem[] =>
    count === 0 ? [] : [{
      field: "poverty", code: `poverty.queue.${code}`, data: { set, names }, count, why: why && `poverty.queue.why.${why}`, unitUid: round.unitUid, dueOn, state: why === null ? stateOf(dueOn, on) : "blocked", certainty,
      to: `/review/rounds/${round.id}`, search: { set: row.setId, ...TAB[code] },
    }];
  if (row.live === 0) return getUnit(round.unitUid).level === "commune" ? item("takeList", 1, dueOf("opens")) : [];
  const asked = await askedOn(tx, services, round.id, on);
  const done = row.listed + row.scored + row.met + row.complaints + row.rechecked === 0;
  const ready = done && row.posted > 0 && row.postingRunning === 0;
  return [
    ...item("visit", row.listed, dueOf("surveyed")),
    ...item("revisit", row.revisit, dueOf("surveyed")),
    ...item("meet", row.scored, dueOf("met"), "", row.listed > 0 ? "visits" : null),
    ...item("signMeeting", row.unsignedMeetings, dueOf("met")),
    ...item("post", row.met, dueOf("posted")),
    ...item("complaint", row.complaints, { dueOn: row.complaintDue, certainty: process.days.recheck.certainty }, row.complainers ?? ""),
    ...item("repost", row.rechecked, dueOf("posted")),
    ...item("request", row.unrequested, dueOf("recognised")),
    ...(asked.known ? [] : item("opinionUnset", 1, dueOf("recognised"), "", "opinionUnset")),
    ...item("postingRunning", row.postingRunning, dueOf("posted"), "", "posting"),
    ...(asked.mode === "none" ? item("recognise", ready ? row.posted : 0, dueOf("recognised")) : item("report", ready ? row.posted : 0, dueOf("recognised"))),
    ...item("awaitOpinion", asked.mode === "inform" ? 0 : row.reported, dueOf("recognised"), "", "opinion"),
    ...item("recognise", done && row.posted === 0 && (asked.mode === "inform" ? row.reported > 0 : row.opinion > 0 && row.reported === 0) ? row.opinion + row.reported : 0, dueOf("recognised")),
  ];
}
