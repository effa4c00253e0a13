import { getUnit, listHamlets, unitLabel, type HamletRow } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { PrintJob } from "../../papers/print-log.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayReview, must, mustReachArea } from "../policy.ts";
import { getRound, type Round } from "../review/rounds.ts";
import { activeValue } from "../rules/certainty.ts";
import { processOf } from "../workflow/processes.ts";
import { setupOf } from "../workflow/setup.ts";
import type { HamletFile, Meeting, Posting, ReviewedHousehold } from "./rules/hamlet-file.ts";
import { groupBy } from "./rules/group.ts";
import { HAMLET_PAPERS, STEPS } from "./rules/hamlet-papers.ts";
import { getTemplate } from "./templates.ts";

export interface HamletFileAsked {
  readonly roundId: string;
  readonly resultSetId: string;
  /** all hamlets with households in the round when not given */
  readonly hamletIds?: readonly string[] | undefined;
  readonly step: keyof typeof STEPS;
}

type OfHamlet<Row> = Row & { readonly hamletId: string };

async function reviewed({ client }: Tx, resultSetId: string, on: PlainDate): Promise<OfHamlet<ReviewedHousehold>[]> {
  const { rows } = await client.query<OfHamlet<Omit<ReviewedHousehold, "result"> & { result: ReviewedHousehold["result"] | null; demo: boolean }>>(
    `select c.hamlet_id as "hamletId", c.id, h.head_name as "headName", c.previous_class as before, case when c.class is null then null else coalesce(c.list, 'none') end as result, c.note,
       a.score_income as "scoreIncome", a.score_deprivation as "scoreDeprivation",
       (select count(*)::int from membership m where m.household_id = c.household_id and m.voided_at is null and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)) as members
     from review_case c join household h on h.id = c.household_id left join assessment a on a.id = c.assessment_id
     where c.result_set_id = $1 and c.state not in ('withdrawn', 'moved_away', 'duplicate', 'quick_check_failed') order by h.sort_key, c.id`,
    [resultSetId, on],
  );
  return rows.map((row) => ({ ...row, result: row.result ?? undefined }));
}

/** The minutes that stand, with the households voted on by themselves. */
async function meetingsOf({ client }: Tx, resultSetId: string): Promise<OfHamlet<Meeting>[]> {
  const { rows } = await client.query<OfHamlet<Meeting>>(
    `select distinct on (m.hamlet_id) m.hamlet_id as "hamletId", m.held_on::text as "heldOn", m.place, m.chair, m.secretary, m.invited, m.present, m.reviewed_present as "reviewedPresent", m.agree, m.disagree, m.opinions,
       coalesce((select json_agg(json_build_object('householdId', c.household_id, 'headName', h.head_name, 'agree', v.agree, 'disagree', v.disagree, 'note', v.note) order by h.sort_key)
         from review_vote v join review_case c on c.id = v.case_id join household h on h.id = c.household_id where v.meeting_id = m.id), '[]') as singles
     from review_meeting m where m.result_set_id = $1 and m.voided_at is null order by m.hamlet_id, m.held_on desc, m.id desc`,
    [resultSetId],
  );
  return rows;
}

async function postingsOf({ client }: Tx, resultSetId: string): Promise<OfHamlet<Posting>[]> {
  const { rows } = await client.query<OfHamlet<Posting>>(
    `select distinct on (p.hamlet_id) p.hamlet_id as "hamletId", p.places, p.from_on::text as "fromOn", p.to_on::text as "toOn"
     from review_posting p where p.result_set_id = $1 and p.voided_at is null order by p.hamlet_id, p.from_on desc, p.id desc`,
    [resultSetId],
  );
  return rows;
}

interface Organised {
  readonly hamletId: string;
  readonly headName: string | null;
  readonly surveyors: readonly string[];
  readonly formsGiven: number;
  readonly formsBack: number;
}

async function organised({ client }: Tx, roundId: string): Promise<Organised[]> {
  const { rows } = await client.query<Organised>(
    `select h.hamlet_id as "hamletId", h.head_name as "headName", h.forms_given as "formsGiven", h.forms_back as "formsBack",
       array(select s.full_name from review_staff s where s.id = any (h.surveyor_ids) and s.voided_at is null order by s.full_name) as surveyors
     from review_hamlet h where h.round_id = $1`,
    [roundId],
  );
  return rows;
}

function mustKnow(round: Round, { resultSetId, hamletIds }: HamletFileAsked, hamlets: readonly HamletRow[]): void {
  if (!round.resultSets.some(({ id }) => id === resultSetId)) {
    throw new AppError("invalid", "poverty.setNotOfRound", { unit: round.unitName, year: String(round.year), sets: round.resultSets.map((one) => `${one.ruleset}/${one.statusYear}`).join(", ") });
  }
  if (hamletIds && hamlets.length < new Set(hamletIds).size) throw new AppError("not_found", "poverty.papers.hamletUnknown", { areaUid: round.unitUid });
}

/** What is known of each chosen hamlet that has households in the round. */
async function hamletFiles(tx: Tx, services: Services, asked: HamletFileAsked, on: PlainDate): Promise<HamletFile[]> {
  const { roundId, resultSetId, hamletIds } = asked;
  const round = await getRound(tx, roundId);
  const hamlets = (await listHamlets(tx, round.unitUid, on)).filter(({ id }) => hamletIds === undefined || hamletIds.includes(id));
  mustKnow(round, asked, hamlets);
  mustReachArea(tx.actor, round.unitUid, hamlets.map(({ id }) => id), "read");
  const households = groupBy(await reviewed(tx, resultSetId, on), ({ hamletId }) => hamletId);
  const [meetings, postings, staff] = [await meetingsOf(tx, resultSetId), await postingsOf(tx, resultSetId), await organised(tx, roundId)];
  const unit = getUnit(round.unitUid);
  const { process } = processOf(services, on, (await setupOf(tx, roundId)).process);
  const template = getTemplate(services, "hamlet", on);
  const percent = activeValue(process.meetingAgreePercent) ?? null;
  return hamlets.flatMap(({ id, label }): HamletFile[] => {
    const own = households.get(id);
    if (!own) return [];
    const team = staff.find(({ hamletId }) => hamletId === id);
    return [{
      template, unitName: unit.fullName, unitLabel: unitLabel(unit), hamlet: label, year: round.year, hamletHead: team?.headName ?? null, surveyors: team?.surveyors ?? [], households: own,
      meeting: meetings.find(({ hamletId }) => hamletId === id) ?? null, posting: postings.find(({ hamletId }) => hamletId === id) ?? null, agreePercent: percent,
      formsGiven: team?.formsGiven ?? null, formsBack: team?.formsBack ?? null, illustrative: false,
    }];
  });
}

/** Bộ hồ sơ ấp: the papers of a step, hamlet after hamlet, as one print job. Errors: not_found "poverty.roundUnknown" | "poverty.papers.nothingReviewed"; forbidden "poverty.outsideArea". */
export async function hamletFileJob(services: Services, actor: Actor, asked: HamletFileAsked): Promise<PrintJob> {
  must(mayReview, actor);
  const on = services.today();
  const files = await services.door.read(actor, (tx) => hamletFiles(tx, services, asked, on));
  const [first] = files;
  if (!first) throw new AppError("not_found", "poverty.papers.nothingReviewed");
  const names = STEPS[asked.step];
  const one = files.length === 1;
  return {
    papers: files.flatMap((file) => names.map((name) => {
      const paper = HAMLET_PAPERS[name](file);
      return one ? paper : { ...paper, sheet: `${paper.sheet ?? ""} ${file.hamlet}` };
    })),
    meta: { title: `Hồ sơ rà soát năm ${first.year}`, fileName: `ho so ${one ? first.hamlet : first.unitName} ra soat ${first.year}`, frozenAt: new Date(`${on}T00:00:00Z`) },
    subject: asked.roundId, count: files.reduce((sum, { households }) => sum + households.length, 0),
  };
}
