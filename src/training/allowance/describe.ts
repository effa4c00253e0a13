import { dong, dongInWords } from "../../kernel/dong.ts";
import { formatDecimal, formatIntegerIn } from "../../kernel/text/number.ts";
import { fill, type Language, type Messages } from "../../platform/http/messages.ts";
import type { Certainty, Source, Words } from "../../poverty/rules/certainty.ts";
import type { AllowanceLine, AllowanceReason, AllowanceView } from "./contract.ts";
import type { Allowance, Line } from "./rules/allowance.ts";
import { amountOf, type Bounds } from "./rules/bounds.ts";
import type { AllowanceRules } from "./rules/policy-shape.ts";
import type { Reason } from "./rules/reason.ts";
import en from "./messages.en.json" with { type: "json" };
import vi from "./messages.vi.json" with { type: "json" };

const WORDS: Readonly<Record<Language, Messages>> = { vi, en };

/** Amounts, reasons and gaps in one language. Deterministic: codes and data in, text out. */
export class AllowanceWords {
  readonly #rules: AllowanceRules;
  readonly #language: Language;
  readonly #names: ReadonlyMap<string, Words>;

  constructor(rules: AllowanceRules, language: Language) {
    this.#rules = rules;
    this.#language = language;
    this.#names = new Map([...rules.groups.map((group) => [group.code, group.name] as const), ...rules.policies.flatMap(({ id, name }) => [[id, name] as const])]);
  }

  say(code: string, data: Readonly<Record<string, unknown>> = {}): string {
    const key = `training.allowance.${code}`;
    return fill(WORDS[this.#language][key] ?? WORDS.vi[key] ?? key, data);
  }

  number(value: number): string {
    return formatIntegerIn(value, this.#language);
  }

  money(amount: number): string {
    return this.say("dong", { amount: this.number(amount) });
  }

  bounds({ least, most }: Bounds): string {
    if (least === most) return this.money(least);
    if (most === null) return this.say(least === 0 ? "open" : "openFrom", { least: this.number(least) });
    return this.say("between", { least: this.number(least), most: this.number(most) });
  }

  mark(certainty: Certainty): string | null {
    return certainty === "text" ? null : this.say(`certainty.${certainty}`);
  }

  clause(source: Source | null): string | null {
    if (source === null) return null;
    const document = this.#rules.documents[source.doc];
    return [source.article, [document?.kind, source.doc].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  }

  name(code: string): string {
    return this.#names.get(code)?.[this.#language] ?? code;
  }

  level(found: Allowance, code: string): string {
    return found.policy?.levels.find((level) => level.code === code)?.name[this.#language] ?? this.name(code);
  }

  field(field: string): { field: string; text: string } {
    return { field, text: this.say(`field.${field}`) };
  }

  reason(found: Allowance, { rule, code, holds, data, certainty, source, note }: Reason): AllowanceReason {
    const shown = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, this.#value(found, key, value)]));
    const text = this.say(`reason.${code}`, shown);
    return { rule, code, holds, text: note === null ? text : `${text} (${note[this.#language]})`, clause: this.clause(source), certainty, mark: this.mark(certainty), values: { ...data } };
  }

  #value(found: Allowance, key: string, value: string | number | null): string | number | null {
    if (typeof value === "number" && key.endsWith("Metres")) return this.kilometres(value);
    if (typeof value === "number") return this.number(value);
    if (key === "groups" || key === "policies" || key === "policy") return value === null ? null : value.split(", ").map((code) => this.name(code)).join(", ");
    if (key === "level" || key === "others") return value === null ? null : value.split(", ").map((code) => this.level(found, code)).join("; ");
    return key === "by" ? this.say(`choice.${value}`) : value;
  }

  kilometres(metres: number): string {
    const text = formatDecimal({ units: BigInt(metres), scale: 3 }).replace(/,?0+$/, "");
    return this.#language === "vi" ? text : text.replace(",", ".");
  }

  #line(found: Allowance, line: Line): AllowanceLine {
    const [before, amount] = [amountOf(line.before), amountOf(line.due)];
    const counted = line.reasons.find(({ holds, source }) => holds !== false && source !== null) ?? line.reasons.find(({ source }) => source !== null);
    return {
      item: line.item, name: this.say(`item.${line.item}`), amount, least: line.due.least, most: line.due.most, amountText: this.bounds(line.due), before, cut: before === null || amount === null ? null : before - amount,
      certainty: line.certainty, mark: this.mark(line.certainty), clause: this.clause(counted?.source ?? null), reasons: line.reasons.map((one) => this.reason(found, one)), missing: line.missing.map((field) => this.field(field)),
    };
  }

  view(found: Allowance, openedOn: string, unused: readonly string[] = []): AllowanceView {
    const { policy, place, ceiling, total } = found;
    const amount = amountOf(total);
    const why = found.checks.find(({ holds }) => holds === (found.outcome === "refused" ? false : null));
    const summary = this.say(`summary.${found.outcome}`, { total: this.bounds(total), policy: policy === null ? "" : this.name(policy.id), why: why === undefined ? this.#gap(found) : this.reason(found, why).text, on: openedOn });
    return {
      outcome: found.outcome, answer: this.say(`outcome.${found.outcome}`), summary,
      policy: policy === null ? null : { code: policy.id, name: policy.name[this.#language], from: policy.period.from, to: policy.period.to }, openedOn,
      group: place === null ? null : { code: place.level.code, name: place.level.name[this.#language], by: place.by.map((code) => ({ code, name: this.name(code) })) },
      checks: found.checks.map((one) => this.reason(found, one)), lines: found.lines.map((line) => this.#line(found, line)),
      topUps: found.topUps.map(({ topUp, due }) => ({
        id: topUp.id, name: topUp.name[this.#language], amount: amountOf(due), ...due, amountText: this.bounds(due), clause: this.clause(topUp.amount.source), certainty: topUp.amount.certainty, mark: this.mark(topUp.amount.certainty),
      })),
      ceiling: ceiling === null ? null : { amount: ceiling.amount, months: ceiling.months, baseSalary: ceiling.baseSalary, ...this.#ceiling(found, ceiling.reason) },
      total: amount, totalText: this.bounds(total), least: total.least, most: total.most, totalInWords: amount === null || this.#language !== "vi" ? null : dongInWords(dong(amount)),
      certainty: found.certainty, mark: this.mark(found.certainty), missing: found.missing.map((field) => this.field(field)), assumptions: found.assumed.map((field) => ({ field, text: this.say(`assumed.${field}`) })),
      warnings: found.warnings.map((one) => this.reason(found, one).text), unusedFields: [...unused],
    };
  }

  #ceiling(found: Allowance, reason: Reason): Pick<AllowanceReason, "text" | "certainty" | "mark" | "clause"> {
    const { text, certainty, mark, clause } = this.reason(found, reason);
    return { text, certainty, mark, clause };
  }

  /** Why the amount is open, where no check says so. */
  #gap(found: Allowance): string {
    const reasons = [...found.lines.flatMap(({ reasons: each }) => each), ...(found.ceiling === null ? [] : [found.ceiling.reason])];
    const open = reasons.filter(({ holds }) => holds === null);
    return [...new Set(open.map((one) => this.reason(found, one).text))].join("; ");
  }
}
