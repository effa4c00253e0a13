import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { figureText } from "../../../web/design/format.ts";
import { Hint, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import { overseasRoutes, type StandardsView } from "../../overseas/contract.ts";

type Sure = StandardsView["forms"][number]["sure"];
type Form = StandardsView["forms"][number];
type Item = StandardsView["supports"][number]["items"][number];

/** Where it was read and how sure it is, in one line. */
export const sureText = ({ certainty, source, note }: Sure, t: Translate): string => [source && `${source}${certainty === "text" ? "" : ` (${t(`migration.abroad.certainty.${certainty}`)})`}`, note].filter(Boolean).join("; ") || t(`migration.abroad.certainty.${certainty}`);

/** The rules in force on the day asked: supports with their levels, legal forms, the procedure. */
export function StandardsTab() {
  const t = useText();
  const { on } = useAreaPeriod();
  const { data, error, refetch } = useAnswer(overseasRoutes.overseasStandards, { query: { on } });
  return (
    <Stack gap="wide">
      <ErrorNotice error={error} retry={() => void refetch()} />
      {data && (
        <Section title={`${data.request.name} (${data.request.code})`}>
          <Hint>{data.request.days === null ? t("migration.abroad.termUnknown") : t("migration.abroad.term", { days: data.request.days, sure: sureText(data.request.term, t) })}</Hint>
          <Hint>{t("migration.abroad.papersNeeded", { sure: sureText(data.request.documents, t) })}</Hint>
        </Section>
      )}
      {data?.supports.map((support) => (
        <Section key={support.id} title={support.name}>
          <Hint>{t("migration.abroad.who", { groups: support.who.groups.map((group) => t(`migration.abroad.group.${group}`)).join(", ") || "—", sure: sureText(support.who.sure, t) })}</Hint>
          <DataTable<Item>
            label={support.name} name={support.id} local rows={support.items} rowKey={(row) => row.code}
            columns={[
              { key: "name", label: t("migration.abroad.item"), main: true, render: (row) => row.name },
              { key: "level", label: t("migration.abroad.level"), align: "end", text: (row) => row.amountDong, render: (row) => (row.amountDong === null ? t("migration.abroad.levelUnknown") : figureText(row.amountDong)) },
              { key: "unit", label: t("migration.abroad.per"), render: (row) => t(`migration.abroad.basis.${row.basis}.${row.unit}`) },
              { key: "sure", label: t("migration.abroad.source"), text: (row) => sureText(row.sure, t), render: (row) => sureText(row.sure, t) },
            ]}
          />
        </Section>
      ))}
      <Section title={t("migration.abroad.forms")}>
        <DataTable<Form>
          label={t("migration.abroad.forms")} name="forms" local rows={data?.forms} rowKey={(row) => row.code}
          columns={[
            { key: "name", label: t("migration.abroad.form"), main: true, render: (row) => row.name },
            { key: "needs", label: t("migration.abroad.licence"), text: (row) => t(`migration.abroad.needs.${row.needs ?? "unknown"}`), render: (row) => t(`migration.abroad.needs.${row.needs ?? "unknown"}`) },
            { key: "sure", label: t("migration.abroad.source"), text: (row) => sureText(row.sure, t), render: (row) => sureText(row.sure, t) },
          ]}
        />
      </Section>
    </Stack>
  );
}
