import type { CaseAction } from "../src/poverty/workflow/rules/case-state.ts";
import type { Place } from "./block.ts";
import { dayText } from "./days.ts";
import { TODAY } from "./hamlets.ts";
import { inventName } from "./names.ts";
import { Random } from "./random.ts";
import { casesOf, closedDays, communeOfToday, idsOf, isAnPhu, NOW, OPEN_ROUNDS, stageOf, type DemoCase } from "./review.ts";
import type { DemoSource, Row } from "./source.ts";

const PLACES = "Văn phòng ấp; trụ sở UBND xã (minh họa)";
const PROVINCE = "91@2025-07-01";
const PLAN = { year: NOW.year, at: OPEN_ROUNDS + 99 } as const;

/** Where the rows of a round lie: its commune of then, or the commune of today. */
const roundAt = (source: DemoSource, place: Place, round: 1 | 2): [number, number] => (round === 1 ? [source.communeIndex(place.commune), 1] : [OPEN_ROUNDS + communeOfToday(place), 0]);
const roundId = (source: DemoSource, place: Place, round: 1 | 2): string => source.ids("review_round").of(...roundAt(source, place, round));
const setId = (source: DemoSource, place: Place, round: 1 | 2): string => source.ids("review_result_set").of(...roundAt(source, place, round));

const anPhu = (source: DemoSource): readonly Place[] => source.places.filter(isAnPhu);
/** One hamlet for each commune of today. */
const communesNow = (source: DemoSource): readonly Place[] => [...new Map(anPhu(source).map((place) => [communeOfToday(place), place])).values()];

const NO_SETUP = { plan_no: null, plan_date: null, committee_no: null, committee_date: null, opinion_level: null, opinion_mode: null, opinion_document: null };

/** The open rounds of the communes of today, below the plan of the province. */
export function* openRoundRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("review_round");
  const name = `Rà soát hộ nghèo, hộ cận nghèo năm ${NOW.year} (minh họa)`;
  const communes = communesNow(source);
  if (communes.length > 0) yield { ...NO_SETUP, id: ids.of(PLAN.at, 0), unit_uid: PROVINCE, year: NOW.year, name, opened_on: dayText(NOW.opened - 10), closed_on: null, plan_no: "Kế hoạch minh họa", plan_date: dayText(NOW.opened - 14) };
  for (const place of communes) {
    const set = stageOf(place) === "reported" ? { opinion_level: "province", opinion_mode: "inform", opinion_document: "Văn bản minh họa của tỉnh" } : {};
    yield {
      ...NO_SETUP, ...set, id: roundId(source, place, 2), unit_uid: place.hamlet.successor, year: NOW.year, name, opened_on: dayText(NOW.opened), closed_on: null,
      plan_no: "Kế hoạch xã (minh họa)", plan_date: dayText(NOW.opened - 5), committee_no: "Quyết định minh họa", committee_date: dayText(NOW.opened - 4),
    };
  }
}

/** The year is closed by the standard that still holds; in one commune the province has opened a second set by the next one. */
export function* openSetRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("review_result_set");
  const { ruleset } = source.scenario.standard;
  const communes = communesNow(source);
  if (communes.length > 0) yield { id: ids.of(PLAN.at, 0), round_id: source.ids("review_round").of(PLAN.at, 0), unit_uid: PROVINCE, ruleset, status_year: NOW.year };
  for (const place of communes) {
    const unit_uid = place.hamlet.successor;
    const round_id = roundId(source, place, 2);
    yield { id: setId(source, place, 2), round_id, unit_uid, ruleset, status_year: NOW.year };
    if (unit_uid === TODAY.phuHuu) yield { id: ids.of(OPEN_ROUNDS + communeOfToday(place), 1), round_id, unit_uid, ruleset: "VN-2027", status_year: NOW.year + 1 };
  }
}

export function* openAreaTypeRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("area_type");
  for (const place of communesNow(source)) {
    const unit_uid = place.hamlet.successor;
    // the former towns: for the office to say
    if (unit_uid === TODAY.anPhu || unit_uid === TODAY.khanhBinh) continue;
    yield { id: ids.of(OPEN_ROUNDS + communeOfToday(place), 0), unit_uid, hamlet_id: null, type: "rural", document: "Minh họa: xã là nông thôn", valid_from: "2025-07-01", valid_to: null };
  }
}

export function* openAssessmentRows(source: DemoSource): Iterable<Row> {
  for (const place of anPhu(source)) {
    const ids = idsOf(source, place, 2);
    for (const { household, round, assessed } of casesOf(source, place)) {
      if (round !== 2 || !assessed) continue;
      yield {
        id: ids.assessment(household), household_id: household.id, hamlet_id: place.id, result_set_id: setId(source, place, 2), surveyed_on: dayText(assessed.surveyed),
        area_type: place.hamlet.successor === TODAY.anPhu ? null : assessed.area, score_income: assessed.income, score_deprivation: assessed.deprivations.length * 10, deprivations: assessed.deprivations, causes: assessed.causes,
        score_source: "demo", evidence: "Điểm minh họa",
      };
    }
  }
}

export function* milestoneRows(source: DemoSource): Iterable<Row> {
  if (communesNow(source).length === 0) return;
  const ids = source.ids("review_milestone");
  for (const [i, [code, due_on]] of ([["surveyed", "2026-10-31"], ["met", "2026-11-10"], ["posted", "2026-11-20"]] as const).entries()) {
    yield { id: ids.of(PLAN.at, i), round_id: source.ids("review_round").of(PLAN.at, 0), unit_uid: PROVINCE, code, due_on, document: "Kế hoạch minh họa của tỉnh" };
  }
}

const ROUNDS = [1, 2] as const;

export function* staffRows(source: DemoSource): Iterable<Row> {
  for (const place of anPhu(source)) {
    for (const round of ROUNDS) {
      const random = new Random(source.seed, "surveyor", place.index, round);
      const { full } = inventName(random, "01", random.perMille(450) ? 1 : 2, 1985);
      yield {
        id: idsOf(source, place, round).surveyor, round_id: roundId(source, place, round), unit_uid: unitOf(source, place, round), kind: "surveyor", full_name: `${full} (minh họa)`,
        position: "Cộng tác viên giảm nghèo", task: `Rà soát ${place.hamlet.kind === "khom" ? "khóm" : "ấp"} ${place.hamlet.name}`,
      };
    }
  }
}

const unitOf = (source: DemoSource, place: Place, round: 1 | 2): string => (round === 1 ? source.rounds(place.commune)[1]!.unitUid : place.hamlet.successor);

export function* reviewHamletRows(source: DemoSource): Iterable<Row> {
  for (const place of anPhu(source)) {
    const cases = [...casesOf(source, place)];
    for (const round of ROUNDS) {
      const own = cases.filter((one) => one.round === round);
      const opened = round === 1 ? source.rounds(place.commune)[1]!.opened : NOW.opened;
      yield {
        round_id: roundId(source, place, round), hamlet_id: place.id, head_name: "Trưởng ấp (minh họa)", surveyor_ids: [idsOf(source, place, round).surveyor], forms_given: own.length + 5,
        forms_given_on: dayText(opened + 5), forms_back: own.filter(({ assessed }) => assessed !== null).length,
      };
    }
  }
}

const caseId = (source: DemoSource, place: Place, { household, round }: DemoCase): string => source.ids("review_case").of(place.index, household.place * 2 + round - 1);

export function* caseRows(source: DemoSource): Iterable<Row> {
  for (const place of anPhu(source)) {
    for (const one of casesOf(source, place)) {
      const { state, household, round, actions } = one;
      yield {
        id: caseId(source, place, one), round_id: roundId(source, place, round), result_set_id: setId(source, place, round), household_id: household.id, hamlet_id: place.id, origin: state.origin, state: state.name,
        state_on: state.since, previous_class: state.previousClass, class: state.class, list: state.list, assessment_id: state.assessmentId, surveyor_id: state.surveyorId, meeting_id: state.meetingId,
        posting_id: state.posting?.id ?? null, complaint_due: state.complaintDue, flags: [...state.flags], note: state.note, version: actions.length,
      };
    }
  }
}

export function* actionRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("review_action");
  const actor = source.ids("review_actor").of(0, 0);
  for (const place of anPhu(source)) {
    for (const one of casesOf(source, place)) {
      const at = (one.household.place * 2 + one.round - 1) * 10;
      for (const [i, action] of one.actions.entries()) yield { id: ids.of(place.index, at + i), case_id: caseId(source, place, one), hamlet_id: place.id, seq: i + 1, kind: action.kind, on_date: action.on, data: dataOf(action), actor };
    }
  }
}

const dataOf = ({ kind: _kind, on: _on, ...rest }: CaseAction): string => JSON.stringify(rest);

/** Hamlets whose meeting was held: all of the closed round, those far enough of the open one. */
function* held(source: DemoSource, posted: boolean): Iterable<{ place: Place; round: 1 | 2 }> {
  const far = posted ? ["posted", "complaint", "reported"] : ["met", "posted", "complaint", "reported"];
  for (const place of anPhu(source)) {
    const rounds = new Set([...casesOf(source, place)].map(({ round }) => round));
    for (const round of ROUNDS) if (rounds.has(round) && (round === 1 || far.includes(stageOf(place)))) yield { place, round };
  }
}

export function* meetingRows(source: DemoSource): Iterable<Row> {
  for (const { place, round } of held(source, false)) {
    const { meeting, votes } = idsOf(source, place, round);
    yield {
      id: meeting, round_id: roundId(source, place, round), result_set_id: setId(source, place, round), hamlet_id: place.id, held_on: dayText(round === 1 ? closedDays(source.rounds(place.commune)[1]!).met : NOW.met),
      place: "Văn phòng ấp (minh họa)", chair: "Trưởng ấp (minh họa)", secretary: "Thư ký (minh họa)", invited: votes.present + 6, present: votes.present, reviewed_present: Math.floor(votes.present / 2),
      agree: votes.agree, disagree: votes.present - votes.agree, opinions: null,
    };
  }
}

export function* postingRows(source: DemoSource): Iterable<Row> {
  for (const { place, round } of held(source, true)) {
    const closed = closedDays(source.rounds(place.commune)[1]!);
    const [from, to] = round === 1 ? [closed.posted, closed.until] : [NOW.posted, NOW.until];
    yield { id: idsOf(source, place, round).posting, round_id: roundId(source, place, round), result_set_id: setId(source, place, round), hamlet_id: place.id, kind: "first", places: PLACES, from_on: dayText(from), to_on: dayText(to), reason: null };
  }
}

export function* opinionRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("review_opinion");
  for (const commune of source.communes) {
    const place = anPhu(source).find((one) => one.commune === commune);
    if (!place) continue;
    const { reported, replied } = closedDays(source.rounds(commune)[1]!);
    yield {
      id: ids.of(source.communeIndex(commune), 1), round_id: roundId(source, place, 1), result_set_id: setId(source, place, 1), unit_uid: unitOf(source, place, 1), level: "district", mode: "opinion",
      report_no: "Báo cáo minh họa", reported_on: dayText(reported), due_on: null, reply_no: "Công văn minh họa", replied_on: dayText(replied), agreed: true,
    };
  }
  for (const place of communesNow(source)) {
    if (stageOf(place) !== "reported") continue;
    yield {
      id: ids.of(OPEN_ROUNDS + communeOfToday(place), 2), round_id: roundId(source, place, 2), result_set_id: setId(source, place, 2), unit_uid: place.hamlet.successor, level: "province", mode: "inform",
      report_no: "Báo cáo minh họa", reported_on: dayText(NOW.reported), due_on: null, reply_no: null, replied_on: null, agreed: null,
    };
  }
}
