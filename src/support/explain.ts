import type { PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { answersFor } from "./answer.ts";
import { SupportWords } from "./describe.ts";
import { policiesOf } from "./load.ts";
import { readRecords } from "./records.ts";

/** A line of the paper that explains a result to the household. `indicator` null: of the household's class as a whole. */
export interface ExplainedSupport {
  readonly indicator: string | null;
  readonly text: string;
  readonly source: string | null;
}

/**
 * What support answers each lacking indicator of a household, in Vietnamese: what it is given, and what it should ask about because the
 * records do not tell enough. Policies without a rule in force are left out.
 */
export const supportFor = (services: Pick<Services, "config">) => async (tx: Tx, { householdId, on, deprivations }: { readonly householdId: string; readonly on: PlainDate; readonly deprivations: readonly string[] | null }): Promise<ExplainedSupport[]> => {
  const policies = policiesOf(services);
  const [record] = await readRecords(tx, policies, { on, householdIds: [householdId] });
  if (!record) return [];
  const words = new SupportWords(policies, "vi");
  const lacking = new Set(deprivations ?? []);
  return answersFor(policies, record.facts, record.members.map(({ facts }) => facts)).flatMap(({ policy, whole, persons }) => {
    const indicators = policy.answers.filter((code) => lacking.has(code));
    const given = (persons.length === 0 ? [whole] : persons.map(({ found }) => found)).find(({ answer, instead }) => answer === "eligible" && instead === null);
    if (!given && (whole.answer !== "missing" || whole.noRule !== null || indicators.length === 0)) return [];
    const title = words.pick(policy.title);
    const text = given ? [title, words.amount(given.amount)].filter(Boolean).join(": ") : words.say("support.explain.ask", { title });
    const shown = given ?? whole;
    const source = [shown.source && words.cite(shown.source), words.mark(shown.certainty)].filter(Boolean).join("; ") || null;
    return (indicators.length > 0 ? indicators : [null]).map((indicator) => ({ indicator, text, source }));
  });
};
