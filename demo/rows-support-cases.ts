import { workerColumns } from "./labour.ts";
import { actorOf } from "./now.ts";
import { BOOK_YEAR, supportCases } from "./support-cases.ts";
import type { MakeRows } from "./source.ts";

const PROVIDER = "Trường Trung cấp nghề minh họa";

export const supportCaseRows: MakeRows = function* (source) {
  for (const { id, worker, number, course, openedOn, receivedOn, steps, state, completeOn, dueOn, amountDong } of supportCases(source)) {
    const decided = steps.find(({ kind }) => kind === "approve" || kind === "refuse");
    const paid = steps.find(({ kind }) => kind === "pay");
    yield {
      id, ...workerColumns(worker), unit_uid: worker.place.hamlet.successor, year: BOOK_YEAR, number, course, provider_name: PROVIDER, opened_on: openedOn, received_on: receivedOn, complete_on: completeOn, due_on: dueOn, state,
      state_on: steps.at(-1)?.on ?? receivedOn, outcome: decided === undefined ? null : decided.kind === "approve" ? "approved" : "refused", decision_no: decided?.told?.decisionNo ?? null, decided_on: decided?.on ?? null,
      signer: decided?.told?.signer ?? null, amount_dong: amountDong, voucher_no: paid?.told?.voucherNo ?? null, paid_on: paid?.on ?? null, version: 1 + steps.length,
    };
  }
};

export const supportCaseActionRows: MakeRows = function* (source) {
  const ids = source.ids("training_support_action");
  for (const { id: case_id, at, worker, receivedOn, endedOn, papers, asked, steps } of supportCases(source)) {
    const common = { case_id, hamlet_id: worker.place.id, actor: actorOf(source) };
    yield { id: ids.of(at, 0), ...common, seq: 1, kind: "receive", on_date: receivedOn, data: JSON.stringify({ channel: at % 4 === 3 ? "online" : "in_person", papers, asked, endedOn }) };
    for (const [i, { kind, on, data }] of steps.entries()) yield { id: ids.of(at, i + 1), ...common, seq: i + 2, kind, on_date: on, data: JSON.stringify(data) };
  }
};
