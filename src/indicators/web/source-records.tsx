import { DataTable } from "../../web/design/data/data-table.tsx";
import { dayText, figureText } from "../../web/design/format.ts";
import { Hint, Section } from "../../web/design/layout.tsx";
import { CLASS_PATTERN, StatusBadge } from "../../web/design/status-badge.tsx";
import { useText } from "../../web/text/text.tsx";
import type { Records } from "../contract.ts";
import { markWords } from "./kinds.ts";

/** Households, the population entered and documents that a count is the sum of. */
export function SourceRecords({ records, perPage }: { records: Records; perPage: number }) {
  const t = useText();
  const title = t(`indicators.records.${records.count}`, { on: dayText(records.on) });
  return (
    <Section title={title}>
      {records.total > 0 && <Households records={records} perPage={perPage} title={title} />}
      {records.population.length > 0 && (
        <DataTable
          label={t("indicators.records.population")}
          name="population"
          local
          pageSize={perPage}
          rows={records.population}
          rowKey={(row) => row.hamlet + row.on}
          columns={[
            { key: "hamlet", label: t("indicators.hamlet"), main: true, sort: true, sortValue: (row) => row.hamlet, render: (row) => row.hamlet },
            { key: "households", label: t("indicators.households"), align: "end", sort: true, sortValue: (row) => row.households, render: (row) => <Count value={row.households} /> },
            { key: "persons", label: t("indicators.persons"), align: "end", sort: true, sortValue: (row) => row.persons, render: (row) => <Count value={row.persons} /> },
            { key: "source", label: t("indicators.document"), render: (row) => [row.source, row.signer, row.kind === "document" ? null : markWords([row.kind], t)].filter(Boolean).join("; ") },
            { key: "on", label: t("indicators.onDay"), nowrap: true, hidden: true, render: (row) => dayText(row.on) },
          ]}
        />
      )}
      {records.documents.map((one) => (
        <Hint key={one.unit + one.document}>{t("indicators.records.document", { unit: one.unit, value: one.value, document: one.document, kind: markWords([one.kind], t) })}</Hint>
      ))}
      {records.total + records.population.length + records.documents.length === 0 && <Hint>{t("indicators.records.none")}</Hint>}
    </Section>
  );
}

const Count = ({ value }: { value: number | null }) => <span className="numbers">{figureText(value)}</span>;

function Households({ records, perPage, title }: { records: Records; perPage: number; title: string }) {
  const t = useText();
  const listed = records.items.some((row) => row.class !== null);
  return (
    <DataTable
      label={title}
      name="source"
      pageSize={perPage}
      rows={records.items}
      total={records.total}
      rowKey={(row) => row.householdId}
      rowTarget={(row) => ({ to: "/households/$id", params: { id: row.householdId } })}
      columns={[
        { key: "head", label: t("indicators.head"), main: true, render: (row) => row.headName },
        { key: "hamlet", label: t("indicators.hamlet"), render: (row) => row.hamlet },
        { key: "members", label: t("indicators.members"), align: "end", render: (row) => <Count value={row.members} /> },
        ...(listed
          ? [
              { key: "class", label: t("indicators.class"), render: (row: Records["items"][number]) => row.class && <StatusBadge pattern={CLASS_PATTERN[row.class] ?? "plain"}>{t(`indicators.class.${row.class}`)}</StatusBadge> },
              { key: "decision", label: t("indicators.decision"), hidden: true, render: (row: Records["items"][number]) => [row.decisionNo, row.decisionDate && dayText(row.decisionDate)].filter(Boolean).join(", ") || "—" },
            ]
          : []),
      ]}
    />
  );
}
