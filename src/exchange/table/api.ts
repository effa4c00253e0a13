import { api, type Api, type Services } from "../../platform/feature.ts";
import { exportList } from "../export-list.ts";
import type { WrittenColumn } from "../write-workbook.ts";
import { tableRoutes, type CellText, type ShownTable } from "./contract.ts";

const NARROWEST = 10;
const WIDEST = 48;

const decimalsOf = (value: number): number => String(value).split(".")[1]?.length ?? 0;

/** As wide as its longest text; a column of numbers has as many decimals as the longest of them. */
function columnOf({ columns, rows }: ShownTable, at: number): WrittenColumn {
  const cells = rows.map((row): CellText => row[at] ?? null).filter((cell) => cell !== null);
  const header = columns[at]!;
  const longest = cells.reduce<number>((most, cell) => Math.max(most, String(cell).length), 0);
  const width = Math.min(WIDEST, Math.max(NARROWEST, longest + 2, Math.min(header.length + 2, 20)));
  const numbers = cells.filter((cell) => typeof cell === "number");
  if (numbers.length > 0) return { header, width, type: "number", decimals: Math.min(6, Math.max(...numbers.map(decimalsOf))) };
  return { header, width, type: longest > WIDEST ? "wrapped" : "text" };
}

/** What a page shows as a table, as a workbook. The page has it from reads within the actor's scope; the trail says who took out which table. */
export function tableApi(services: Services): Api {
  return api(tableRoutes, {
    exportTable: ({ actor, body, commandId }) =>
      exportList(services, actor, { commandId, name: "exchange.exportTable", input: body, meta: { title: body.title } }, async () => ({
        fileName: body.title,
        rows: body.rows.length,
        sheet: { name: body.title, title: [body.title, ...body.lines], columns: body.columns.map((_, at) => columnOf(body, at)), rows: body.rows },
      })),
  });
}
