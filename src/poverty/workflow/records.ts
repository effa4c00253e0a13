import { hamletLabel, type HamletKind } from "../../areas/public.ts";
import type { Tx } from "../../platform/door.ts";
import type { MeetingView, PostingView } from "./contract.ts";

type Named<Row> = Omit<Row, "hamlet"> & { name: string; kind_: HamletKind };

const withHamlet = <Row extends { hamlet: string }>({ name, kind_, ...row }: Named<Row>): Row => ({ ...row, hamlet: hamletLabel({ name, kind: kind_ }) }) as unknown as Row;

/** Minutes of a set within the actor's reach, latest first; those taken back with the reason. */
export async function listMeetings({ client }: Tx, roundId: string, resultSetId: string, hamletId: string | undefined): Promise<MeetingView[]> {
  const { rows } = await client.query<Named<MeetingView>>(
    `select m.id, m.result_set_id as "resultSetId", m.hamlet_id as "hamletId", p.name, p.kind as kind_, m.held_on::text as "heldOn", m.place, m.chair, m.secretary, m.invited, m.present,
       m.reviewed_present as "reviewedPresent", m.agree, m.disagree, m.opinions, encode(m.file, 'hex') as file, m.void_reason as voided,
       coalesce((select json_agg(json_build_object('caseId', v.case_id, 'headName', h.head_name, 'agree', v.agree, 'disagree', v.disagree, 'note', v.note) order by h.sort_key)
         from review_vote v join review_case c on c.id = v.case_id join household h on h.id = c.household_id where v.meeting_id = m.id), '[]') as singles
     from review_meeting m join hamlet p on p.id = m.hamlet_id where m.round_id = $1 and m.result_set_id = $2 and ($3::uuid is null or m.hamlet_id = $3) order by m.held_on desc, m.id desc`,
    [roundId, resultSetId, hamletId ?? null],
  );
  return rows.map(withHamlet<MeetingView>);
}

/** Postings of a set within the actor's reach, latest first. */
export async function listPostings({ client }: Tx, roundId: string, resultSetId: string, hamletId: string | undefined): Promise<PostingView[]> {
  const { rows } = await client.query<Named<PostingView>>(
    `select m.id, m.result_set_id as "resultSetId", m.hamlet_id as "hamletId", p.name, p.kind as kind_, m.kind, m.places, m.from_on::text as "fromOn", m.to_on::text as "toOn", m.reason,
       encode(m.file, 'hex') as file, m.void_reason as voided
     from review_posting m join hamlet p on p.id = m.hamlet_id where m.round_id = $1 and m.result_set_id = $2 and ($3::uuid is null or m.hamlet_id = $3) order by m.from_on desc, m.id desc`,
    [roundId, resultSetId, hamletId ?? null],
  );
  return rows.map(withHamlet<PostingView>);
}
