import { allowanceLists, taughtClasses, type DemoList, type Taught } from "./allowances.ts";
import { distanceOf } from "./groups.ts";
import { workerColumns } from "./labour.ts";
import { actorOf } from "./now.ts";
import { TRAINING_CENTRE_ID } from "./rows-organisations.ts";
import type { MakeRows, Row } from "./source.ts";

const ownerOf = ({ unitUid }: Taught) => ({ provider_id: TRAINING_CENTRE_ID, unit_uid: unitUid });

/** Signed sheets: the days up to the last that was signed, in two halves. */
export const sheetRows: MakeRows = function* (source) {
  const ids = source.ids("attendance_sheet");
  for (const of of taughtClasses(source)) {
    const days = of.held.slice(0, of.signed);
    const half = days[Math.floor(days.length / 2)]!;
    const parts = [days.filter((day) => day < half), days.filter((day) => day >= half)];
    for (const [i, part] of parts.entries()) {
      if (part.length > 0) yield { id: ids.of(of.at, i), class_id: of.id, ...ownerOf(of), from_on: part[0]!, to_on: part.at(-1)!, signer: "Giáo viên, trưởng lớp (minh họa)", locked_by: actorOf(source) };
    }
  }
};

const stepOf = ({ steps }: DemoList, kind: string) => steps.findLast((step) => step.kind === kind);

export const allowanceListRows: MakeRows = function* (source) {
  for (const list of allowanceLists(source)) {
    const back = stepOf(list, "giveBack");
    const approved = back ? undefined : stepOf(list, "approve");
    const paid = stepOf(list, "pay");
    yield {
      id: list.id, class_id: list.of.id, ...ownerOf(list.of), number: 1, state: list.state, state_on: list.steps.at(-1)?.on ?? list.madeOn, policy_code: list.policyCode, attended_to: list.attendedTo,
      decision_no: (approved?.data["decisionNo"] as string | undefined) ?? null, decided_on: approved?.on ?? null, signer: (approved?.data["signer"] as string | undefined) ?? null,
      voucher_no: (paid?.data["voucherNo"] as string | undefined) ?? null, paid_on: paid?.on ?? null, version: 1 + list.steps.length,
    };
  }
};

export const allowanceActionRows: MakeRows = function* (source) {
  const ids = source.ids("allowance_list_action");
  for (const list of allowanceLists(source)) {
    const { of, items, madeOn, steps } = list;
    const laid = items.filter(({ decidedReason }) => decidedReason !== null);
    // the office lays down what is open after the provider signed
    const [signed, ...rest] = steps;
    const all = [
      { kind: "compute", on: madeOn, data: { attendedTo: list.attendedTo, actualCostDong: of.spent, norm: of.norm } }, ...(signed ? [signed] : []),
      ...laid.map(({ learner, decidedReason }) => ({ kind: "layDown", on: signed!.on, data: { name: learner.worker.person.name, reason: decidedReason } })), ...rest,
    ];
    for (const [i, { kind, on, data }] of all.entries()) yield { id: ids.of(of.at, i), list_id: list.id, ...ownerOf(of), seq: i + 1, kind, on_date: on, data: JSON.stringify(data), actor: actorOf(source) };
  }
};

export const allowanceItemRows: MakeRows = function* (source) {
  for (const list of allowanceLists(source)) {
    const paid = stepOf(list, "pay")?.on ?? null;
    for (const { id, learner, days, columns, decidedReason } of list.items) {
      const { name_folded: _name, birth_date: _born, ...who } = workerColumns(learner.worker);
      yield {
        id, list_id: list.id, class_id: list.of.id, ...ownerOf(list.of), enrolment_id: learner.enrolmentId, ...who, attended_days: days, distance_km: distanceOf(learner.seat),
        ...(columns as Row), decided_reason: decidedReason, signed_for_on: columns.outcome === "refused" ? null : paid,
      };
    }
  }
};
