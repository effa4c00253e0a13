import classes from "./data-table.module.css";

const ROWS = ["a", "b", "c", "d", "e", "f"];

export function SkeletonRows({ columns }: { columns: number }) {
  return ROWS.map((row) => (
    <tr key={row} role="row" aria-hidden="true">
      <td role="cell" colSpan={columns}>
        <span className={classes["skeleton"]} />
      </td>
    </tr>
  ));
}
