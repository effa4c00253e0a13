import { useAnswer } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Section } from "../../../web/design/layout.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { povertyRoutes, type ChangeView, type RunView } from "../../contract.ts";
import { changeColumns } from "./change-columns.tsx";

/** Earlier runs; each opens to the households whose class it changed. */
export function RunsList() {
  const t = useText();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(povertyRoutes.runs, {});
  const run = values["run"];
  return (
    <Section title={t("poverty.runs.title")}>
      <DataTable<RunView>
        label={t("poverty.runs.title")}
        name="runs"
        local
        rows={data?.runs}
        rowKey={(row) => row.id}
        onOpen={(row) => set({ run: row.id })}
        columns={[
          { key: "at", label: t("poverty.runs.at"), main: true, nowrap: true, sort: true, sortValue: (row) => row.at, render: (row) => dayText(row.at.slice(0, 10)) },
          { key: "unit", label: t("poverty.rounds.unit"), sort: true, sortValue: (row) => row.unitName, render: (row) => row.unitName },
          { key: "year", label: t("poverty.review.statusYear"), sort: true, sortValue: (row) => row.statusYear, render: (row) => String(row.statusYear) },
          { key: "ruleset", label: t("poverty.rounds.standard"), sort: true, sortValue: (row) => row.ruleset, render: (row) => row.ruleset },
          { key: "households", label: t("poverty.reclassify.households"), align: "end", sort: true, sortValue: (row) => row.counts.households, text: (row) => row.counts.households, render: (row) => figureText(row.counts.households) },
          { key: "changed", label: t("poverty.reclassify.changed"), align: "end", sort: true, sortValue: (row) => row.counts.changed, text: (row) => row.counts.changed, render: (row) => figureText(row.counts.changed) },
          { key: "differs", label: t("poverty.reclassify.differs"), align: "end", sort: true, sortValue: (row) => row.counts.differs, text: (row) => row.counts.differs, render: (row) => figureText(row.counts.differs) },
        ]}
        error={error}
        onRetry={() => void refetch()}
        empty={<p>{t("poverty.runs.empty")}</p>}
      />
      <Drawer open={run !== undefined} title={t("poverty.reclassify.changed")} onClose={() => set({ run: null, "changed.page": null }, "replace")}>
        {run !== undefined && <RunChanges id={run} />}
      </Drawer>
    </Section>
  );
}

function RunChanges({ id }: { id: string }) {
  const t = useText();
  const { role } = useSession();
  const table = useTable("changed");
  const { data, error, refetch } = useAnswer(povertyRoutes.runChanges, { params: { id }, query: { page: table.page } }, { keep: true });
  return (
    <DataTable<ChangeView>
      label={t("poverty.reclassify.changed")}
      name="changed"
      rows={data?.rows}
      total={data?.total ?? 0}
      rowKey={(row) => row.householdId}
      rowTarget={(row) => ({ to: "/households/$id", params: { id: row.householdId } })}
      columns={changeColumns(t)}
      tools={(role === "commune" || role === "province") && <ExportList name="exportChanges" route={povertyRoutes.exportRunChanges} input={(purpose) => ({ params: { id }, body: { purpose } })} total={data?.total ?? 0} />}
      error={error}
      onRetry={() => void refetch()}
      empty={<p>{t("poverty.runs.noChanges")}</p>}
    />
  );
}
