import { Figure } from "../../web/design/figure.tsx";
import { dayText } from "../../web/design/format.ts";
import { KeyValue, type Pair } from "../../web/design/key-value.tsx";
import { Hint, Section } from "../../web/design/layout.tsx";
import { useText, type Translate } from "../../web/text/text.tsx";
import type { SourceView } from "../contract.ts";
import { kindOf } from "./kinds.ts";
import classes from "./source.module.css";
import { useSource } from "./source-state.ts";

function comparisons(view: SourceView, t: Translate): Pair[] {
  const { before, plans, percentOfPlan, planReckoning, percentOfSamePeriod, samePeriodReckoning, planMet } = view;
  const plan = plans[0];
  const reached = percentOfPlan?.text ? t("indicators.plan.reached", { percent: percentOfPlan.text }) : planMet === null ? "" : t(planMet ? "indicators.plan.met" : "indicators.plan.notMet");
  return [
    { label: t("indicators.before"), value: before.text ?? (before.missing ? before.missing.message : null) },
    ...(percentOfSamePeriod ? [{ label: t("indicators.samePeriod"), value: `${percentOfSamePeriod.text} (${samePeriodReckoning})` }] : []),
    {
      label: t("indicators.plan"),
      value: plan && (
        <>
          <Figure value={plan.text} kind={kindOf(plan.kind === "document" ? [] : [plan.kind])} label={t("indicators.plan")} /> {reached}
          {planReckoning && <div className="numbers">{planReckoning}</div>}
          <Hint>{plan.document}</Hint>
        </>
      ),
    },
  ];
}

/** The formula with the values in it; each count opens to what it is made of. */
export function SourceReckoning({ view }: { view: SourceView }) {
  const t = useText();
  const source = useSource();
  const shown = (input: SourceView["inputs"][number]): boolean => input.count === view.records.count && input.side === view.records.side;
  return (
    <Section title={t("indicators.source.reckoning")}>
      {view.reckoning && <p className={`numbers ${classes["reckoning"]}`}>{view.reckoning}</p>}
      <ul className={classes["inputs"]}>
        {view.inputs.map((input) => (
          <li key={`${input.count} ${input.side}`} aria-current={shown(input) ? "true" : undefined}>
            <div>
              <span>{`${input.label}, ${dayText(input.on)}`}</span>
              <Hint>{t(`indicators.from.${input.source}`)}</Hint>
              {input.registry && <Hint>{t("indicators.registryDiffers", { registry: input.registry })}</Hint>}
            </div>
            <Figure value={input.text} kind={kindOf(input.kind === "counted" ? [] : [input.kind])} label={`${input.label}, ${dayText(input.on)}`} onOpen={() => source.list(input.count, input.side)} />
          </li>
        ))}
      </ul>
      <KeyValue pairs={comparisons(view, t)} />
    </Section>
  );
}
