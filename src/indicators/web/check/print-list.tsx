import type { ShownTable } from "../../../exchange/table/contract.ts";
import { type Translate, useText } from "../../../web/text/text.tsx";
import type { Result } from "../../check/contract.ts";
import classes from "./check-figures.module.css";
import type { Row } from "./draft.ts";
import { cellsOf } from "./kinds.ts";
import { VerdictBadge } from "./result-view.tsx";

type FindResult = (row: Row) => { result: Result; changed: boolean } | undefined;

const saidIn = (row: Row, t: Translate): string =>
  row.text || [row.wording, ...cellsOf(row.kind).map(({ name, word }) => row.cells[name] && `${t(`indicators.checker.cell.${word ?? name}`)}: ${row.cells[name]}`)].filter(Boolean).join("; ");

/** The same lines for a workbook; a line changed since it was checked has no verdict. */
export function checkedTable(rows: readonly Row[], findResult: FindResult, t: Translate): ShownTable {
  return {
    title: t("indicators.checker.title"), lines: [],
    columns: ["line", "said", "kind", "verdict", "result"].map((column) => t(`indicators.checker.paper.${column}`)),
    rows: rows.map((row, at) => {
      const found = findResult(row);
      const result = found && !found.changed ? found.result : undefined;
      return [at + 1, saidIn(row, t), t(`indicators.checker.kind.${row.kind}`), result ? t(`indicators.checker.verdict.${result.verdict}`) : null, result ? [result.message, result.suggestion].filter(Boolean).join(" ") : null];
    }),
  };
}

/** What goes to paper: every line with its verdict, and no fields. */
export function PrintList({ rows, findResult }: { rows: readonly Row[]; findResult: FindResult }) {
  const t = useText();
  return (
    <table className={classes["paper"]}>
      <thead>
        <tr>
          {["line", "said", "kind", "result"].map((column) => (
            <th key={column}>{t(`indicators.checker.paper.${column}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => {
          const found = findResult(row);
          return (
            <tr key={row.key}>
              <td>{at + 1}</td>
              <td>{saidIn(row, t)}</td>
              <td>{t(`indicators.checker.kind.${row.kind}`)}</td>
              <td>
                {found && !found.changed && (
                  <>
                    <VerdictBadge verdict={found.result.verdict} /> {found.result.message} {found.result.suggestion}
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
