import { useText } from "../../../web/text/text.tsx";
import type { Result } from "../../check/contract.ts";
import classes from "./check-figures.module.css";
import type { Row } from "./draft.ts";
import { cellsOf } from "./kinds.ts";
import { VerdictBadge } from "./result-view.tsx";

/** What goes to paper: every line with its verdict, and no fields. */
export function PrintList({ rows, findResult }: { rows: readonly Row[]; findResult: (row: Row) => { result: Result; changed: boolean } | undefined }) {
  const t = useText();
  const said = (row: Row): string =>
    row.text || [row.wording, ...cellsOf(row.kind).map(({ name, word }) => row.cells[name] && `${t(`indicators.checker.cell.${word ?? name}`)}: ${row.cells[name]}`)].filter(Boolean).join("; ");
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
              <td>{said(row)}</td>
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
