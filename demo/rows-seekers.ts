import { placeFor } from "../src/jobs/rules/match.ts";
import { day } from "./days.ts";
import { FIRMS } from "./firms.ts";
import { workerColumns } from "./labour.ts";
import { actorOf } from "./now.ts";
import { eventRow } from "./rows-jobs.ts";
import { firmId } from "./rows-organisations.ts";
import { seekers } from "./seekers.ts";
import type { MakeRows } from "./source.ts";

export const seekerRows: MakeRows = function* (source) {
  for (const { id, worker, registeredOn, wishes, state, stateOn, priority } of seekers(source)) {
    yield {
      id, ...workerColumns(worker), registered_on: registeredOn, phone: null, wanted_vsco: wishes.wantedVsco, wanted_job: wishes.wantedJob, wanted_places: wishes.wantedPlaces, wage_wanted: wishes.wageWanted,
      shifts: wishes.shifts, general_education: wishes.generalEducation, technical_level: wishes.technicalLevel, experience_months: wishes.experienceMonths, disabled: wishes.disabled, priority, note: "Minh họa", state, state_on: stateOn,
      source: worker.place.index % 3 === 0 ? "fair" : "office",
    };
  }
};

export const referralRows: MakeRows = function* (source) {
  const adviser = actorOf(source);
  for (const { id: seeker_id, worker, referral } of seekers(source)) {
    if (!referral) continue;
    const { id, vacancy, on, score, reason, steps, state, stateOn } = referral;
    yield {
      id, seeker_id, hamlet_id: worker.place.id, vacancy_id: vacancy.id, organisation_id: firmId(source, vacancy.firm), full_name: worker.person.name, referred_on: on, state, state_on: stateOn,
      interview_on: steps.find(({ interviewOn }) => interviewOn !== undefined)?.interviewOn ?? null, reason, score, adviser, version: 1 + steps.length,
    };
  }
};

const MOST_DEEDS = 8;

export const referralActionRows: MakeRows = function* (source) {
  const ids = source.ids("referral_action");
  const actor = actorOf(source);
  for (const { worker, referral } of seekers(source)) {
    if (!referral) continue;
    const { id: referral_id, vacancy, on, score, obstacles, steps } = referral;
    const common = { referral_id, hamlet_id: worker.place.id, organisation_id: firmId(source, vacancy.firm), actor };
    const idOf = (nth: number): string => ids.of(worker.place.index, worker.person.place * MOST_DEEDS + nth);
    yield { id: idOf(0), ...common, seq: 1, kind: "refer", on_date: on, data: JSON.stringify({ reason: null, score, obstacles }) };
    for (const [i, step] of steps.entries()) {
      const data = { reason: step.reason ?? null, interviewOn: step.interviewOn ?? null, startedOn: step.startedOn ?? null };
      yield { id: idOf(i + 1), ...common, seq: i + 2, kind: step.kind, on_date: step.on, data: JSON.stringify(data) };
    }
  }
};

export const placementRows: MakeRows = function* (source) {
  for (const { id: seeker_id, worker, referral, placement } of seekers(source)) {
    if (!placement) continue;
    const { firm, id: vacancy_id } = referral!.vacancy;
    yield {
      id: placement.id, ...workerColumns(worker), seeker_id, referral_id: referral!.id, vacancy_id, organisation_id: firmId(source, firm), employer_name: FIRMS[firm]!.name, started_on: placement.startedOn, left_on: placement.leftOn,
      left_reason: placement.leftOn === null ? null : "Xa nhà, không quen tăng ca",
    };
  }
};

export const placementCheckRows: MakeRows = function* (source) {
  for (const { worker, placement } of seekers(source)) {
    for (const { id, milestone, dueOn, done } of placement?.checks ?? []) {
      yield { id, placement_id: placement!.id, hamlet_id: worker.place.id, milestone, due_on: dueOn, checked_on: done?.on ?? null, result: done?.result ?? null, note: done?.result === "left" ? "Xa nhà, không quen tăng ca" : null };
    }
  }
};

/** Who was placed has a job event. */
export const placementEventRows: MakeRows = function* (source) {
  const ids = source.ids("placement_event");
  for (const { worker, wishes, referral, placement } of seekers(source)) {
    if (!placement) continue;
    const { vacancy } = referral!;
    yield eventRow(source, ids.of(worker.place.index, worker.person.place), {
      worker, startedOn: day(placement.startedOn), reportedOn: placement.reportedOn, channel: "tt_dvvl", place: placeFor(wishes, vacancy), firm: vacancy.firm, job: vacancy.title, vsco: vacancy.vsco!, evidence: "referral_slip",
      links: { placement_id: placement.id },
    });
  }
};
