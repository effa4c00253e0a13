import { decimalText } from "../../kernel/decimal.ts";
import { percentOf, rate } from "../../kernel/ratio.ts";
import type { Language } from "../../platform/http/messages.ts";
import type { OutcomeKinds } from "../outcomes/rules/kinds.ts";
import type { DashboardView } from "./contract.ts";
import type { TableFacts } from "./facts.ts";
import type { Fact } from "./rules/build.ts";

const share = (part: number, whole: number): string | null => {
  const found = rate(part, whole, 1);
  return found && decimalText(found.percent);
};
const sum = (facts: readonly Fact[], field: string): number => facts.reduce((total, { fields }) => total + Number(fields[field] ?? 0), 0);

/** What the tables count, as pictures show it: outcomes by trade, results against the plan. Nothing is counted twice or otherwise than in the tables. */
export function dashboard({ facts, trades }: TableFacts, { kinds }: OutcomeKinds, language: Language): Pick<DashboardView, "trades" | "kinds" | "plan" | "total"> {
  const of = (source: Fact["source"]): Fact[] => facts.filter((fact) => fact.source === source);
  const [learners, classes, plans] = [of("learner"), of("class"), of("plan")];
  const codes = [...new Set(learners.map(({ fields }) => String(fields["trade"])))];
  const inWork = (own: readonly Fact[]): number => own.filter(({ fields }) => fields["inWork"] === true).length;
  const graduates = (own: readonly Fact[]): number => own.filter(({ fields }) => fields["graduated"] === true).length;
  const results = { classes: classes.length, learners: sum(classes, "learners"), paidDong: sum(of("payment"), "dong") };
  const planned = plans.length === 0 ? null : { classes: sum(plans, "classes"), learners: sum(plans, "learners"), paidDong: sum(plans, "dong") };
  return {
    trades: codes.map((code) => {
      const own = learners.filter(({ fields }) => fields["trade"] === code);
      const byKind = Object.fromEntries(kinds.map((kind) => [kind.code, own.filter(({ fields }) => fields["kind"] === kind.code).length]));
      return { code, name: trades.get(code) ?? code, sector: String(own[0]!.fields["sector"]), learners: own.length, graduates: graduates(own), byKind, inWork: inWork(own), rate: share(inWork(own), graduates(own)) };
    }).toSorted((a, b) => b.graduates - a.graduates || (a.name < b.name ? -1 : 1)),
    kinds: kinds.map(({ code, name }) => ({ code, name: name[language] })),
    plan: (["classes", "learners", "paidDong"] as const).map((key) => {
      const plan = planned?.[key] ?? null;
      const percent = plan === null ? null : percentOf(results[key], plan, 1);
      return { key, result: results[key], plan, percent: percent && decimalText(percent.percent) };
    }),
    total: { learners: learners.length, graduates: graduates(learners), inWork: inWork(learners), overGraduates: share(inWork(learners), graduates(learners)), overEnrolled: share(inWork(learners), learners.length) },
  };
}
