import type { PlainDate } from "../kernel/date.ts";
import { formatIntegerIn } from "../kernel/text/number.ts";
import { fill, type Language, type Messages } from "../platform/http/messages.ts";
import type { Certainty, Source, Words } from "../poverty/rules/certainty.ts";
import type { PolicyAnswer } from "./answer.ts";
import type { BenefitView, EligibilityView, PersonEligibility, PolicyAnswerView, ReasonView } from "./contract.ts";
import type { Policies } from "./load.ts";
import { valueOn, valuesOf, type Amount } from "./rules/amount.ts";
import type { Checked } from "./rules/conditions.ts";
import type { Eligibility, Tried } from "./rules/eligibility.ts";
import type { Condition, Policy, Value, Way } from "./rules/policy-shape.ts";
import type { PersonFacts } from "./rules/subject.ts";
import en from "./messages.en.json" with { type: "json" };
import vi from "./messages.vi.json" with { type: "json" };

const WORDS: Readonly<Record<Language, Messages>> = { vi, en };

/** Policies, answers and reasons in one language. Deterministic: codes and data in, text out. */
export class SupportWords {
  readonly #policies: Policies;
  readonly #language: Language;

  constructor(policies: Policies, language: Language) {
    this.#policies = policies;
    this.#language = language;
  }

  say(code: string, data: Readonly<Record<string, unknown>> = {}): string {
    return fill(WORDS[this.#language][code] ?? WORDS.vi[code] ?? code, data);
  }

  pick(words: Words | null | undefined, otherwise = ""): string {
    return words?.[this.#language] ?? otherwise;
  }

  number(value: number): string {
    return formatIntegerIn(value, this.#language);
  }

  /** "chưa đối chiếu văn bản"; null for what was read in a text. */
  mark(certainty: Certainty): string | null {
    return certainty === "text" ? null : this.say(`support.certainty.${certainty}`);
  }

  cite(source: Source | null): string {
    if (source === null) return this.say("support.clause.none");
    const document = this.#policies.documents[source.doc];
    return [source.article, [document?.kind, source.doc].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  }

  standing(code: string | null): string {
    return this.say(`support.standing.${code ?? "unknown"}`);
  }

  answer(code: Eligibility["answer"]): string {
    return this.say(`support.answer.${code}`);
  }

  policyTitle(id: string): string {
    return this.pick(this.#policies.policies.find((policy) => policy.id === id)?.title, id);
  }

  amount(amount: Amount | null): string | null {
    if (amount?.dong === undefined || amount.dong === null) return null;
    return this.#bounded(amount.bound, this.say("support.unit.dong", { value: this.number(amount.dong) }), amount.per);
  }

  #bounded(bound: Value["bound"], text: string, per: Value["per"]): string {
    const bounded = bound === "exact" ? text : this.say(`support.bound.${bound}`, { value: text });
    return per === null ? bounded : this.say(`support.per.${per}`, { value: bounded });
  }

  /** "100.000.000 đồng, không quá"; null while not known. */
  value(value: Value, on: PlainDate): string | null {
    const number = valueOn(value, on);
    if (number === null) return null;
    const shown = value.unit === "hundredths" || value.unit === "rateHundredths" ? this.#hundredths(number.value!) : this.number(number.value!);
    return this.#bounded(value.bound, this.say(`support.unit.${value.unit}`, { value: shown }), value.per);
  }

  #hundredths(value: number): string {
    const text = (value / 100).toFixed(2).replace(/\.?0+$/, "");
    return this.#language === "vi" ? text.replace(".", ",") : text;
  }

  wayName(policy: Policy, way: Way): string {
    return this.pick(way.name, this.pick(policy.title));
  }

  benefit(policy: Policy, way: Way | null, on: PlainDate, amount: Amount | null): BenefitView {
    const values = valuesOf(policy, way).map((value) => {
      const number = valueOn(value, on);
      const period = number ?? value.periods.find(({ from, to }) => (from === null || from <= on) && (to === null || on <= to)) ?? null;
      const certainty = number?.certainty ?? "unknown";
      return {
        id: value.id, name: this.pick(value.name), text: this.value(value, on) ?? this.say("support.value.unknown"), value: number?.value ?? null, unit: value.unit, bound: value.bound, per: value.per,
        certainty, mark: this.mark(certainty), clause: number === null ? null : this.cite(number.source), note: period?.note ? this.pick(period.note) : null,
      };
    });
    const { kind, text } = policy.benefit;
    return {
      kind, text: this.pick(text), amount: amount?.dong ?? null, amountText: this.amount(amount) ?? (policy.benefit.amount === null ? null : this.say("support.amount.unknown")),
      amountMark: amount === null ? null : this.mark(amount.certainty), values,
    };
  }

  reason(one: Checked, on: PlainDate): ReasonView {
    const outcome = one.holds === null ? "unknown" : one.holds ? "holds" : "fails";
    const data = { name: this.#conditionName(one.condition, on), value: this.#valueText(one), required: this.required(one.condition) };
    const text = this.say(`support.reason.${outcome}`, data) + (one.carried && one.until !== null ? ` ${this.say("support.reason.carried", { until: one.until })}` : "");
    const { fact } = one.condition;
    return { fact: "code" in one.condition ? `${fact}.${one.condition.code}` : fact, holds: one.holds, compared: typeof one.value === "object" && one.value !== null ? { ...one.value } : one.value, since: one.since, until: one.until, text };
  }

  #conditionName(condition: Condition, on: PlainDate): string {
    if ("code" in condition) return this.#factName(condition);
    return this.say(`support.fact.${condition.fact}`, { on });
  }

  #factName(condition: Condition & { code: string }): string {
    const of = condition.fact === "communeLeft" ? "commune" : condition.fact;
    return this.pick(this.#policies.facts.find((fact) => fact.of === of && fact.code === condition.code)?.name, condition.code);
  }

  #valueText({ condition, value, since, until }: Checked): string {
    if (condition.fact === "status") return this.standing(value as string | null) + (since === null ? "" : ` (${this.say("support.since", { since })})`);
    if (condition.fact === "escaped") return since === null ? this.say("support.value.notEscaped") : this.say("support.value.escaped", { since, until, list: this.standing(String(value)) });
    if (condition.fact === "communeLeft") return since === null ? this.say(`support.value.commune.${String(value)}`) : this.say("support.value.communeLeft", { since, until });
    if (condition.fact === "splitYears") return since === null ? this.say("support.value.noSplit") : this.say("support.value.split", { since, until });
    if (typeof value === "boolean") return this.say(value ? "support.yes" : "support.no");
    if (typeof value === "number") return condition.fact === "age" ? this.say("support.value.age", { age: value }) : this.number(value);
    if (typeof value === "object" && value !== null) return this.say("support.value.ages", value);
    return this.say("support.value.unknown");
  }

  required(condition: Condition): string {
    switch (condition.fact) {
      case "status":
        return condition.in.map((one) => this.standing(one)).join(this.say("support.or"));
      case "escaped":
        return this.say("support.required.escaped", { months: condition.months, lists: condition.from.map((one) => this.standing(one)).join(this.say("support.or")) });
      case "communeLeft":
        return this.say("support.required.communeLeft", { months: condition.months });
      case "age":
        if (condition.from === null) return this.say("support.required.ageBefore", { before: condition.before });
        return this.say(condition.before === null ? "support.required.ageFrom" : "support.required.age", { from: condition.from, before: condition.before ?? "" });
      case "number":
        return `${this.say(`support.op.${condition.op}`)} ${this.number(condition.value)}`;
      case "splitYears":
        return this.say("support.required.split", { years: condition.years });
      default:
        return this.say(condition.is ? "support.yes" : "support.no");
    }
  }

  /** "hộ nghèo", "tuổi: từ đủ 60 tuổi": a condition as a catalogue lists it. */
  conditionText(condition: Condition): string {
    const name = "code" in condition ? this.#factName(condition) : this.say(`support.condition.${condition.fact}`);
    return `${name}: ${this.required(condition)}`;
  }

  question(condition: Condition): string {
    if (!("code" in condition)) return this.say(`support.question.${condition.fact}`);
    const of = condition.fact === "communeLeft" ? "commune" : condition.fact;
    return this.pick(this.#policies.facts.find((fact) => fact.of === of && fact.code === condition.code)?.question, condition.code);
  }

  #reasons({ ways, answer, noRule, policy, period }: Eligibility, on: PlainDate): ReasonView[] {
    if (noRule !== null) {
      const { from = null, to = null, note = undefined } = policy.validity.findLast((one) => one.from === null || one.from <= on) ?? policy.validity[0]!;
      const text = this.say(`support.noRule.${noRule}`, { on, from: from ?? "", to: to ?? "" });
      return [{ fact: "rule", holds: noRule === "ended" || noRule === "notBegun" ? false : null, compared: on, since: from, until: to, text: note ? `${text} (${this.pick(note)})` : text }];
    }
    const shown = (way: Tried): ReasonView[] => {
      const checks = answer === "not_eligible" ? way.checks.filter(({ holds }) => holds === false) : way.checks;
      const unknown = way.way.certainty === "unknown" ? [{ fact: "rule", holds: null, compared: null, since: null, until: null, text: this.say("support.noRule.ruleUnknown", { on }) }] : [];
      return [...checks.map((one) => this.reason(one, on)), ...unknown];
    };
    const all = ways.flatMap(shown);
    return [...new Map(all.map((one) => [one.text, one])).values(), ...(period?.note ? [{ fact: "rule", holds: true, compared: on, since: period.from, until: period.to, text: this.pick(period.note) }] : [])];
  }

  #found(found: Eligibility, on: PlainDate): Omit<PersonEligibility, "index" | "name"> {
    const { answer, instead, certainty, source, missing, maybeBetter, policy, amount, noRule, ways } = found;
    const way = answer === "eligible" ? ways[0]!.way : null;
    return {
      status: answer, answer: this.answer(answer), applies: answer === "eligible" && instead === null, active: noRule === null || noRule === "ended" || noRule === "notBegun",
      instead: instead === null ? null : { policy: instead, title: this.policyTitle(instead) },
      maybeBetter: maybeBetter.map((id) => ({ policy: id, title: this.policyTitle(id) })),
      way: way === null ? null : this.wayName(policy, way),
      certainty, mark: this.mark(certainty), clause: source === null ? null : this.cite(source), reasons: this.#reasons(found, on),
      missing: missing.map(({ condition }) => ({ field: "code" in condition ? `${condition.fact}.${condition.code}` : condition.fact, text: this.question(condition) })),
      benefit: this.benefit(policy, way, on, amount),
      warnings: ways.some(({ checks }) => checks.some(({ carried }) => carried)) && policy.ends.certainty !== "text" ? [this.say("support.warning.carried")] : [],
    };
  }

  policyAnswer({ policy, whole, persons }: PolicyAnswer, on: PlainDate, members: readonly PersonFacts[]): PolicyAnswerView {
    return {
      policy: policy.id, title: this.pick(policy.title), subject: policy.subject, scope: policy.scope, receiver: policy.receiver, group: policy.group?.id ?? null,
      period: whole.period === null ? null : { from: whole.period.from, to: whole.period.to }, ends: this.pick(policy.ends.note, this.say(`support.ends.${policy.ends.at}`)),
      ...this.#found(whole, on),
      persons: persons.map(({ index, found }) => ({ index, name: members[index]!.name, ...this.#found(found, on) })),
    };
  }

  view(asked: { on: PlainDate; subject: "household" | "person"; standing: string | null; unused: readonly string[] }, answers: readonly PolicyAnswer[], members: readonly PersonFacts[]): EligibilityView {
    const policies = answers.map((one) => this.policyAnswer(one, asked.on, members));
    const count = (status: Eligibility["answer"]): number => policies.filter((one) => one.status === status).length;
    return {
      on: asked.on, subject: asked.subject, status: asked.standing, statusName: this.standing(asked.standing),
      summary: this.say("support.summary", { on: asked.on, standing: this.standing(asked.standing), eligible: count("eligible"), not: count("not_eligible"), missing: count("missing") }),
      counts: { eligible: count("eligible"), notEligible: count("not_eligible"), missing: count("missing") },
      unusedFields: [...asked.unused], policies,
    };
  }
}

