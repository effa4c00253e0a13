import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Figure } from "../../../web/design/figure.tsx";
import { figureText } from "../../../web/design/format.ts";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { MovementView } from "../../movement/contract.ts";
import { residual, type MovementRow } from "../../rules/movement.ts";

export type List = "poor" | "near_poor";

interface TableLine {
  readonly key: string;
  readonly place: string;
  readonly line: "households" | "people";
  readonly values: readonly number[] | null;
}

/** A line "Hộ" and a line "Nhân khẩu" for each place; a cell opens its households. */
export function MovementTable({ data, list }: { data: MovementView; list: List }) {
  const t = useText();
  const { set } = useUrl();
  const lines = data.rows.flatMap(({ kind, key, name, poor, nearPoor }) => {
    const table = list === "poor" ? poor : nearPoor;
    return (["households", "people"] as const).map((line): TableLine => ({ key: kind === "total" ? "" : key, place: name, line, values: table?.[line] ?? null }));
  });
  const open = (row: TableLine, column: number) => set({ cell: [list, row.line, String(column), row.key].join("|"), cellPage: null }, "push");
  return (
    <DataTable<TableLine>
      label={t("poverty.movementPage.title")} name={`move-${list}`} local pageSize={200} rows={lines} rowKey={(row) => `${row.key}|${row.line}`}
      exports={[t("poverty.movementPage.subtitle", { area: data.area.name, year: String(data.year) })]}
      columns={[
        { key: "place", label: t("poverty.tables.place"), main: true, render: (row) => `${row.place} · ${t(`poverty.movementPage.${row.line}`)}` },
        ...Array.from({ length: 9 }, (_, i): Column<TableLine> => ({
          key: `c${i + 1}`, label: `${i + 1}. ${t(`poverty.movementPage.${list}.c${i + 1}`)}`, align: "end", text: (row) => row.values?.[i] ?? null,
          render: (row) => (row.values === null ? "—" : row.values[i] === 0 ? "0" : <Figure value={row.values[i]!} label={`${row.place}, ${t(`poverty.movementPage.${list}.c${i + 1}`)}`} onOpen={() => open(row, i + 1)} />),
        })),
        { key: "residual", label: t("poverty.movementPage.residual"), align: "end", render: (row) => (row.values === null ? "—" : figureText(residual(row.values as unknown as MovementRow))) },
      ]}
    />
  );
}
