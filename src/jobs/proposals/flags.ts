import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Channel } from "../rules/event.ts";
import { factsOf, HIRE_SOURCES, sameFacts, type Hire, type HireFacts, type HireSource } from "../rules/hire.ts";
import { withPlace, workerSelect, type WorkerRead } from "../worker-rows.ts";
import type { HiresAsked, Sources } from "./sources.ts";

interface Resting extends WorkerRead {
  readonly source: HireSource;
  readonly recordId: string;
  readonly eventId: string;
  readonly facts: HireFacts | null;
  readonly startedOn: string;
  readonly channel: Channel;
  readonly employerName: string | null;
  readonly version: number;
}

export type Flagged = Omit<ReturnType<typeof withPlace<Resting>>, "facts"> & { /** what the source says instead; null: nothing that says "in work" */ readonly now: Hire | null };

/** Events that rest on the record of another feature: taken from the list of proposals, or linked with an outcome when they were written. */
const RESTING = `select coalesce(d.source, 'outcome') as source, coalesce(d.record_id, e.outcome_id) as "recordId", e.id as "eventId", d.facts, ${workerSelect("e", 1)}, e.started_on::text as "startedOn", e.channel,
    e.employer_name as "employerName", e.version
  from job_event e join hamlet p on p.id = e.hamlet_id left join job_proposal d on d.event_id = e.id and d.voided_at is null
  where e.voided_at is null and e.hamlet_id = any ($2) and e.started_on between $3 and $4 and (d.record_id is not null or (d.id is null and e.outcome_id is not null)) order by e.started_on desc, e.id`;

/** Events whose source was voided, says another thing, or no longer says "in work". A source that the actor may not read is not judged. */
export async function listFlagged(tx: Tx, sources: Sources, { hamletIds, from, to }: HiresAsked, on: PlainDate): Promise<Flagged[]> {
  const { rows } = await tx.client.query<Resting>(RESTING, [on, hamletIds, from, to]);
  const found = new Map<Resting, Hire | null>();
  for (const source of HIRE_SOURCES) {
    const own = rows.filter((row) => row.source === source);
    const states = new Map(own.length === 0 ? [] : (await sources[source].states(tx, own.map(({ recordId }) => recordId))).map((state) => [state.recordId, state]));
    for (const row of own) {
      const state = states.get(row.recordId);
      if (state === undefined || state.hire !== null || (state.replacedBy !== null && row.facts !== null && sameFacts(row.facts, factsOf(state.replacedBy)))) continue;
      found.set(row, state.replacedBy);
    }
  }
  return rows.filter((row) => found.has(row)).map((row) => {
    const { facts: _facts, ...shown } = withPlace(tx, row);
    return { ...shown, now: found.get(row)! };
  });
}
