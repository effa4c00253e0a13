import { useAnswer } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useText } from "../../../web/text/text.tsx";
import { povertyRoutes, type LegalView, type StandardView } from "../../contract.ts";
import { LongBadge } from "./long-badge.tsx";

/** The dated standards as their files hold them: every value with its document and how sure it is. */
export default function StandardsPage() {
  const t = useText();
  const { data, error, refetch } = useAnswer(povertyRoutes.standards, {});
  return (
    <Page title={t("poverty.standards.title")} subtitle={t("poverty.standards.subtitle")} crumbs={[{ label: t("poverty.review.title"), to: "/review" }]} print>
      <ErrorNotice error={error} retry={() => void refetch()} />
      {data && <Tabs label={t("poverty.standards.title")} urlKey="standard" tabs={data.standards.map((standard) => ({ key: standard.id, label: standard.name, content: () => <Standard key={standard.id} standard={standard} /> }))} />}
    </Page>
  );
}

function Standard({ standard }: { standard: StandardView }) {
  const t = useText();
  const { id, inForce, scores, documents } = standard;
  return (
    <Stack gap="wide">
      <Notice kind={scores ? "info" : "warn"} title={t(inForce ? "poverty.standards.inForce" : "poverty.standards.notInForce")}>
        {!scores && <p>{t("poverty.standards.cannotScore")}</p>}
      </Notice>
      {(["validity", "limits", "rules", "indicators", "extras"] as const).map((part) => standard[part].length > 0 && (
        <Section key={part} title={t(`poverty.standards.${part}`)}>
          <LegalTable label={t(`poverty.standards.${part}`)} name={`${id}-${part}`} rows={standard[part]} />
        </Section>
      ))}
      <Section title={t("poverty.standards.documents")}>
        <DataTable
          label={t("poverty.standards.documents")} name={`${id}-documents`} local pageSize={100} rows={documents} rowKey={(row) => row.number}
          columns={[
            { key: "number", label: t("poverty.standards.number"), main: true, render: (row) => `${row.kind} ${row.number}` },
            { key: "date", label: t("poverty.standards.signed"), nowrap: true, render: (row) => dayText(row.date) },
            { key: "inForce", label: t("poverty.standards.inForceFrom"), nowrap: true, render: (row) => dayText(row.inForce) },
            { key: "read", label: t("poverty.standards.read"), render: (row) => row.read ?? "—" },
          ]}
        />
      </Section>
    </Stack>
  );
}

function LegalTable({ label, name, rows }: { label: string; name: string; rows: readonly LegalView[] }) {
  const t = useText();
  const valued = rows.some(({ value }) => value !== null);
  return (
    <DataTable<LegalView>
      label={label} name={name} local pageSize={100} rows={rows} rowKey={(row) => `${row.label} ${row.value ?? ""} ${row.cite ?? ""}`}
      columns={[
        { key: "label", label: t("poverty.standards.what"), main: true, render: (row) => row.label },
        ...(valued ? [{ key: "value", label: t("poverty.standards.value"), render: (row: LegalView) => row.value ?? "—" }] : []),
        { key: "cite", label: t("poverty.standards.cite"), render: (row) => row.cite ?? "—" },
        { key: "mark", label: t("poverty.standards.mark"), text: (row: LegalView) => row.mark ?? t("poverty.standards.readInText"), render: (row) => (row.mark === null ? t("poverty.standards.readInText") : <LongBadge pattern="dotted">{row.mark}</LongBadge>) },
        ...(rows.some(({ note }) => note) ? [{ key: "note", label: t("poverty.standards.note"), render: (row: LegalView) => row.note ?? "—" }] : []),
      ]}
    />
  );
}
