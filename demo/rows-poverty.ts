import type { Household, Place } from "./block.ts";
import { membersOn } from "./block.ts";
import { ageOnDay, day, dayText, type Day } from "./days.ts";
import { Random } from "./random.ts";
import type { After, Before } from "./scenario.ts";
import { assessedOf } from "./scores.ts";
import type { DemoSource, Round, Row } from "./source.ts";

export function* roundRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("review_round");
  for (const commune of source.communes) {
    for (const { place, year, opened, decided, unitUid } of source.rounds(commune)) {
      yield {
        id: ids.of(source.communeIndex(commune), place), unit_uid: unitUid, year, name: `Rà soát hộ nghèo, hộ cận nghèo cuối năm ${year} (minh họa)`,
        opened_on: dayText(opened), closed_on: dayText(decided), plan_no: "Kế hoạch minh họa", plan_date: `${year}-08-28`, committee_no: null, committee_date: null,
        opinion_level: null, opinion_mode: null, opinion_document: null,
      };
    }
  }
}

export function* resultSetRows(source: DemoSource): Iterable<Row> {
  const rounds = source.ids("review_round");
  const ids = source.ids("review_result_set");
  for (const commune of source.communes) {
    const at = source.communeIndex(commune);
    for (const { place, year, unitUid } of source.rounds(commune)) {
      yield { id: ids.of(at, place), round_id: rounds.of(at, place), unit_uid: unitUid, ruleset: source.scenario.standard.ruleset, status_year: year + 1 };
    }
  }
}

export function* assessmentRows(source: DemoSource): Iterable<Row> {
  const sets = source.ids("review_result_set");
  const ids = source.ids("assessment");
  for (const place of source.places) {
    const communeIndex = source.communeIndex(place.commune);
    for (const round of source.rounds(place.commune)) {
      for (const { household, surveyed, area, income, deprivations, causes } of assessedOf(source, place, round)) {
        yield {
          id: ids.of(place.index, household.place * 2 + round.place), household_id: household.id,
          hamlet_id: place.id, result_set_id: sets.of(communeIndex, round.place), surveyed_on: dayText(surveyed), area_type: area,
          score_income: income, score_deprivation: deprivations.length * 10, deprivations, causes, score_source: "demo", evidence: "Điểm minh họa",
        };
      }
    }
  }
}

/** What concerns a child, from which age: as the standard's indicators of members of an age. */
const OF_CHILDREN = [["nutrition", 0], ["health_insurance", 6], ["school_attendance", 3]] as const;
const CHILDREN_AT_MOST = 16;

/** Answers of each child where the household lacks in what concerns children; of a few households nobody asked. */
export function* childAnswerRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("child_answer");
  const assessments = source.ids("assessment");
  for (const place of source.places) {
    for (const round of source.rounds(place.commune)) {
      for (const { household, surveyed, deprivations } of assessedOf(source, place, round)) {
        const lacking = OF_CHILDREN.filter(([code]) => deprivations.includes(code));
        const random = new Random(source.seed, "children", place.commune.code, place.index, household.place * 2 + round.place);
        if (lacking.length === 0 || random.perMille(40)) continue;
        const children = membersOn(household, surveyed).map(({ person }) => ({ person, age: ageOnDay(person.born, surveyed) })).filter(({ age }) => age < 16).slice(0, CHILDREN_AT_MOST);
        // one child at least lacks in what only children can lack in; an adult may be the one without insurance
        const chosen = new Map(lacking.map(([code, from]) => [code, children.filter(({ age }) => age >= from)[0]?.person] as const));
        if (random.perMille(500)) chosen.delete("health_insurance");
        for (const [i, { person, age }] of children.entries()) {
          const lacks = lacking.filter(([code, from]) => age >= from && (chosen.get(code) === person || (chosen.has(code) && random.perMille(250)))).map(([code]) => code);
          yield {
            id: ids.of(place.index, (household.place * 2 + round.place) * CHILDREN_AT_MOST + i), assessment_id: assessments.of(place.index, household.place * 2 + round.place), household_id: household.id, person_id: person.id,
            hamlet_id: place.id, lacks, surveyed_on: dayText(surveyed),
          };
        }
      }
    }
  }
}

interface Status {
  readonly nth: number;
  readonly class: "poor" | "near_poor";
  readonly ruleset: string;
  readonly statusYear: number;
  readonly decisionNo: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly endReason: string | null;
}

/** Lists as recognised: one row from a decision to the next one, to the household's end, or open for the last. */
export function* statusRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("recognised_status");
  for (const place of source.places) {
    for (const household of source.block(place).households) {
      for (const status of statusesOf(source, place, household)) {
        yield {
          id: ids.of(place.index, household.place * 3 + status.nth), household_id: household.id,
          hamlet_id: place.id, class: status.class, ruleset: status.ruleset, status_year: status.statusYear,
          members: membersOn(household, status.from).length, decision_no: status.decisionNo, decision_date: dayText(status.from),
          signer: "Chủ tịch UBND (minh họa)", valid_from: dayText(status.from), valid_to: status.to === null ? null : dayText(status.to),
          end_reason: status.endReason, source: "demo",
        };
      }
    }
  }
}

const isListed = (standing: Before | After): standing is "poor" | "near_poor" => standing === "poor" || standing === "near_poor";

function* statusesOf(source: DemoSource, place: Place, household: Household): Iterable<Status> {
  const { cell } = household;
  const [first, second] = source.rounds(place.commune) as [Round, Round];
  const { ruleset, earlierRuleset } = source.scenario.standard;
  if (cell.returned && isListed(cell.after)) {
    // over before the end of its year: these few rows are no complete list, so no year end may count them
    const from = day(`${first.year - 2}-01-05`);
    const past = { nth: 0, class: cell.after, ruleset: earlierRuleset, statusYear: first.year - 2, decisionNo: "Minh họa", endReason: "next_decision" };
    if (household.from < from) yield { ...past, from, to: day(`${first.year - 2}-12-05`) };
  }
  if (isListed(cell.before)) {
    const gone = household.to !== null && household.to < second.decided;
    yield {
      nth: 1, class: cell.before, ruleset, statusYear: first.year + 1, decisionNo: first.decisionNo, from: first.decided,
      to: gone ? household.to : second.decided, endReason: gone ? "household_ended" : "next_decision",
    };
  }
  if (isListed(cell.after)) {
    yield { nth: 2, class: cell.after, ruleset, statusYear: second.year + 1, decisionNo: second.decisionNo, from: second.decided, to: null, endReason: null };
  }
}
