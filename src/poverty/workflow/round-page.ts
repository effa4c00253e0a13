import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import { getCountedRound, type CountedSet, type Round } from "../review/rounds.ts";
import { askedOn, type Asked } from "./opinions.ts";
import { processOf } from "./processes.ts";
import { datesOf, type ReviewProcess } from "./rules/process.ts";
import { setupOf, type StoredSetup } from "./setup.ts";

export interface Staff {
  readonly id: string;
  readonly kind: "committee" | "surveyor";
  readonly fullName: string;
  readonly position: string | null;
  readonly task: string | null;
}

export interface Milestone {
  readonly code: string;
  readonly name: string;
  readonly dueOn: PlainDate | null;
  /** the commune's own plan, the province's plan, the process; none: nobody has set it */
  readonly from: "round" | "province" | "process" | "none";
  readonly document: string | null;
  readonly certainty: string | null;
  /** of an entry that can be taken back */
  readonly id: string | null;
}

export interface Opinion {
  readonly id: string;
  readonly level: string;
  readonly mode: string;
  readonly reportNo: string;
  readonly reportedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly replyNo: string | null;
  readonly repliedOn: PlainDate | null;
  readonly agreed: boolean | null;
  readonly content: string | null;
}

export interface RoundPage {
  readonly round: Round<CountedSet>;
  readonly setup: StoredSetup;
  readonly process: ReviewProcess;
  readonly covered: boolean;
  readonly asked: Asked;
  readonly staff: readonly Staff[];
  readonly trainings: readonly { readonly id: string; readonly heldOn: PlainDate; readonly place: string; readonly content: string; readonly staffIds: readonly string[] }[];
  readonly milestones: readonly Milestone[];
  readonly opinions: readonly (Opinion & { readonly resultSetId: string })[];
}

/** Everything of a round but its households. Errors: not_found "poverty.roundUnknown". */
export async function getRoundPage(tx: Tx, services: Services, roundId: string, language: Language): Promise<RoundPage> {
  const round = await getCountedRound(tx, roundId);
  const setup = await setupOf(tx, roundId);
  const { client } = tx;
  const day = round.closedOn ?? services.today();
  const { process, covered } = processOf(services, day, setup.process);
  const staff = (await client.query<Staff>(`select id, kind, full_name as "fullName", position, task from review_staff where round_id = $1 and voided_at is null order by kind, recorded_at, id`, [roundId])).rows;
  const trainings = (await client.query<RoundPage["trainings"][number]>(
    `select id, held_on::text as "heldOn", place, content, staff_ids as "staffIds" from review_training where round_id = $1 and voided_at is null order by held_on, id`, [roundId])).rows;
  const opinions = (await client.query<Opinion & { resultSetId: string }>(
    `select id, result_set_id as "resultSetId", level, mode, report_no as "reportNo", reported_on::text as "reportedOn", due_on::text as "dueOn", reply_no as "replyNo", replied_on::text as "repliedOn", agreed, content
     from review_opinion where round_id = $1 order by recorded_at`, [roundId])).rows;
  return { round, setup, process, covered, asked: await askedOn(tx, services, roundId, day), staff, trainings, milestones: await milestonesOf(tx, round, process, language), opinions };
}

/** Each date by who set it: the round's own plan before the province's of that year before the process. */
export async function milestonesOf({ client }: Tx, round: Round, process: ReviewProcess, language: Language): Promise<Milestone[]> {
  const { rows } = await client.query<{ id: string; code: string; dueOn: PlainDate; document: string; own: boolean }>(
    `select m.id, m.code, m.due_on::text as "dueOn", m.document, m.round_id = $1 as own from review_milestone m join review_round r on r.id = m.round_id and r.voided_at is null
     where m.voided_at is null and (m.round_id = $1 or (r.year = $2 and r.unit_uid in (select uid from ref.unit where level = 'province')))`,
    [round.id, round.year],
  );
  const dates = new Map(datesOf(process, round.year).map(({ code, on }) => [code, on]));
  return process.milestones.map(({ code, name, certainty, source }) => {
    const set = rows.find((row) => row.code === code && row.own) ?? rows.find((row) => row.code === code);
    if (set) return { code, name: name[language], dueOn: set.dueOn, from: set.own ? "round" : "province", document: set.document, certainty: null, id: set.own ? set.id : null };
    const on = dates.get(code);
    return { code, name: name[language], dueOn: on ?? null, from: on === undefined ? "none" : "process", document: source?.doc ?? null, certainty, id: null };
  });
}
