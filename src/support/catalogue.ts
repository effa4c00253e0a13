import type { PlainDate } from "../kernel/date.ts";
import type { Services } from "../platform/feature.ts";
import type { Language } from "../platform/http/messages.ts";
import { weakest } from "../poverty/rules/certainty.ts";
import type { PolicyView } from "./contract.ts";
import { SupportWords } from "./describe.ts";
import { policiesOf, type Policies } from "./load.ts";
import { amountOf } from "./rules/amount.ts";
import { periodOn, policiesFor } from "./rules/eligibility.ts";

/** Every policy as its file holds it, in words: since when, whom for, how much, by which document, how sure. */
export function listPolicies(policies: Policies, province: string | null, on: PlainDate, language: Language): PolicyView[] {
  const words = new SupportWords(policies, language);
  return policiesFor(policies.policies, province).map((policy): PolicyView => {
    const period = periodOn(policy, on);
    const group = policies.groups.find(({ id }) => id === policy.group?.id);
    const receiver = policies.receivers.find(({ id }) => id === policy.receiver);
    return {
      id: policy.id, title: words.pick(policy.title), subject: policy.subject, scope: policy.scope, group: group ? words.pick(group.name) : null,
      receiver: policy.receiver, receiverName: receiver ? words.pick(receiver.name) : null, answers: policy.answers,
      state: typeof period === "string" ? period : "active", note: policy.note ? words.pick(policy.note) : null,
      validity: policy.validity.map(({ from, to, certainty, source, note }) => ({ from, to, mark: words.mark(certainty), clause: source && words.cite(source), note: note ? words.pick(note) : null })),
      ways: policy.ways.map((way) => ({
        name: words.wayName(policy, way), mark: words.mark(way.certainty), clause: way.source && words.cite(way.source), note: way.note ? words.pick(way.note) : null,
        conditions: way.all.map((condition) => words.conditionText(condition)), benefit: words.benefit(policy, way, on, amountOf(policy, way, on, policies.parameters)),
      })),
      ends: words.pick(policy.ends.note, words.say(`support.ends.${policy.ends.at}`)),
    };
  });
}

/** One policy that answers a lacking service of the review, in a line. */
export interface SupportAnswer {
  readonly policy: string;
  readonly text: string;
}

/**
 * What support answers a lacking indicator on a day, for papers that explain a result: policies with a rule in force, each with its mark.
 * `province`: of the household; null: national policies only.
 */
export function supportAnswers(services: Pick<Services, "config">, indicatorCode: string, on: PlainDate, language: Language, province: string | null = null): SupportAnswer[] {
  const policies = policiesOf(services);
  const words = new SupportWords(policies, language);
  return policiesFor(policies.policies, province).filter(({ answers }) => answers.includes(indicatorCode)).flatMap((policy) => {
    const period = periodOn(policy, on);
    if (typeof period === "string") return [];
    const mark = words.mark(weakest([period.certainty, ...policy.ways.map(({ certainty }) => certainty)]));
    return [{ policy: policy.id, text: `${words.pick(policy.title)}: ${words.pick(policy.benefit.text)}${mark ? ` (${mark})` : ""}` }];
  });
}
