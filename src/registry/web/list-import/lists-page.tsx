import { dateInVietnam } from "../../../kernel/date.ts";
import { useAnswer } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Hint, Section } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useText } from "../../../web/text/text.tsx";
import { listRoutes } from "../../list-import/contract.ts";
import type { AnswerOf } from "../../../platform/http/contract.ts";

type Lists = AnswerOf<typeof listRoutes.kinds>;
type Kind = Lists["kinds"][number];
type Job = Lists["jobs"][number];
type Taken = Lists["taken"][number];

/** Which list is brought in; what colleagues are working on, and what was taken last. */
export default function ListsPage() {
  const t = useText();
  const { data, error, refetch } = useAnswer(listRoutes.kinds, {}, { keep: true, every: 5_000 });
  const kinds: Column<Kind>[] = [
    { key: "title", label: t("registry.lists.kind"), main: true, render: ({ title }) => title },
    { key: "go", label: t("registry.lists.action"), text: null, render: ({ kind, title }) => <LinkButton size="small" to="/import/list/$kind" params={{ kind }}>{t("registry.lists.bringIn", { title })}</LinkButton> },
  ];
  const jobs: Column<Job>[] = [
    { key: "file", label: t("registry.lists.file"), main: true, render: ({ fileName }) => fileName },
    { key: "kind", label: t("registry.lists.kind"), render: ({ title }) => title },
    { key: "area", label: t("registry.lists.areaDay"), render: ({ areaName, asOf }) => `${areaName}, ${dayText(asOf)}` },
    { key: "by", label: t("registry.lists.startedBy"), render: ({ startedBy }) => startedBy },
    { key: "state", label: t("registry.lists.state"), render: ({ state }) => t(`registry.lists.stage.${state}`) },
  ];
  const taken: Column<Taken>[] = [
    { key: "file", label: t("registry.lists.file"), main: true, render: ({ fileName }) => fileName },
    { key: "kind", label: t("registry.lists.kind"), render: ({ title }) => title },
    { key: "area", label: t("registry.lists.areaDay"), render: ({ areaName, asOf }) => `${areaName}, ${dayText(asOf)}` },
    { key: "rows", label: t("registry.lists.taken"), align: "end", render: ({ counts }) => figureText(counts.new + counts.changed), text: ({ counts }) => counts.new + counts.changed },
    { key: "unidentified", label: t("registry.lists.unidentified"), align: "end", render: ({ counts }) => figureText(counts.unidentified), text: ({ counts }) => counts.unidentified },
    { key: "by", label: t("registry.lists.takenBy"), render: ({ by }) => by },
    { key: "at", label: t("registry.lists.takenAt"), nowrap: true, render: ({ takenAt }) => dayText(dateInVietnam(Date.parse(takenAt))) },
  ];
  return (
    <Page title={t("registry.lists.title")} subtitle={t("registry.lists.text")}>
      <ErrorNotice error={error} retry={() => void refetch()} />
      <DataTable
        label={t("registry.lists.kinds")} name="kinds" local exports={false} pageSize={50} columns={kinds} rows={data?.kinds} rowKey={({ kind }) => kind} rowTarget={({ kind }) => ({ to: "/import/list/$kind", params: { kind } })}
        empty={<EmptyState title={t("registry.lists.noKinds")}>{t("registry.lists.noKindsText")}</EmptyState>}
      />
      {data && data.jobs.length > 0 && (
        <Section title={t("registry.lists.jobs")}>
          <Hint>{t("registry.lists.jobsHint")}</Hint>
          <DataTable label={t("registry.lists.jobs")} name="jobs" local columns={jobs} rows={data.jobs} rowKey={({ id }) => id} rowTarget={({ id, kind }) => ({ to: "/import/list/$kind", params: { kind }, search: { job: id } })} />
        </Section>
      )}
      {data && data.taken.length > 0 && (
        <Section title={t("registry.lists.takenLists")}>
          <DataTable label={t("registry.lists.takenLists")} name="taken" local pageSize={10} columns={taken} rows={data.taken} rowKey={({ id }) => id} />
        </Section>
      )}
    </Page>
  );
}
