import { useState } from "react";
import type { Paper } from "../../../papers/paper.ts";
import { PaperPreview } from "../../../papers/web/public.tsx";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Hint, Section, Stack } from "../../../web/design/layout.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useText } from "../../../web/text/text.tsx";
import { type PaperOverview, paperRoutes } from "../../papers/contract.ts";
import { CertificateBatch } from "./certificate-batch.tsx";
import { HamletFileChoice } from "./hamlet-file-choice.tsx";
import { ListChoice } from "./list-choice.tsx";
import { QrSection } from "./qr-section.tsx";

type HamletRow = PaperOverview["hamlets"][number];

/** Lists, notices and certificates of an area, hamlet by hamlet; what is asked for is drawn below and printed from there. */
export default function PapersPage() {
  const t = useText();
  const { area, areaName, on } = useAreaPeriod();
  const { data, error, refetch } = useAnswer(paperRoutes.paperOverview, { query: { area, on } }, { keep: true });
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const [papers, show] = useState<readonly Paper[]>([]);
  const chosen = data?.hamlets.filter(({ id }) => selected.has(id)).map(({ id }) => id) ?? [];
  const hamletIds = chosen.length === 0 ? undefined : chosen;
  const counted = (key: "poor" | "nearPoor" | "escaped" | "certificates" | "without") =>
    ({ key, label: t(`poverty.papers.${key}`), align: "end" as const, sort: true, sortValue: (row: HamletRow) => row[key], render: (row: HamletRow) => figureText(row[key]) });
  return (
    <Page title={t("poverty.papers.title")} subtitle={t("poverty.papers.subtitle", { area: areaName, on: dayText(on) })}>
      <Stack gap="wide">
        <div className="no-print">
          <Stack gap="wide">
            <Section title={t("poverty.papers.hamlets")}>
              <DataTable<HamletRow>
                label={t("poverty.papers.hamlets")} name="hamlets" local rows={data?.hamlets} rowKey={(row) => row.id} error={error} onRetry={() => void refetch()}
                selection={{ selected, onChange: (next) => (select(next), show([])) }}
                columns={[
                  { key: "label", label: t("poverty.papers.hamlet"), main: true, sort: true, sortValue: (row) => row.label, render: (row) => row.label },
                  { key: "unit", label: t("poverty.papers.unit"), render: (row) => row.unit },
                  counted("poor"), counted("nearPoor"), counted("escaped"), counted("certificates"), counted("without"),
                ]}
                empty={<EmptyState title={t("poverty.papers.noHamlets")}>{t("poverty.papers.noHamletsHint")}</EmptyState>}
              />
              <Hint>{hamletIds ? t("poverty.papers.someChosen", { count: chosen.length }) : t("poverty.papers.allChosen")}</Hint>
            </Section>
            {data?.may.print && <ListChoice chosen={{ areaUid: area, on, hamletIds }} show={show} />}
            {data?.may.print && <HamletFileChoice chosen={{ areaUid: area, on, hamletIds }} show={show} />}
            {data?.may.issue && <CertificateBatch chosen={{ areaUid: area, on, hamletIds }} template={data.template} show={show} />}
            {data && <QrSection qr={data.qr} may={data.may.qr} on={on} />}
          </Stack>
        </div>
        <PaperPreview papers={papers} />
      </Stack>
    </Page>
  );
}
