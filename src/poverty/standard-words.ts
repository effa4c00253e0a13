import type { PlainDate } from "../kernel/date.ts";
import { shortDate } from "../kernel/text/date-words.ts";
import { formatIntegerIn } from "../kernel/text/number.ts";
import type { Language } from "../platform/http/messages.ts";
import type { Clause, Range, Reason, Said } from "./rules/assessment.ts";
import type { Certainty, Words } from "./rules/certainty.ts";
import type { AreaType } from "./rules/condition.ts";
import { type Ruleset, validityAt } from "./rules/ruleset.ts";
import { say } from "./schema-words.ts";

const CLASS_KEYS = new Set(["class", "recorded", "computed", "byPoints", "byDeclared"]);

/** Names, numbers, clauses and reasons of one standard in one language. Deterministic: code and data in, text out. */
export class StandardWords {
  readonly ruleset: Ruleset | undefined;
  readonly language: Language;

  constructor(ruleset: Ruleset | undefined, language: Language) {
    this.ruleset = ruleset;
    this.language = language;
  }

  say(code: string, data: Record<string, unknown> = {}): string {
    return say(code, data, this.language);
  }

  pick(words: Words | null | undefined, otherwise: string): string {
    return words?.[this.language] ?? otherwise;
  }

  number(value: number): string {
    return formatIntegerIn(value, this.language);
  }

  range({ from, to }: Range): string {
    if (from === to) return this.number(from);
    if (to === null) return this.say("poverty.range.from", { from: this.number(from) });
    return this.say("poverty.range", { from: this.number(from), to: this.number(to) });
  }

  areaName(area: AreaType): string {
    return this.pick(this.ruleset?.areaNames[area], area);
  }

  className(id: string | null): string {
    if (id === null) return this.say("poverty.class.none");
    return this.pick(this.ruleset?.classes.find((entry) => entry.id === id)?.name, id);
  }

  quantity(name: Reason["quantity"]): string {
    return this.say(`poverty.quantity.${name}`);
  }

  limitName(name: string): string {
    return this.pick(this.ruleset?.limits[name]?.name, name);
  }

  indicatorName(code: string): string {
    return this.pick(this.ruleset?.indicators.indicators.find((entry) => entry.code === code)?.name.value, code);
  }

  /** The visible mark of a value that was not read in a text: "chưa đối chiếu văn bản". */
  mark(certainty: Certainty | null): string | null {
    return certainty === null || certainty === "text" ? null : this.say(`poverty.certainty.${certainty}`);
  }

  /** "Điều 3, Nghị định 07/2021/NĐ-CP" */
  cite(clause: Clause | null): string {
    if (clause === null) return this.say("poverty.clause.none");
    return [clause.article, [clause.kind, clause.doc].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  }

  reason(reason: Reason): string {
    const mark = this.mark(reason.certainty);
    return this.#reasonText(reason) + (mark === null ? "" : ` — ${mark}`);
  }

  #reasonText(reason: Reason): string {
    const { code, compared, limit } = reason;
    if (code === "poverty.reason.ruleset") return this.#rulesetText(reason);
    const data = {
      quantity: this.quantity(reason.quantity),
      compared: typeof compared === "number" ? this.number(compared) : this.range(compared as Range),
      op: this.say(`poverty.op.${reason.op}`),
      limit: this.number(limit as number),
      limitName: this.limitName(reason.limitName),
      area: reason.areaType === null ? "" : this.say("poverty.reason.area", { area: this.areaName(reason.areaType) }),
      clause: this.cite(reason.clause),
    };
    return this.say(reason.holds ? code : `${code}Fails`, data);
  }

  #rulesetText({ code, compared, limitName, clause }: Reason): string {
    const on = compared as PlainDate;
    const note = this.ruleset && validityAt(this.ruleset.validity, on)?.note;
    const name = this.pick(this.ruleset?.name, limitName);
    return this.say(code, { on: shortDate(on), ruleset: note ? `${name}, ${this.pick(note, "")}` : name, clause: this.cite(clause) });
  }

  /** The words of a finding, a refusal or anything else said by code and data. */
  said({ code, data }: Said): string {
    return this.say(code, this.display(data));
  }

  /** Data of a message as a reader wants it: names for ids, grouped numbers, short dates. */
  display(data: Record<string, unknown>): Record<string, string> {
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, this.#displayed(key, value)]));
  }

  #displayed(key: string, value: unknown): string {
    if (CLASS_KEYS.has(key)) return this.className(value as string | null);
    if (typeof value === "number") return this.number(value);
    if (key === "on") return shortDate(value as PlainDate);
    if (key === "indicator") return this.indicatorName(value as string);
    if (key === "reason") return this.reason(value as Reason);
    if (key === "path") return this.say(`poverty.basis.${value as string}`);
    if (key === "answer") return this.say(`poverty.answer.${value as string}`);
    if (key === "codes") return (value as string[]).map((code) => this.indicatorName(code)).join(", ");
    if (key === "limits") return (value as string[]).map((name) => this.limitName(name)).join(", ") || this.say("poverty.rulesUnknown");
    if (key === "standards") return this.#standards(value as { id: string; from: PlainDate; to: PlainDate }[]);
    return Array.isArray(value) ? value.join(", ") : String(value);
  }

  #standards(standards: readonly { id: string; from: PlainDate; to: PlainDate }[]): string {
    const names = standards.map(({ id, from, to }) => `${id} (${shortDate(from)}–${shortDate(to)})`);
    return names.join(", ") || this.say("poverty.noneLoaded");
  }
}
