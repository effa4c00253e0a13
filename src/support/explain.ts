import type { PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { weakest } from "../poverty/rules/certainty.ts";
import { answersFor, type PolicyAnswer } from "./answer.ts";
import { SupportWords } from "./describe.ts";
import { policiesOf } from "./load.ts";
import { readRecords } from "./records.ts";

/** A line of the paper that explains a result to the household. `indicator` null: of the household's class as a whole. */
export interface ExplainedSupport {
  readonly indicator: string | null;
  readonly text: string;
  readonly source: string | null;
}

/** The paper is one page: of each lack one policy, of all else so many by name. */
const MOST_OTHERS = 4;

/**
 * What support answers each lacking indicator of a household, in Vietnamese and short: what it is given, else what it should ask about
 * because the records do not tell enough; all else that it is given in one line, which bears the mark of all. Policies without a rule in
 * force are left out.
 */
export const supportFor = (services: Pick<Services, "config">) => async (tx: Tx, { householdId, on, deprivations }: Asked): Promise<ExplainedSupport[]> => {
  const policies = policiesOf(services);
  const [record] = await readRecords(tx, policies, { on, householdIds: [householdId] });
  if (!record) return [];
  const words = new SupportWords(policies, "vi");
  const answers = answersFor(policies, record.facts, record.members.map(({ facts }) => facts));
  const given = answers.filter(({ whole, persons }) => [whole, ...persons.map(({ found }) => found)].some(({ answer, instead }) => answer === "eligible" && instead === null));
  const open = answers.filter((one) => one.whole.answer === "missing" && one.whole.noRule === null && !given.includes(one));
  const lacking = deprivations ?? [];
  const title = ({ policy }: PolicyAnswer): string => words.pick(policy.title);
  const about = (one: PolicyAnswer, indicator: string): boolean => one.policy.answers.includes(indicator);
  const lines = lacking.flatMap((indicator): ExplainedSupport[] => {
    const sure = given.find((one) => about(one, indicator));
    const perhaps = open.find((one) => about(one, indicator));
    if (sure) return [{ indicator, text: title(sure), source: null }];
    return perhaps ? [{ indicator, text: words.say("support.explain.ask", { title: title(perhaps) }), source: null }] : [];
  });
  const others = given.filter(({ policy }) => !policy.answers.some((code) => lacking.includes(code)));
  const titles = [...others.slice(0, MOST_OTHERS).map(title), ...(others.length > MOST_OTHERS ? ["…"] : [])].join("; ");
  const mark = words.mark(weakest([...given, ...(lines.length > 0 ? open : [])].map(({ whole }) => whole.certainty)));
  if (others.length > 0) return [...lines, { indicator: null, text: words.say("support.explain.others", { titles }), source: mark }];
  return lines.length === 0 || mark === null ? lines : [...lines, { indicator: null, text: words.say("support.explain.marked"), source: mark }];
};

interface Asked {
  readonly householdId: string;
  readonly on: PlainDate;
  readonly deprivations: readonly string[] | null;
}
