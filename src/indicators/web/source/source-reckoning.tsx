import { Button } from "../../../web/design/button.tsx";
import { Figure } from "../../../web/design/figure.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Section } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { SourceView } from "../../contract.ts";
import { kindOf } from "./shown.ts";
import classes from "./source.module.css";
import { useSource } from "./source-state.ts";

type Input = SourceView["inputs"][number];

/** The formula, then with the values in it; each value opens to what it is made of. */
export function SourceReckoning({ view }: { view: SourceView }) {
  const t = useText();
  return (
    <Section title={t("indicators.source.reckoning")}>
      <p>{view.definition.text}</p>
      {view.reckoning && <p className={`numbers ${classes["reckoning"]}`}>{view.reckoning}</p>}
      <Hint>{view.definition.rounding}</Hint>
      {view.inputs.length > 0 && (
        <ul className={classes["inputs"]}>
          {view.inputs.map((input) => (
            <InputRow key={`${input.count} ${input.side}`} input={input} listed={input.count === view.records.count && input.side === view.records.side} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function InputRow({ input, listed }: { input: Input; listed: boolean }) {
  const t = useText();
  const { list } = useSource();
  const name = t("indicators.source.input", { name: input.label, on: dayText(input.on) });
  return (
    <li aria-current={listed ? "true" : undefined}>
      <div>
        {name}
        <Hint>{t(`indicators.source.from.${input.source}`)}</Hint>
        {input.registry && <Hint>{t("indicators.source.registryDiffers", { registry: input.registry })}</Hint>}
      </div>
      <Figure value={input.text} kind={kindOf([input.kind])} label={name} />
      {listed ? (
        <Hint>{t("indicators.source.listed")}</Hint>
      ) : (
        <Button size="small" onClick={() => list(input.count, input.side)}>
          {t("indicators.source.list")}
          <span className="visually-hidden">{`: ${name}`}</span>
        </Button>
      )}
    </li>
  );
}
