import { useAnswer } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Hint } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { scorePackRoutes } from "../../score-pack/contract.ts";

/** Households that the table would give another class. Only told. */
export function ImpactTable({ id }: { id: string }) {
  const t = useText();
  const { data, error, refetch } = useAnswer(scorePackRoutes.packImpact, { params: { id } });
  return (
    <>
      <ErrorNotice error={error} retry={() => void refetch()} />
      <Hint>{t("poverty.packPage.impactHint", { count: data?.scored ?? 0 })}</Hint>
      <DataTable
        label={t("poverty.packPage.impact")} name="impact" local exports={false} rows={data?.households} rowKey={(row) => row.assessmentId} rowTarget={(row) => ({ to: "/households/$id", params: { id: row.householdId } })}
        columns={[
          { key: "head", label: t("poverty.packPage.head"), main: true, sort: true, sortValue: (row) => row.headName, render: (row) => row.headName },
          { key: "year", label: t("poverty.packPage.year"), render: (row) => String(row.statusYear) },
          { key: "before", label: t("poverty.packPage.before"), render: (row) => `${row.pointsBefore ?? "—"}: ${row.nameBefore ?? "—"}` },
          { key: "after", label: t("poverty.packPage.after"), render: (row) => `${row.pointsAfter ?? "—"}: ${row.nameAfter ?? "—"}` },
        ]}
        empty={<EmptyState title={t("poverty.packPage.nobody")} />}
      />
    </>
  );
}
