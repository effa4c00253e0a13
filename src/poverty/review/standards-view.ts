import type { PlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import type { Language } from "../../platform/http/messages.ts";
import type { LegalView, StandardView } from "../contract.ts";
import type { Certainty, LegalNumber, Source, Words } from "../rules/certainty.ts";
import { compilePath, isUsable } from "../rules/class-of.ts";
import { clauseOf } from "../rules/clause.ts";
import { AREA_TYPES, PATH_NAMES, type AreaType, type Condition } from "../rules/condition.ts";
import { indicatorCertainty } from "../rules/indicator-set.ts";
import { validityAt, type Ruleset } from "../rules/ruleset.ts";
import { StandardWords } from "../standard-words.ts";

interface Legal {
  readonly certainty: Certainty;
  readonly source: Source | null;
  readonly note?: Words | undefined;
}

/** A standard as its file holds it, in words: every value with its document and how sure it is. */
export class StandardPage {
  readonly #ruleset: Ruleset;
  readonly #words: StandardWords;

  constructor(ruleset: Ruleset, language: Language) {
    this.#ruleset = ruleset;
    this.#words = new StandardWords(ruleset, language);
  }

  view(today: PlainDate): StandardView {
    const { id, name, scope, validity, documents } = this.#ruleset;
    return {
      id, name: this.#words.pick(name, id), scope, inForce: validityAt(validity, today) !== undefined,
      scores: AREA_TYPES.every((area) => isUsable(compilePath(this.#ruleset, "points", area))),
      validity: validity.map((period) => this.#legal(`${shortDate(period.from)} – ${shortDate(period.to)}`, null, period)),
      limits: this.#limits(), rules: this.#rules(), indicators: this.#indicators(), extras: this.#extras(),
      documents: Object.entries(documents).map(([number, { kind, date, inForce, via }]) => ({ number, kind, date, inForce: inForce ?? null, read: via ?? null })),
    };
  }

  #legal(label: string, value: string | null, { certainty, source, note }: Legal): LegalView {
    return { label, value, cite: source && this.#words.cite(clauseOf(this.#ruleset, source)), mark: this.#words.mark(certainty), note: note ? this.#words.pick(note, "") : null };
  }

  #number(label: string, legal: LegalNumber): LegalView {
    return this.#legal(label, legal.value === null ? null : this.#words.number(legal.value), legal);
  }

  #limits(): LegalView[] {
    const { limits, pointsPerIndicator } = this.#ruleset;
    const rows = Object.entries(limits).flatMap(([name, limit]) => {
      const label = this.#words.limitName(name);
      if (limit.any) return [this.#number(label, limit.any)];
      return AREA_TYPES.map((area: AreaType) => this.#number(`${label}, ${this.#words.areaName(area)}`, limit[area]!));
    });
    return [...rows, this.#number(this.#words.say("poverty.standard.pointsPerIndicator"), pointsPerIndicator)];
  }

  #rules(): LegalView[] {
    return PATH_NAMES.flatMap((path) =>
      this.#ruleset[path].map((rule) => this.#legal(`${this.#words.className(rule.class)} (${this.#words.say(`poverty.basis.${path}`)})`, this.#conditions(rule.all), rule)));
  }

  #conditions(all: readonly Condition[]): string {
    return all.map(({ quantity, op, limit }) => `${this.#words.quantity(quantity)} ${this.#words.say(`poverty.op.${op}`)} ${this.#words.limitName(limit)}`).join("; ");
  }

  #indicators(): LegalView[] {
    return this.#ruleset.indicators.indicators.map((indicator) => {
      const { order, code, dimension, deprivedWhen } = indicator;
      const label = `${order}. ${this.#words.indicatorName(code)} (${this.#words.pick(dimension, "")})`;
      const legal = deprivedWhen.value === null ? indicator.name : deprivedWhen;
      const mark = indicator.active ? indicatorCertainty(indicator) : ("unknown" as const);
      return this.#legal(label, deprivedWhen.value && this.#words.pick(deprivedWhen.value, ""), { ...legal, certainty: mark });
    });
  }

  #extras(): LegalView[] {
    return this.#ruleset.extras.map((extra) => this.#legal(this.#words.pick(extra.name, extra.id), this.#conditions(extra.all), extra));
  }
}
