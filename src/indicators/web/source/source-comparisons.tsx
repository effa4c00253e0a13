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

/** Against a plan of several years: which part of it is the denominator is in the label. */
function ofTerm({ plan, years, slice, sliceText, sliceReckoning, total, totalReckoning, toDate }: NonNullable<SourceView["term"]>, t: Translate): Pair[] {
  return [
    { ...planned(plan, t), label: t("indicators.source.term.plan", { years }) },
    compared(t("indicators.source.term.slice", { years, slice: narrow(sliceText, t) }), slice, sliceReckoning, t),
    compared(t("indicators.source.term.total", { years }), total, totalReckoning, t),
    toDate
      ? compared(t("indicators.source.term.toDate", { years, text: narrow(toDate.text, t) }), toDate.percent, toDate.reckoning, t)
      : { label: t("indicators.source.term.noToDate"), value: t("indicators.source.term.noToDateText") },
  ];
}

/** Against the earlier figure and the plan, each with its reckoning; of several plans the first counts. */
export function SourceComparisons({ view }: { view: SourceView }) {
  const t = useText();
  const { before, percentOfSamePeriod, samePeriodReckoning, percentOfPlan, planReckoning, planMet, term } = view;
  const [plan, ...others] = view.plans.filter((one) => one.toYear === null);
  const pairs: Pair[] = [
    compared(t("indicators.source.before"), before, null, t),
    ...(percentOfSamePeriod ? [compared(t("indicators.source.percentOfBefore"), percentOfSamePeriod, samePeriodReckoning, t)] : []),
    ...(plan ? [planned(plan, t)] : [{ label: t("indicators.source.plan"), value: t("indicators.source.noPlan") }]),
    ...(percentOfPlan ? [compared(t("indicators.source.percentOfPlan"), percentOfPlan, planReckoning, t)] : []),
    ...(planMet === null ? [] : [{ label: t("indicators.source.planMet"), value: t(planMet ? "indicators.board.plan.met" : "indicators.board.plan.notMet") }]),
    ...others.map((other) => planned(other, t)),
    ...(term ? ofTerm(term, t) : []),
  ];
  return (
    <Section title={t("indicators.source.comparisons")}>
      <KeyValue pairs={pairs} />
    </Section>
  );
}
