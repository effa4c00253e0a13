import { Figure } from "../../../web/design/figure.tsx";
import { dayText } from "../../../web/design/format.ts";
import { KeyValue, type Pair } from "../../../web/design/key-value.tsx";
import { Hint, Section } from "../../../web/design/layout.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import type { FigureView, PlanView, SourceView } from "../../contract.ts";
import { kindOf, markWords, narrow, numberAndUnit } from "./shown.ts";

function compared(label: string, figure: FigureView, reckoning: string | null, t: Translate): Pair {
  if (figure.missing) return { label, value: t("indicators.source.none", { reason: figure.missing.message }) };
  const { number, unit } = numberAndUnit(figure, t);
  return {
    label,
    value: (
      <>
        <Figure value={number} unit={unit} kind={kindOf(figure.marks)} label={label} />
        {figure.marks.length > 1 && ` (${markWords(figure.marks.slice(1), t)})`}
        {reckoning && <div className="numbers">{reckoning}</div>}
      </>
    ),
  };
}

function planned(plan: PlanView, t: Translate): Pair {
  const document = plan.documentDate ? t("indicators.plans.documentOf", { document: plan.document, day: dayText(plan.documentDate) }) : plan.document;
  return {
    label: t(`indicators.plans.planKind.${plan.planKind}`),
    value: (
      <>
        <Figure value={narrow(plan.text, t)} kind={kindOf([plan.kind])} label={t(`indicators.plans.planKind.${plan.planKind}`)} />
        <Hint>{document}</Hint>
      </>
    ),
  };
}

/** Against the earlier figure and the plan, each with its reckoning; of several plans the first counts. */
export function SourceComparisons({ view }: { view: SourceView }) {
  const t = useText();
  const { before, percentOfSamePeriod, samePeriodReckoning, percentOfPlan, planReckoning, planMet, plans } = view;
  const [plan, ...others] = plans;
  const pairs: Pair[] = [
    compared(t("indicators.source.before"), before, null, t),
    ...(percentOfSamePeriod ? [compared(t("indicators.source.percentOfBefore"), percentOfSamePeriod, samePeriodReckoning, t)] : []),
    ...(plan ? [planned(plan, t)] : [{ label: t("indicators.source.plan"), value: t("indicators.source.noPlan") }]),
    ...(percentOfPlan ? [compared(t("indicators.source.percentOfPlan"), percentOfPlan, planReckoning, t)] : []),
    ...(planMet === null ? [] : [{ label: t("indicators.source.planMet"), value: t(planMet ? "indicators.board.plan.met" : "indicators.board.plan.notMet") }]),
    ...others.map((other) => planned(other, t)),
  ];
  return (
    <Section title={t("indicators.source.comparisons")}>
      <KeyValue pairs={pairs} />
    </Section>
  );
}
