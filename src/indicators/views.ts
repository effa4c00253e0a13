import type { Language, Wording } from "../platform/http/messages.ts";
import type { FigureView, Missing, PlanView, Tile } from "./contract.ts";
import type { Measured } from "./figures.ts";
import { readableGap } from "./gap-words.ts";
import { definitions } from "./load.ts";
import type { PlanRow } from "./plans.ts";
import { planText } from "./rules/evaluate.ts";
import { isMissing, type FigureOrMissing, type Missing as Gap } from "./rules/figure.ts";

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
    if (isMissing(figure)) return { indicator: figure.indicator, value: null, text: null, unit, marks: [], missing: this.missing(figure.missing) };
    return { indicator: figure.indicator, value: figure.value, text: figure.text, unit: figure.unit, marks: [...figure.marks], missing: null };
  }

  plan(row: PlanRow): PlanView {
    const definition = definitions().get(row.indicator);
    return {
      id: row.id, indicator: row.indicator, unitUid: row.unitUid, year: row.year, planKind: row.planKind, value: row.value,
      text: definition ? planText(definition, row) : row.value, kind: row.kind, document: row.document, documentDate: row.documentDate,
      recordedAt: row.recordedAt.toISOString(), voided: row.voided, voidReason: row.voidReason,
    };
  }

  name(id: string): string {
    return definitions().get(id)?.name[this.#language] ?? id;
  }

  tile(measured: Measured): Tile {
    const id = measured.figure.indicator;
    const definition = definitions().get(id)!;
    return {
      indicator: id, name: this.name(id), unit: definition.unit, direction: definition.direction,
      figure: this.figure(measured.figure),
      before: measured.before && this.figure(measured.before),
      plan: measured.plan && this.plan(measured.plan),
      percentOfPlan: measured.percentOfPlan && this.figure(measured.percentOfPlan),
    };
  }
}
