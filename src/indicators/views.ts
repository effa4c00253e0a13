import type { Language, Wording } from "../platform/http/messages.ts";
import { formatInteger } from "../kernel/text/number.ts";
import type { FigureView, Missing, PlanView, SourceView, Tile, TypedFigureView } from "./contract.ts";
import type { Measured } from "./figures.ts";
import { readableGap } from "./gap-words.ts";
import { definitions } from "./load.ts";
import type { PlanRow } from "./plans.ts";
import { isWhole, type CountId, type Definition } from "./rules/definition.ts";
import { yearsIn, yearsText } from "./rules/denominator.ts";
import { planText, sliceText } from "./rules/evaluate.ts";
import { isMissing, type FigureOrMissing, type Missing as Gap } from "./rules/figure.ts";
import { reckoningOfPercent, reckoningOfSlice } from "./rules/reckoning.ts";
import type { TypedFigureRow } from "./typed-figures.ts";

const WHOLE_UNITS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "hộ": { vi: "hộ", en: "households" }, "người": { vi: "người", en: "persons" },
  "lượt": { vi: "lượt", en: "times" }, "lớp": { vi: "lớp", en: "classes" }, "doanh nghiệp": { vi: "doanh nghiệp", en: "firms" },
};

/** What leaves the server of figures and plans, in the caller's language. */
export class Presenter {
  readonly #wording: Wording;
  readonly #language: Language;

  constructor(wording: Wording, language: Language) {
    this.#wording = wording;
    this.#language = language;
  }

  text(code: string, data: Readonly<Record<string, unknown>> = {}): string {
    return this.#wording.text(code, data, this.#language);
  }

  missing(gap: Gap): Missing {
    const { code, data } = readableGap(gap);
    return { code, data: { ...data }, message: this.text(code, data) };
  }

  figure(figure: FigureOrMissing): FigureView {
    const unit = definitions().get(figure.indicator)?.unit ?? "%";
    const unitName = WHOLE_UNITS[unit]?.[this.#language] ?? "";
    if (isMissing(figure)) return { indicator: figure.indicator, value: null, text: null, unit, unitName: "", marks: [], missing: this.missing(figure.missing) };
    return { indicator: figure.indicator, value: figure.value, text: this.printed(figure.text), unit: figure.unit, unitName, marks: [...figure.marks], missing: null };
  }

  /** Points by their English name where the caller reads English; numbers stay as Vietnamese papers write them. */
  printed(text: string): string {
    return this.#language === "en" ? text.replace("điểm phần trăm", "percentage points") : text;
  }

  plan(row: PlanRow): PlanView {
    const definition = definitions().get(row.indicator);
    return {
      id: row.id, indicator: row.indicator, unitUid: row.unitUid, year: row.year, toYear: row.toYear, planKind: row.planKind, value: row.value,
      text: definition ? this.printed(planText(definition, row)) : row.value, kind: row.kind, document: row.document, documentDate: row.documentDate,
      recordedAt: row.recordedAt.toISOString(), voided: row.voided, voidReason: row.voidReason,
    };
  }

  name(id: string): string {
    return definitions().get(id)?.name[this.#language] ?? id;
  }

  /** The name of a count is that of the indicator that counts it. */
  nameOfCount(count: CountId): string {
    const counting = [...definitions().values()].find(({ formula }) => formula.kind === "count" && formula.of === count);
    return counting ? this.name(counting.id) : count;
  }

  definition(definition: Definition): SourceView["definition"] {
    const { formula, source } = definition;
    const rounding = formula.kind === "target" ? "target" : formula.kind === "rate" ? "rate" : formula.kind === "count" || isWhole(definition) ? "count" : formula.ratioOf;
    return {
      text: this.#formula(formula),
      rounding: this.text(`indicators.rounding.${rounding}`, formula.kind === "rate" ? { decimals: formula.decimals } : {}),
      source: source.article ? `${source.article} ${source.doc}` : source.doc,
      certainty: source.certainty,
    };
  }

  #formula(formula: Definition["formula"]): string {
    if (formula.kind === "count") return this.text(`indicators.counted.${formula.of}`);
    if (formula.kind === "target") return this.text("indicators.formula.target");
    if (formula.kind === "reduction") return this.text("indicators.formula.reduction", { of: this.name(formula.of) });
    const part = formula.part.map((name) => this.nameOfCount(name)).join(" + ");
    return `${formula.part.length > 1 ? `(${part})` : part} ÷ ${this.nameOfCount(formula.whole)} × 100`;
  }

  typedFigure(row: TypedFigureRow): TypedFigureView {
    return {
      id: row.id, indicator: row.indicator, unitUid: row.unitUid, on: row.on, value: row.value, text: formatInteger(row.value), kind: row.kind, document: row.document,
      recordedAt: row.recordedAt.toISOString(), voided: row.voided, voidReason: row.voidReason,
    };
  }

  tile(measured: Measured): Tile {
    const { indicator } = measured.figure;
    const { unit, field, nature, direction } = definitions().get(indicator)!;
    return {
      indicator, name: this.name(indicator), field, unit, nature, direction,
      figure: this.figure(measured.figure),
      before: this.figure(measured.before),
      plan: measured.plan && this.plan(measured.plan),
      percentOfPlan: measured.percentOfPlan && this.figure(measured.percentOfPlan),
      percentOfSamePeriod: measured.percentOfSamePeriod && this.figure(measured.percentOfSamePeriod),
      planMet: measured.planMet,
      term: this.term(measured),
    };
  }

  term({ figure, term }: Measured): Tile["term"] {
    if (!term || isMissing(figure)) return null;
    const { plan, slice, total, toDate } = term;
    const ofWhole = (actual: string, percent: FigureOrMissing): string | null => (isMissing(percent) ? null : reckoningOfPercent(actual, plan.value, percent.text));
    return {
      plan: this.plan(plan), years: yearsText(plan),
      slice: this.figure(slice), sliceText: sliceText(plan), sliceReckoning: isMissing(slice) ? null : reckoningOfSlice(figure.value, plan.value, yearsIn(plan), slice.text),
      total: this.figure(total), totalReckoning: ofWhole(figure.value, total),
      toDate: toDate && { text: toDate.figure.text, percent: this.figure(toDate.percent), reckoning: ofWhole(toDate.figure.value, toDate.percent) },
    };
  }
}
