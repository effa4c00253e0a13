import type { ReactNode } from "react";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { Hint, Section } from "../../../web/design/layout.tsx";
import { CLASS_PATTERN, StatusBadge } from "../../../web/design/status-badge.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import type { Records, SourceEntry, SourceRow, SourceView } from "../../contract.ts";
import { markWords } from "./shown.ts";

/** An area without any rows is told as such, not by naming all its communes. */
const MOST_SILENT = 10;

/** What the listed count is made of: households, the population entered and documents add up to it. */
export function SourceRecords({ view: { records, inputs }, perPage, tools }: { view: SourceView; perPage: number; tools: ReactNode }) {
  const t = useText();
  const input = inputs.find((one) => one.count === records.count && one.side === records.side);
  const title = t("indicators.source.records", { name: input?.label ?? t("indicators.source.count"), on: dayText(records.on) });
  if (records.count === null) return null;
  const nothing = records.total + records.population.length + records.documents.length === 0;
  return (
    <Section title={title}>
      {records.flow && <Entries flow={records.flow} records={records} perPage={perPage} title={title} tools={tools} />}
      {records.total > 0 && !records.flow && <Households records={records} perPage={perPage} title={title} tools={tools} />}
      {records.population.length > 0 && <Population records={records} perPage={perPage} />}
      {records.documents.length > 0 && <Documents records={records} perPage={perPage} />}
      {nothing && <Hint>{t("indicators.source.noRecords")}</Hint>}
    </Section>
  );
}

const householdColumns = (t: Translate, listed: boolean): Column<SourceRow>[] => [
  { key: "head", label: t("indicators.source.head"), main: true, render: (row) => row.headName },
  { key: "hamlet", label: t("indicators.source.hamlet"), render: (row) => capital(row.hamlet) },
  { key: "members", label: t("indicators.source.members"), align: "end", render: (row) => figureText(row.members) },
  ...(listed
    ? [
        { key: "class", label: t("indicators.source.class"), text: ({ class: id }: SourceRow) => id && t(`indicators.source.class.${id}`), render: ({ class: id }: SourceRow) => id && <StatusBadge pattern={CLASS_PATTERN[id] ?? "plain"}>{t(`indicators.source.class.${id}`)}</StatusBadge> },
        {
          key: "decision", label: t("indicators.source.decision"),
          render: (row: SourceRow) => (row.decisionNo && row.decisionDate ? t("indicators.plans.documentOf", { document: row.decisionNo, day: dayText(row.decisionDate) }) : (row.decisionNo ?? "—")),
        },
      ]
    : []),
];

function Households({ records, perPage, title, tools }: { records: Records; perPage: number; title: string; tools: ReactNode }) {
  const t = useText();
  return (
    <>
      <Hint>{t("indicators.source.householdsOf", { households: records.total, persons: records.members })}</Hint>
      <DataTable
        label={title}
        name="source"
        pageSize={perPage}
        rows={records.items}
        total={records.total}
        tools={tools}
        rowKey={(row) => row.householdId}
        rowTarget={(row) => ({ to: "/households/$id", params: { id: row.householdId } })}
        columns={householdColumns(t, records.items.some((row) => row.class !== null))}
      />
    </>
  );
}

/** Rows of a register: people, classes, firms, tallies. */
function Entries({ flow, records, perPage, title, tools }: { flow: NonNullable<Records["flow"]>; records: Records; perPage: number; title: string; tools: ReactNode }) {
  const t = useText();
  const tallied = flow.entries.some(({ amount }) => amount !== 1);
  return (
    <>
      <Hint>{t("indicators.source.flow.from", { from: dayText(flow.from), on: dayText(records.on), count: records.members })}</Hint>
      {flow.silent.length > 0 && flow.silent.length < MOST_SILENT && <Hint>{t("indicators.source.flow.silent", { names: flow.silent.join(", ") })}</Hint>}
      {records.total > 0 && (
        <DataTable
          label={title}
          name="source"
          pageSize={perPage}
          rows={flow.entries}
          total={records.total}
          tools={tools}
          rowKey={(row) => row.id}
          columns={[
            { key: "name", label: t("indicators.source.flow.name"), main: true, render: (row) => row.name },
            { key: "place", label: t("indicators.source.flow.place"), render: (row) => capital(row.place) },
            { key: "on", label: t("indicators.source.flow.on"), nowrap: true, render: (row) => (row.on ? dayText(row.on) : "—") },
            { key: "detail", label: t("indicators.source.flow.detail"), render: (row) => row.detail },
            ...(tallied ? [{ key: "amount", label: t("indicators.source.flow.amount"), align: "end" as const, render: (row: SourceEntry) => figureText(row.amount) }] : []),
          ]}
        />
      )}
    </>
  );
}

const kindWords = (kind: string, t: Translate): string => markWords([kind], t) || t(`indicators.plans.kind.${kind}`);

function Population({ records, perPage }: { records: Records; perPage: number }) {
  const t = useText();
  const columns: Column<Records["population"][number]>[] = [
    { key: "hamlet", label: t("indicators.source.hamlet"), main: true, sort: true, sortValue: (row) => row.hamlet, render: (row) => capital(row.hamlet) },
    { key: "households", label: t("indicators.source.households"), align: "end", sort: true, sortValue: (row) => row.households, text: (row) => row.households, render: (row) => figureText(row.households) },
    { key: "persons", label: t("indicators.source.persons"), align: "end", sort: true, sortValue: (row) => row.persons, text: (row) => row.persons, render: (row) => figureText(row.persons) },
    { key: "on", label: t("indicators.source.onDay"), nowrap: true, render: (row) => dayText(row.on) },
    { key: "kind", label: t("indicators.plans.kind"), render: (row) => kindWords(row.kind, t) },
    { key: "source", label: t("indicators.source.document"), render: (row) => [row.source, row.signer].filter(Boolean).join("; ") },
  ];
  return (
    <>
      <h3>{t("indicators.source.population")}</h3>
      <DataTable label={t("indicators.source.population")} name="population" local pageSize={perPage} rows={records.population} rowKey={(row) => `${row.hamlet} ${row.on} ${row.source}`} columns={columns} />
    </>
  );
}

function Documents({ records, perPage }: { records: Records; perPage: number }) {
  const t = useText();
  const columns: Column<Records["documents"][number]>[] = [
    { key: "unit", label: t("indicators.source.unit"), main: true, render: (row) => capital(row.unit) },
    { key: "value", label: t("indicators.plans.typedValue"), align: "end", text: (row) => row.value, render: (row) => figureText(row.value) },
    { key: "kind", label: t("indicators.plans.kind"), render: (row) => kindWords(row.kind, t) },
    { key: "document", label: t("indicators.source.document"), render: (row) => row.document },
  ];
  return (
    <>
      <h3>{t("indicators.source.documents")}</h3>
      <DataTable label={t("indicators.source.documents")} name="documents" local pageSize={perPage} rows={records.documents} rowKey={(row) => `${row.unit} ${row.document}`} columns={columns} />
    </>
  );
}
