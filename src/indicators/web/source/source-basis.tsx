import { dayText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Section } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { SourceView } from "../../contract.ts";
import { momentOf } from "./moment.ts";

/** On what it rests: the document of the definition, the boundaries, the day counted and the moment of counting. */
export function SourceBasis({ view }: { view: SourceView }) {
  const t = useText();
  const { definition, period, boundaries, on, previousOn, knownAt } = view;
  return (
    <Section title={t("indicators.source.basis")}>
      <KeyValue
        pairs={[
          { label: t("indicators.source.legal"), value: t("indicators.source.legalText", { source: definition.source, certainty: t(`indicators.source.certainty.${definition.certainty}`) }) },
          { label: t("indicators.source.period"), value: t("indicators.source.periodText", { name: period.name, from: dayText(period.startsOn), to: dayText(period.endsOn) }) },
          { label: t("indicators.source.days"), value: t("indicators.source.daysText", { on: dayText(on), before: dayText(previousOn) }) },
          { label: t("indicators.source.boundaries"), value: t("indicators.source.boundariesText", { on: dayText(boundaries.on), count: boundaries.communes.length, names: boundaries.communes.join(", ") }) },
          { label: t("indicators.source.counted"), value: t("indicators.source.moment", momentOf(knownAt)) },
        ]}
      />
    </Section>
  );
}
