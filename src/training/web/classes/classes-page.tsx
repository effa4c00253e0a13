import { saveFile, useAnswer, useCommand } from "../../../web/data.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { Row } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { catalogueRoutes } from "../../catalogue/contract.ts";
import { classRoutes, SORTS, type ClassRowView } from "../../classes/contract.ts";
import { CLASS_STATES } from "../../rules/class-state.ts";
import { SECTORS } from "../../rules/codes.ts";
import classes from "./classes-page.module.css";
import { CLASS_PATTERN } from "./words.ts";

const KEYS = ["q", "state", "trade", "provider", "sector", "year"] as const;
const FIRST_YEAR = 2021;

/** Classes of the area, or of the provider who looks. */
export default function ClassesPage() {
  const t = useText();
  const { area, areaName, on, year } = useAreaPeriod();
  const { role } = useSession();
  const { values } = useUrl();
  const table = useTable("classes", "-opened");
  const sort = SORTS.find((one) => one === table.order) ?? "-opened";
  const asked = { area, on, sort, ...(Object.fromEntries(KEYS.flatMap((key) => (values[key] ? [[key, values[key]]] : []))) as Record<string, never>) };
  const { data, error, refetch } = useAnswer(classRoutes.classes, { query: { ...asked, page: table.page, perPage: 50 } }, { keep: true });
  const { data: catalogue } = useAnswer(catalogueRoutes.trades, { query: {} });
  const { data: providers } = useAnswer(catalogueRoutes.providers, { query: {} });
  const taken = useCommand(classRoutes.exportClasses);
  const years = Array.from({ length: Math.max(1, year - FIRST_YEAR + 2) }, (_, i) => String(year + 1 - i));
  const tools = (
    <Row gap="tight">
      {data?.may.decide && <LinkButton size="small" kind="primary" to="/training/classes/new">{t("training.classes.new")}</LinkButton>}
      {data?.may.decide && <LinkButton size="small" to="/import/list/$kind" params={{ kind: "training-classes" }}>{t("training.classes.import")}</LinkButton>}
      {data?.may.export && <Button size="small" busy={taken.isPending} onClick={() => taken.mutate({ body: { ...asked, ...(values["year"] && { year: Number(values["year"]) }) } }, { onSuccess: saveFile })}>{t("web.table.export")}</Button>}
    </Row>
  );
  const filtered = KEYS.some((key) => values[key]);
  return (
    <Page title={t("training.classes.title")} subtitle={role === "training_centre" ? t("training.classes.ofCentre") : t("training.classes.subtitle", { area: areaName })} print>
      <Filters
        search={t("training.classes.search")}
        filters={[
          { key: "state", label: t("training.classes.state"), all: t("training.classes.allStates"), options: ["active", "taking", "done", ...CLASS_STATES].map((value) => ({ value, label: t(`training.classes.state.${value}`) })) },
          { key: "trade", label: t("training.classes.trade"), all: t("training.classes.allTrades"), options: (catalogue?.rows ?? []).map(({ code, name }) => ({ value: code, label: name })) },
          ...(role === "training_centre" ? [] : [{ key: "provider", label: t("training.classes.provider"), all: t("training.classes.allProviders"), options: (providers?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })) }]),
          { key: "sector", label: t("training.classes.sector"), all: t("training.classes.allSectors"), options: SECTORS.map((value) => ({ value, label: t(`training.classes.sector.${value}`) })) },
          { key: "year", label: t("training.classes.year"), all: t("training.classes.allYears"), options: years.map((value) => ({ value, label: value })) },
        ]}
      />
      <ErrorNotice error={taken.error} />
      <DataTable<ClassRowView>
        label={t("training.classes.title")} name="classes" usualSort="-opened" rows={data?.rows} total={data?.total ?? 0} rowKey={(row) => row.id} rowTarget={(row) => ({ to: "/training/classes/$id", params: { id: row.id } })}
        error={error} onRetry={() => void refetch()} tools={tools} exports={false}
        columns={[
          { key: "code", label: t("training.classes.code"), nowrap: true, sort: true, render: (row) => row.code },
          { key: "name", label: t("training.classes.name"), main: true, sort: true, render: (row) => row.name },
          { key: "trade", label: t("training.classes.trade"), text: (row) => row.trade, render: (row) => <Short>{row.trade}</Short> },
          { key: "provider", label: t("training.classes.provider"), hidden: role === "training_centre", text: (row) => row.provider, render: (row) => <Short>{row.provider}</Short> },
          { key: "unit", label: t("training.classes.unit"), text: (row) => row.unit, render: (row) => <Short>{row.unit}</Short> },
          { key: "hamlet", label: t("training.classes.hamlet"), hidden: true, render: (row) => (row.hamlet ? capital(row.hamlet) : "—") },
          { key: "state", label: t("training.classes.state"), sort: true, text: (row) => t(`training.classes.state.${row.state}`), render: (row) => <StatusBadge pattern={CLASS_PATTERN[row.state]}>{t(`training.classes.state.${row.state}`)}</StatusBadge> },
          { key: "opened", label: t("training.classes.opened"), nowrap: true, sort: true, render: (row) => (row.openedOn ? dayText(row.openedOn) : row.plannedFrom ? t("training.classes.plannedOn", { on: dayText(row.plannedFrom) }) : "—") },
          { key: "ended", label: t("training.classes.ended"), nowrap: true, hidden: true, render: (row) => (row.endedOn ? dayText(row.endedOn) : "—") },
          { key: "learners", label: t("training.classes.learners"), align: "end", sort: true, render: (row) => `${figureText(row.learners)} / ${figureText(row.learnersPlanned)}` },
          { key: "dropped", label: t("training.classes.dropped"), align: "end", hidden: true, render: (row) => figureText(row.dropped) },
          { key: "passed", label: t("training.classes.passed"), align: "end", render: (row) => figureText(row.passed) },
          { key: "certified", label: t("training.classes.certified"), align: "end", hidden: true, render: (row) => figureText(row.certified) },
          { key: "cost", label: t("training.classes.cost"), align: "end", hidden: true, render: (row) => (row.costDong === null ? "—" : figureText(row.costDong)) },
        ]}
        empty={filtered ? <EmptyState title={t("training.classes.noneFound")}>{t("training.classes.noneFoundText")}</EmptyState> : <EmptyState title={t("training.classes.none")} actions={tools}>{t(role === "training_centre" ? "training.classes.noneOfCentre" : "training.classes.noneText")}</EmptyState>}
      />
    </Page>
  );
}

/** A long name on one line; the whole of it on pointing, on the page of the class, and in the workbook. */
const Short = ({ children }: { children: string }) => <span className={classes["short"]} title={children}>{children}</span>;
