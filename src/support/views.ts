import type { GapRow, LineView, ListView, ReceiptRow } from "./contract.ts";
import type * as z from "zod/mini";
import { SupportWords } from "./describe.ts";
import type { Language } from "../platform/http/messages.ts";
import type { Policies } from "./load.ts";
import { birthText, type Compared, type Line } from "./lists/lines.ts";
import type { SupportList } from "./lists/store.ts";

/** What leaves the server of lists, receipts and gaps, in the caller's language. */
export class ListWords {
  readonly #policies: Policies;
  readonly #words: SupportWords;

  constructor(policies: Policies, language: Language) {
    this.#policies = policies;
    this.#words = new SupportWords(policies, language);
  }

  choices(): { receivers: { code: string; name: string }[]; communeFacts: { code: string; name: string; question: string }[] } {
    return {
      receivers: this.#policies.receivers.map(({ id, name }) => ({ code: id, name: this.#words.pick(name) })),
      communeFacts: this.#policies.facts.filter(({ of }) => of === "commune").map(({ code, name, question }) => ({ code, name: this.#words.pick(name), question: this.#words.pick(question) })),
    };
  }

  list(list: SupportList, unit: string): ListView {
    const receiver = this.#policies.receivers.find(({ id }) => id === list.receiver);
    return { ...list, counts: { ...list.counts }, replyCounts: list.replyCounts && { ...list.replyCounts }, unit, policyTitle: this.#words.policyTitle(list.policy), receiverName: receiver ? this.#words.pick(receiver.name) : list.receiver };
  }

  #way(policyId: string, wayId: string): string {
    const policy = this.#policies.policies.find(({ id }) => id === policyId);
    const way = policy?.ways.find(({ id }) => id === wayId);
    return policy && way ? this.#words.wayName(policy, way) : wayId;
  }

  line(policyId: string, { kind, line, fields }: Compared): LineView {
    const { shown } = line;
    return {
      householdId: line.householdId, personId: line.personId, kind, change: this.#words.say(`support.change.${kind}`), name: shown.personName ?? shown.headName, headName: shown.headName, birth: birthText(shown),
      masked: shown.masked ?? "", hamlet: shown.hamlet, class: this.#words.standing(shown.class), way: this.#way(policyId, shown.way), amount: shown.amount, differs: fields.map((field) => this.#words.say(`support.field.${field}`)),
    };
  }

  receipt(row: Omit<ReceiptRow, "policyTitle">): ReceiptRow {
    return { ...row, policyTitle: this.#words.policyTitle(row.policy) };
  }

  gap({ householdId, personId, shown }: Line): z.infer<typeof GapRow> {
    return { householdId, personId, name: shown.personName ?? shown.headName, headName: shown.headName, birth: birthText(shown), hamlet: shown.hamlet, class: this.#words.standing(shown.class), amount: shown.amount };
  }
}
