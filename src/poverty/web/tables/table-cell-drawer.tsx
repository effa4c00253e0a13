import { useAnswer } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { figureText } from "../../../web/design/format.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { tablesRoutes, type TableCellView, type TableView } from "../../tables/contract.ts";

interface Shown {
  readonly area: string;
  readonly year: number;
  readonly view: TableView;
}

/** The households behind the cell in the address (`cell`: line of the table, column, line of persons), and what each adds. */
export function TableCellDrawer({ areaName, ...shown }: Shown & { readonly areaName: string }) {
  const { values, set } = useUrl();
  const [row = "", column = "", line = ""] = values["cell"]?.split("|") ?? [];
  const { rows, columns } = shown.view;
  const label = columns.find(({ key, opens }) => key === column && opens)?.label;
  const name = rows.find(({ key }) => key === row)?.name ?? areaName;
  return (
    <Drawer open={label !== undefined} title={`${name}: ${label ?? ""}`} onClose={() => set({ cell: null }, "replace")}>
      {label !== undefined && <Households {...shown} row={row} column={column} line={line} />}
    </Drawer>
  );
}

function Households({ area, year, view, row, column, line }: Shown & { row: string; column: string; line: string }) {
  const t = useText();
  const table = useTable("cell");
  const answer = useAnswer(tablesRoutes.tableCell, {
    query: { area, year, table: view.id, column, page: table.page, perPage: 50, ...(row !== "" && { row }), ...((line === "households" || line === "people") && { line }) },
  }, { keep: true });
  return (
    <Stack>
      <Hint>{t("poverty.tablesPage.behind", { count: answer.data?.total ?? 0 })}</Hint>
      <DataTable<TableCellView["rows"][number]>
        label={t("poverty.movementPage.households")} name="cell" exports={false} rows={answer.data?.rows} total={answer.data?.total ?? 0} rowKey={(one) => `${one.householdId}${one.place}`}
        rowTarget={(one) => ({ to: "/households/$id", params: { id: one.householdId } })} error={answer.error} onRetry={() => void answer.refetch()}
        columns={[
          { key: "head", label: t("poverty.review.head"), main: true, render: (one) => one.headName },
          { key: "place", label: t("poverty.review.hamlet"), render: (one) => one.place },
          { key: "adds", label: t("poverty.tablesPage.adds"), align: "end", render: (one) => (one.adds === null ? t("poverty.tablesPage.untold") : figureText(one.adds)) },
        ]}
      />
    </Stack>
  );
}
