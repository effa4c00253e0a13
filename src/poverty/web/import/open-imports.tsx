import { dateInVietnam } from "../../../kernel/date.ts";
import { useAnswer } from "../../../web/data.ts";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Hint, Section } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { importRoutes, type OpenJob, type TakenList } from "../../household-list/contract.ts";

const ASKED_EVERY_MS = 5_000;
const clock = (moment: string): string => `${new Date(Date.parse(moment) + 7 * 3_600_000).toISOString().slice(11, 16)} ${dayText(dateInVietnam(Date.parse(moment)))}`;

/** Files colleagues are working on, to be opened and gone on with, and the lists that were taken last. */
export function OpenImports() {
  const t = useText();
  const { data, error, refetch } = useAnswer(importRoutes.open, {}, { keep: true, every: ASKED_EVERY_MS });
  const jobs: Column<OpenJob>[] = [
    { key: "file", label: t("poverty.import.open.file"), main: true, render: ({ fileName }) => fileName },
    { key: "area", label: t("poverty.import.open.area"), render: ({ areaName, asOf }) => t("poverty.import.open.areaOn", { area: areaName, on: dayText(asOf) }) },
    { key: "by", label: t("poverty.import.open.by"), render: ({ startedBy, mine }) => (mine ? t("poverty.import.open.you", { name: startedBy }) : startedBy) },
    { key: "at", label: t("poverty.import.open.at"), nowrap: true, render: ({ startedAt }) => clock(startedAt) },
    { key: "state", label: t("poverty.import.open.state"), render: ({ state }) => t(`poverty.import.stage.${state}`) },
  ];
  const taken: Column<TakenList>[] = [
    { key: "file", label: t("poverty.import.open.file"), main: true, render: ({ fileName }) => fileName },
    { key: "area", label: t("poverty.import.open.area"), render: ({ areaName, asOf }) => t("poverty.import.open.areaOn", { area: areaName, on: dayText(asOf) }) },
    { key: "households", label: t("poverty.import.open.households"), align: "end", render: ({ households }) => figureText(households) },
    { key: "by", label: t("poverty.import.open.takenBy"), render: ({ by }) => by ?? "—" },
    { key: "at", label: t("poverty.import.open.takenAt"), nowrap: true, render: ({ takenAt }) => clock(takenAt) },
  ];
  if (error) return <ErrorNotice error={error} retry={refetch} />;
  if (!data || data.jobs.length + data.taken.length === 0) return null;
  return (
    <>
      {data.jobs.length > 0 && (
        <Section title={t("poverty.import.open.jobs")}>
          <Hint>{t("poverty.import.open.jobsHint")}</Hint>
          <DataTable label={t("poverty.import.open.jobs")} name="jobs" local columns={jobs} rows={data.jobs} rowKey={({ id }) => id} rowTarget={({ id }) => ({ to: "/import/$id", params: { id } })} />
        </Section>
      )}
      {data.taken.length > 0 && (
        <Section title={t("poverty.import.open.taken")}>
          <DataTable
            label={t("poverty.import.open.taken")} name="taken" local pageSize={5} columns={taken} rows={data.taken} rowKey={({ id }) => id}
            rowTarget={({ areaUid, asOf }) => ({ to: "/households", search: { area: areaUid, on: asOf } })}
          />
        </Section>
      )}
    </>
  );
}
