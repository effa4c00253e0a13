import type { PlainDate } from "../../kernel/date.ts";
import { useAnswer } from "../../web/data.ts";
import { Drawer } from "../../web/design/drawer.tsx";
import { Figure } from "../../web/design/figure.tsx";
import { dayText } from "../../web/design/format.ts";
import { KeyValue } from "../../web/design/key-value.tsx";
import { Hint, Section, Stack } from "../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../web/design/notice.tsx";
import { useText } from "../../web/text/text.tsx";
import { indicatorsRoutes, type SourceView } from "../contract.ts";
import { FrozenFigures } from "./frozen-figures.tsx";
import { kindOf, markWords } from "./kinds.ts";
import { SourceRecords } from "./source-records.tsx";
import { SourceReckoning } from "./source-reckoning.tsx";
import { useSource } from "./source-state.ts";

export interface SourceOf {
  readonly area: string;
  readonly year: number;
  readonly on: PlainDate;
  readonly period?: string | undefined;
}

const PER_PAGE = 20;

/** "Nguồn số liệu": where a number comes from, down to its records. */
export function SourceDrawer({ area, year, on, period }: SourceOf) {
  const t = useText();
  const source = useSource();
  const query = {
    indicator: source.indicator ?? "", area: source.of ?? area, year, on, period, records: source.records, side: source.side, page: source.page, perPage: PER_PAGE,
    knownAt: undefined,
  };
  const { data, error, refetch } = useAnswer(indicatorsRoutes.source, { query }, { enabled: source.indicator !== undefined, keep: true });
  const view = data?.indicator === source.indicator ? data : undefined;
  return (
    <Drawer open={source.indicator !== undefined} title={t("indicators.source.title")} onClose={source.close}>
      <Stack gap="wide">
        <ErrorNotice error={error} retry={() => void refetch()} />
        {view && <Source view={view} perPage={PER_PAGE} />}
        {!view && !error && <p>{t("indicators.source.loading")}</p>}
      </Stack>
    </Drawer>
  );
}

function Source({ view, perPage }: { view: SourceView; perPage: number }) {
  const t = useText();
  const { figure, definition } = view;
  const certainty = definition.certainty === "text" ? "" : ` (${t(`indicators.certainty.${definition.certainty}`)})`;
  return (
    <>
      <Stack gap="tight">
        <h3>{view.name}</h3>
        <div>{`${view.area.fullName} · ${view.period.name}`}</div>
        <Figure value={figure.text} unit={figure.unitName} kind={kindOf(figure.marks)} label={view.name} size="large" />
        {figure.marks.length > 1 && <Hint>{markWords(figure.marks, t)}</Hint>}
        <Hint>{t("indicators.source.asOf", { on: dayText(view.on) })}</Hint>
      </Stack>
      {figure.missing && <Notice kind="warn" title={t("indicators.missing", { what: figure.missing.message })} />}
      <SourceReckoning view={view} />
      <SourceRecords records={view.records} perPage={perPage} />
      <Section title={t("indicators.source.definition")}>
        <KeyValue
          pairs={[
            { label: t("indicators.source.formula"), value: definition.text },
            { label: t("indicators.source.rounding"), value: definition.rounding },
            { label: t("indicators.source.legal"), value: `${definition.source}${certainty}` },
            { label: t("indicators.source.boundaries", { on: dayText(view.boundaries.on) }), value: view.boundaries.communes.join(", ") },
          ]}
        />
      </Section>
      <FrozenFigures view={view} />
    </>
  );
}
