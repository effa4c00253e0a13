import type { PlainDate } from "../kernel/date.ts";
import { shortDate } from "../kernel/text/date-words.ts";
import type { Language } from "../platform/http/messages.ts";
import type { Assessment, Change, Missing, Outcome, Reason, Said } from "./rules/assessment.ts";
import type { AreaType } from "./rules/condition.ts";
import { type Ruleset, validityAt } from "./rules/ruleset.ts";
import { StandardWords } from "./standard-words.ts";

type Worded<T> = T & { text: string };
type Extra = Assessment["extras"][number];

/** An assessment with its words beside its codes. */
export type DescribedAssessment = Omit<Assessment, "refusal" | "reasons" | "missing" | "wouldChange" | "warnings" | "extras" | "local"> & {
  className: string | null;
  summary: string;
  /** how sure the whole is, in words; null when every value used was read in a text */
  mark: string | null;
  refusal: Worded<Said> | null;
  reasons: Worded<Reason>[];
  missing: (Missing & { why: string })[];
  wouldChange: Worded<Change>[];
  warnings: Worded<Assessment["warnings"][number]>[];
  extras: Worded<Omit<Extra, "reasons"> & { reasons: Worded<Reason>[] }>[];
  local: DescribedAssessment | null;
};

export function describeAssessment(assessment: Assessment, rulesets: readonly Ruleset[], language: Language): DescribedAssessment {
  const words = new StandardWords(rulesets.find(({ id }) => id === assessment.ruleset), language);
  const { on, refusal, local } = assessment;
  const worded = (reasons: readonly Reason[]): Worded<Reason>[] => reasons.map((reason) => ({ ...reason, text: words.reason(reason) }));
  return {
    ...assessment,
    className: assessment.class === null ? null : words.className(assessment.class),
    summary: summaryOf(assessment, words),
    mark: words.mark(assessment.certainty),
    refusal: refusal && { ...refusal, text: words.said(refusal) },
    reasons: worded(assessment.reasons),
    missing: assessment.missing.map((entry) => ({ ...entry, why: missingText(entry, words) })),
    wouldChange: assessment.wouldChange.map((entry) => ({ ...entry, text: changeText(entry, words) })),
    warnings: assessment.warnings.map((entry) => ({ ...entry, text: words.said(entry) })),
    extras: assessment.extras.map((entry) => ({ ...entry, reasons: worded(entry.reasons), text: extraText(entry, on, words) })),
    local: local && describeAssessment(local, rulesets, language),
  };
}

function summaryOf({ refusal, ...assessment }: Assessment, words: StandardWords): string {
  if (refusal !== null) return words.said(refusal);
  const text = words.say(`poverty.summary.${assessment.status}`, {
    class: words.className(assessment.class),
    ruleset: assessment.ruleset,
    on: shortDate(assessment.on),
    basis: words.say(`poverty.basis.${String(assessment.basis)}`),
    possible: assessment.possible.map((id) => words.className(id)).join(words.say("poverty.or")),
  });
  return assessment.advisory ? `${text} ${words.say("poverty.summary.advisory")}` : text;
}

function missingText({ code, data, outcomes, changesClass }: Missing, words: StandardWords): string {
  const name = String(data["limit"]);
  const limit = words.ruleset?.limits[name];
  const note = (limit?.any ?? limit?.[data["area"] as AreaType])?.note;
  const text = words.say(code, { ...words.display(data), limit: words.limitName(name), note: words.pick(note, words.say("poverty.noText")) });
  if (!changesClass) return `${text} ${words.say("poverty.missing.noChange")}`;
  if (outcomes.length === 0) return text;
  return `${text} ${words.say("poverty.missing.outcomes", { outcomes: outcomes.map((outcome) => outcomeText(outcome, words)).join("; ") })}`;
}

function outcomeText(outcome: Outcome, words: StandardWords): string {
  const when = "areaType" in outcome ? words.areaName(outcome.areaType) : `${words.quantity(outcome.quantity)} ${words.range(outcome)}`;
  return `${when} → ${words.className(outcome.class)}`;
}

function changeText(change: Change, words: StandardWords): string {
  const name = words.className(change.class);
  if (change.quantity === "areaType")
    return words.say("poverty.change.areaType", { from: words.areaName(change.from), to: words.areaName(change.to), class: name });
  const { quantity, from, to } = change;
  const data = { quantity: words.quantity(quantity), from: words.number(from), to: words.number(to), class: name };
  return words.say(to > from ? "poverty.change.up" : "poverty.change.down", data);
}

function extraText({ id, code, data, certainty }: Extra, on: PlainDate, words: StandardWords): string {
  const extra = words.ruleset?.extras.find((entry) => entry.id === id);
  const note = extra && validityAt(extra.validity, on)?.note;
  const text = words.say(code, {
    ...words.display(data),
    extra: words.pick(extra?.name, id),
    note: words.pick(note, words.say("poverty.noText")),
  });
  const parts = [text, code === "poverty.extra.holds" && extra?.note ? words.say("poverty.extra.note", { note: words.pick(extra.note, "") }) : "", markText(certainty, words)];
  return parts.filter(Boolean).join(" ");
}

/** "(chưa đối chiếu văn bản)" where a rule was used that was not read; an unknown rule is said in the text itself. */
function markText(certainty: Extra["certainty"], words: StandardWords): string {
  const mark = certainty === "unknown" ? null : words.mark(certainty);
  return mark === null ? "" : `(${mark})`;
}
