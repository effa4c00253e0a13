import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer } from "../../../web/data.ts";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import { trainingTablesRoutes, type BehindView } from "../../tables/contract.ts";

interface CellAsked {
  readonly area: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly table: string;
  readonly column: string;
  readonly row?: string;
}

/** The records that a cell counts. */
export function BehindCell({ asked }: { asked: CellAsked }) {
  const t = useText();
  const { data, error, refetch } = useAnswer(trainingTablesRoutes.trainingTableRows, { query: asked });
  const columns = (data?.heads ?? []).map((label, i): Column<BehindView["rows"][number]> => ({ key: `c${i}`, label, ...(i === 0 && { main: true }), sort: true, sortValue: ({ cells }) => cells[i]!, render: ({ cells }) => cells[i]! }));
  return (
    <Stack>
      {data && <Hint>{data.title}</Hint>}
      <DataTable
        label={t("training.tablesPage.behind")} name="behind" local exports={false} columns={columns} rows={data?.rows} rowKey={({ id }) => id} error={error} onRetry={() => void refetch()} empty={<EmptyState title={t("training.tablesPage.nobody")}>{t("training.tablesPage.nobodyHint")}</EmptyState>}
        tools={data && <ExportList name="export-behind" route={trainingTablesRoutes.exportTrainingTableRows} input={(purpose) => ({ body: { ...asked, purpose } })} total={data.total} />}
      />
    </Stack>
  );
}
