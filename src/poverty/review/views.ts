import type { Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import type { ChangeView, ReclassifiedView, ResultView, Results } from "../contract.ts";
import type { ChangeRow } from "../reclassify/changes.ts";
import type { Reclassified } from "../reclassify/reclassify.ts";
import { lengthen, type ShortReasons } from "../reclassify/short-reasons.ts";
import { getNamedRuleset, rulesetsOf } from "../rulesets.ts";
import type { Picked } from "../rules/pick-ruleset.ts";
import type { Ruleset } from "../rules/ruleset.ts";
import { StandardWords } from "../standard-words.ts";
import type { ResultRow } from "./results.ts";

/** What leaves the server of one standard's results, in the caller's language. */
export class ResultWords {
  readonly #ruleset: Ruleset | undefined;
  readonly #words: StandardWords;

  constructor(ruleset: Ruleset | undefined, language: Language) {
    this.#ruleset = ruleset;
    this.#words = new StandardWords(ruleset, language);
  }

  reasons(short: ShortReasons | null): string[] {
    if (short === null) return [];
    if ("refusal" in short) return [this.#words.said(short.refusal)];
    const missing = (short.missing ?? []).map((field) => this.#words.say(`poverty.missingShort.${field}`));
    if ("because" in short) return [...short.because.map((reason) => this.#words.reason(lengthen(reason, this.#ruleset))), ...missing];
    const possible = short.possible.map((id) => this.#words.className(id)).join(this.#words.say("poverty.or"));
    return [...missing, this.#words.say("poverty.possible", { possible })];
  }

  className(id: string | null): string | null {
    return id === null ? null : this.#words.className(id);
  }

  change({ before, after, ...row }: ChangeRow): ChangeView {
    const named = (code: string | null): ChangeView["before"] => (code === null ? null : { code, name: this.#words.className(code) });
    return { ...row, before: named(before), after: named(after) };
  }

  result({ reasons, ...row }: ResultRow): ResultView {
    return { ...row, className: this.className(row.class), reasons: this.reasons(reasons) };
  }

  ruleset({ ruleset, validity }: Picked): Results["ruleset"] {
    return { id: ruleset.id, name: this.#words.pick(ruleset.name, ruleset.id), mark: this.#words.mark(validity.certainty) };
  }

  reclassified(answer: Reclassified, picked: Picked): ReclassifiedView {
    const { task, refusals, changes, counts } = answer;
    return {
      ...answer, ruleset: this.ruleset(picked),
      classNames: Object.fromEntries(Object.keys(counts.classes).map((id) => [id, this.#words.className(id)])),
      refusals: refusals.map((one) => ({ ...one, text: this.#words.said(one) })),
      task: task && { ...task, units: [...task.units], text: this.#words.say(task.code, { households: this.#words.number(task.households), units: task.units.map(({ fullName }) => fullName).join(", ") }) },
      changes: { total: changes.total, sample: changes.sample.map((row) => this.change(row)) },
    };
  }
}

/** The answer of a run in words; `rulesetFolder` as the run was given it. */
export function reclassifiedView(services: Services, answer: Reclassified, language: Language, rulesetFolder?: string): ReclassifiedView {
  const picked = getNamedRuleset(rulesetsOf(services, rulesetFolder), answer.ruleset, answer.on);
  return new ResultWords(picked.ruleset, language).reclassified(answer, picked);
}
