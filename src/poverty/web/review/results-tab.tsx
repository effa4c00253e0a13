import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, figureText } from "../../../web/design/format.ts";
import { Select } from "../../../web/design/form/select.tsx";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { Link, useUrl } from "../../../web/navigation.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { povertyRoutes, RESULT_SORTS, type Results, type ResultView } from "../../contract.ts";
import { ComputedBadge, computedText, RecognisedBadge } from "./class-badge.tsx";
import { HouseholdReview } from "./household-review.tsx";
import { useStatusYear } from "./status-year.ts";

const LISTS = ["poor", "near_poor", "none"] as const;
const STATES = ["incomplete", "refused", "uncomputed"] as const;
const isList = (text: string | undefined): text is (typeof LISTS)[number] => LISTS.includes(text as never);

const isSort = (text: string | undefined): text is (typeof RESULT_SORTS)[number] => RESULT_SORTS.includes(text as never);

/** Every household assessed or listed, recognised and computed class side by side; "Vì sao?" opens the reasons. */
export function ResultsTab() {
  const t = useText();
  const { area, areaName } = useAreaPeriod();
  const { values, set } = useUrl();
  const table = useTable();
  const { statusYear, options, setStatusYear } = useStatusYear();
  const { q, class: wanted, recognised, differs, why } = values;
  const query = {
    area, statusYear, sort: isSort(table.order) ? table.order : ("head" as const), page: table.page, perPage: 50, ...(q && { q }), ...(wanted && { class: wanted }), ...(isList(recognised) && { recognised }), ...(differs === "1" && { differs: "1" as const }),
  };
  const { data, error, refetch } = useAnswer(povertyRoutes.results, { query }, { keep: true });
  const { role } = useSession();
  const officer = role === "commune" || role === "province";
  const narrowed = Boolean(q ?? wanted ?? recognised ?? differs);
  const shown = data?.rows.find(({ householdId }) => householdId === why);
  return (
    <Stack>
      <State data={data} />
      <Filters
        search={t("poverty.review.search")}
        filters={[
          { key: "recognised", label: t("poverty.review.recognised"), all: t("poverty.review.all"), options: LISTS.map((value) => ({ value, label: t(value === "none" ? "poverty.review.onNoList" : `poverty.recognised.${value}`) })) },
          {
            key: "class", label: t("poverty.review.computed"), all: t("poverty.review.all"),
            options: [...(data?.classes ?? []).map(({ code, name }) => ({ value: code, label: name })), ...STATES.map((value) => ({ value, label: t(`poverty.review.status.${value}`) }))],
          },
          { key: "differs", label: t("poverty.review.compare"), all: t("poverty.review.all"), options: [{ value: "1", label: t("poverty.review.differs") }] },
        ]}
      >
        <Select label={t("poverty.review.statusYear")} options={options} value={String(statusYear)} onChange={setStatusYear} />
      </Filters>
      <DataTable<ResultView>
        label={t("poverty.review.results")}
        columns={columnsOf(t, (householdId) => set({ why: householdId }, "push"))}
        rows={data?.rows}
        total={data?.total ?? 0}
        rowKey={(row) => row.householdId}
        onOpen={(row) => set({ why: row.householdId }, "push")}
        usualSort="head"
        tools={officer && <ExportList route={povertyRoutes.exportResults} input={(purpose) => ({ body: { query, purpose } })} total={data?.total ?? 0} />}
        error={error}
        onRetry={() => void refetch()}
        empty={narrowed ? undefined : <Empty area={areaName} year={String(statusYear)} />}
      />
      <Drawer open={why !== undefined} title={shown ? t("poverty.review.whyOf", { name: shown.headName }) : t("poverty.review.why")} onClose={() => set({ why: null }, "replace")}>
        {why !== undefined && data && <HouseholdReview householdId={why} on={data.on} ruleset={data.ruleset.id} />}
        {why !== undefined && <p><Link to="/households/$id" params={{ id: why }} search={{ tab: "review" }}>{t("poverty.review.openHousehold")}</Link></p>}
      </Drawer>
    </Stack>
  );
}

function columnsOf(t: ReturnType<typeof useText>, explain: (householdId: string) => void): Column<ResultView>[] {
  return [
    { key: "head", label: t("poverty.review.head"), main: true, sort: true, render: (row) => row.headName },
    { key: "hamlet", label: t("poverty.review.hamlet"), sort: true, render: (row) => capital(row.hamlet) },
    { key: "b1", label: t("poverty.review.b1"), align: "end", sort: true, render: (row) => figureText(row.scoreIncome) },
    { key: "b2", label: t("poverty.review.b2"), align: "end", sort: true, render: (row) => figureText(row.scoreDeprivation) },
    { key: "recognised", label: t("poverty.review.recognised"), text: (row) => row.recognised && t(`poverty.recognised.${row.recognised}`), render: (row) => <RecognisedBadge code={row.recognised} /> },
    { key: "computed", label: t("poverty.review.computed"), text: (row) => computedText(row, t), render: (row) => <ComputedBadge row={row} /> },
    { key: "differs", label: t("poverty.review.compare"), text: (row) => (row.differs ? t("poverty.review.differs") : null), render: (row) => (row.differs ? <StatusBadge pattern="late">{t("poverty.review.differs")}</StatusBadge> : "—") },
    { key: "reasons", label: t("poverty.review.reasons"), hidden: true, render: (row) => row.reasons.join("; ") || "—" },
    { key: "decision", label: t("poverty.review.decision"), hidden: true, render: (row) => row.decisionNo ?? "—" },
    { key: "why", label: t("poverty.review.why"), nowrap: true, text: null, render: (row) => <Button size="small" onClick={() => explain(row.householdId)}>{t("poverty.review.why")}</Button> },
  ];
}

/** Which standard, and what is still open. */
function State({ data }: { data: Results | undefined }) {
  const t = useText();
  const { role } = useSession();
  if (!data) return null;
  const { counts, ruleset } = data;
  const open = counts.uncomputed + counts.incomplete + counts.refused;
  const compute = (role === "commune" || role === "province") && <LinkButton to="/review/reclassify" search={{ year: String(data.statusYear) }}>{t("poverty.reclassify.title")}</LinkButton>;
  return (
    <>
      <Hint>{[t("poverty.review.byStandard", { name: ruleset.name }), ruleset.mark].filter(Boolean).join(" — ")}</Hint>
      {open > 0 && (
        <Notice kind="warn" title={t("poverty.review.open", { uncomputed: counts.uncomputed, incomplete: counts.incomplete, refused: counts.refused })} actions={compute} />
      )}
      {counts.differs > 0 && <Notice title={t("poverty.review.differCount", { count: counts.differs })} />}
    </>
  );
}

function Empty({ area, year }: { area: string; year: string }) {
  const t = useText();
  return (
    <EmptyState title={t("poverty.review.empty", { area, year })} actions={<LinkButton to="/import">{t("poverty.review.import")}</LinkButton>}>
      {t("poverty.review.howToBegin")}
    </EmptyState>
  );
}
