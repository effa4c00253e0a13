import { useAnswer } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { figureText } from "../../../web/design/format.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { movementRoutes, type CellRowView, type MovementView } from "../../movement/contract.ts";
import type { List } from "./movement-table.tsx";

interface OpenCell {
  readonly list: List;
  readonly line: "households" | "people";
  readonly column: number;
  readonly row: string;
}

function cellOf(text: string | undefined): OpenCell | undefined {
  const [list, line, column, row = ""] = text?.split("|") ?? [];
  if ((list !== "poor" && list !== "near_poor") || (line !== "households" && line !== "people")) return undefined;
  return { list, line, column: Number(column), row };
}

/** The households behind the cell in the address (`cell`), each with its reason. */
export function CellDrawer({ data }: { data: MovementView }) {
  const t = useText();
  const { values, set } = useUrl();
  const cell = cellOf(values["cell"]);
  const name = data.rows.find(({ key }) => key === cell?.row)?.name ?? data.area.name;
  return (
    <Drawer open={cell !== undefined} title={cell ? `${name}: ${t(`poverty.movementPage.${cell.list}.c${cell.column}`)}` : ""} onClose={() => set({ cell: null }, "replace")}>
      {cell && <Households data={data} cell={cell} />}
    </Drawer>
  );
}

function Households({ data, cell }: { data: MovementView; cell: OpenCell }) {
  const t = useText();
  const table = useTable("cell");
  const { list, line, column, row } = cell;
  const answer = useAnswer(movementRoutes.movementCell, { query: { area: data.area.uid, year: data.year, list, line, column, page: table.page, perPage: 50, ...(row !== "" && { row }) } }, { keep: true });
  return (
    <Stack>
      <Hint>{t(`poverty.movementPage.drill.${line}`, { count: answer.data?.total ?? 0 })}</Hint>
      <DataTable<CellRowView>
        label={t("poverty.movementPage.households")} name="cell" exports={false} rows={answer.data?.rows} total={answer.data?.total ?? 0} rowKey={(one) => `${one.householdId}${one.place}`}
        rowTarget={(one) => ({ to: "/households/$id", params: { id: one.householdId } })} error={answer.error} onRetry={() => void answer.refetch()}
        columns={[
          { key: "head", label: t("poverty.review.head"), main: true, render: (one) => one.headName },
          { key: "place", label: t("poverty.review.hamlet"), render: (one) => one.place },
          { key: "adds", label: t(`poverty.movementPage.adds.${line}`), align: "end", render: (one) => figureText(one.adds) },
          { key: "reason", label: t("poverty.movementPage.reason"), render: (one) => one.reason },
        ]}
      />
    </Stack>
  );
}
