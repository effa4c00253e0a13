import { useState } from "react";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { selfTaughtRoutes, SELF_TAUGHT_SORTS, type SelfTaughtQuery, type SelfTaughtRow } from "../../self-taught/contract.ts";
import { LEARNED_BY } from "../../self-taught/rules/judge.ts";
import { useHamletChoice } from "../hamlet-choice.ts";
import { useNeedCodes } from "../needs/use-need-codes.ts";

function useSelfTaughtQuery(): SelfTaughtQuery {
  const { area, on } = useAreaPeriod();
  const { values } = useUrl();
  const table = useTable("", "hamlet");
  const learnedBy = LEARNED_BY.find((one) => one === values["learnedBy"]);
  return {
    area, on, sort: SELF_TAUGHT_SORTS.find((one) => one === table.order) ?? "hamlet", page: table.page, ...(values["year"] && { year: Number(values["year"]) }), ...(values["trade"] && { trade: values["trade"] }), ...(learnedBy && { learnedBy }),
    ...(values["hamlet"] && { hamlet: values["hamlet"] }), ...(values["q"] && { q: values["q"] }),
  };
}

/** Lao động tự học: a record of their own, never among the learners. */
export default function SelfTaughtPage() {
  const t = useText();
  const { areaName, on, year } = useAreaPeriod();
  const { values } = useUrl();
  const query = useSelfTaughtQuery();
  const { trades } = useNeedCodes(on);
  const hamlets = useHamletChoice(query.area, on);
  const [wrong, setWrong] = useState<SelfTaughtRow | null>(null);
  const voiding = useCommand(selfTaughtRoutes.voidSelfTaught);
  const { data, error, refetch } = useAnswer(selfTaughtRoutes.selfTaught, { query }, { keep: true });
  const narrowed = ["year", "trade", "learnedBy", "hamlet", "q"].some((key) => values[key]);
  const begin = data?.may.enter && (
    <>
      <LinkButton kind="primary" to="/training/self-taught/new">{t("training.self.new")}</LinkButton>
      {data.may.keep && <LinkButton to="/import/lists">{t("training.self.import")}</LinkButton>}
    </>
  );
  const columns: Column<SelfTaughtRow>[] = [
    { key: "name", label: t("training.person.name"), main: true, sort: true, render: (row) => row.fullName },
    { key: "birthYear", label: t("training.person.birthYear"), nowrap: true, render: (row) => (row.birthYear === null ? "—" : String(row.birthYear)) },
    { key: "sex", label: t("training.person.sex"), render: (row) => t(`training.person.sex.${String(row.sex)}`) },
    { key: "hamlet", label: t("training.person.hamlet"), sort: true, render: (row) => capital(row.hamlet) },
    { key: "trade", label: t("training.self.trade"), sort: true, render: (row) => row.tradeName },
    { key: "learnedBy", label: t("training.self.learnedBy"), render: (row) => t(`training.self.learnedBy.${row.learnedBy}`) },
    { key: "years", label: t("training.self.years"), align: "end", sort: true, text: (row) => row.yearsInJob, render: (row) => figureText(row.yearsInJob) },
    { key: "skillCheck", label: t("training.self.skillCheck"), render: (row) => t(`training.self.skillCheck.${row.skillCheck}`) },
    { key: "year", label: t("training.self.year"), sort: true, nowrap: true, render: (row) => String(row.recognisedYear) },
    { key: "confirmer", label: t("training.self.confirmer"), hidden: true, render: (row) => row.confirmer },
    { key: "identified", label: t("training.person.identified"), hidden: true, render: (row) => t(row.identified ? "training.person.onFile" : "training.person.notOnFile") },
    { key: "note", label: t("training.person.note"), hidden: true, render: (row) => [row.reason, row.note].filter(Boolean).join("; ") || "—" },
    ...(data?.may.keep ? [{ key: "void", label: t("training.self.do"), text: null, render: (row: SelfTaughtRow) => <Button size="small" onClick={() => setWrong(row)}>{t("training.person.void")}</Button> }] : []),
  ];
  return (
    <Page title={t("training.selfTaught.title")} subtitle={t("training.self.subtitle", { area: areaName, on: dayText(on) })} print actions={begin}>
      <Filters
        search={t("training.person.search")}
        filters={[
          { key: "year", label: t("training.self.year"), all: t("training.self.allYears"), options: [year, year - 1, year - 2].map((one) => ({ value: String(one), label: String(one) })) },
          { key: "trade", label: t("training.self.trade"), all: t("training.needs.allTrades"), options: trades },
          { key: "learnedBy", label: t("training.self.learnedBy"), all: t("training.self.allWays"), options: LEARNED_BY.map((code) => ({ value: code, label: t(`training.self.learnedBy.${code}`) })) },
          { key: "hamlet", label: t("training.person.hamlet"), all: t("training.person.allHamlets"), options: hamlets },
        ]}
      />
      {data && <Hint>{`${t("training.self.people", { people: data.people, total: data.total })} ${data.rule}`}</Hint>}
      <DataTable
        label={t("training.selfTaught.title")} columns={columns} rows={data?.rows} total={data?.total ?? 0} usualSort="hamlet" rowKey={({ id }) => id} error={error} onRetry={() => void refetch()}
        empty={narrowed ? undefined : <EmptyState title={t("training.self.none")} actions={begin}>{t("training.self.howToBegin")}</EmptyState>}
        tools={data?.may.keep && <ExportList route={selfTaughtRoutes.exportSelfTaught} input={(purpose) => ({ body: { query, purpose } })} total={data.total} />}
      />
      <ConfirmDialog
        open={wrong !== null} title={t("training.person.voidTitle", { name: wrong?.fullName ?? "" })} action={t("training.person.void")} danger reason busy={voiding.isPending} error={<ErrorNotice error={voiding.error} />} onClose={() => setWrong(null)}
        onConfirm={(reason) => voiding.mutate({ params: { id: wrong!.id }, body: { reason } }, { onSuccess: () => setWrong(null) })}
      />
    </Page>
  );
}
