import { useText } from "../../text/text.tsx";
import classes from "./data-table.module.css";

const LINES = ["a", "b", "c", "d", "e", "f"];

export function SkeletonRows({ columns }: { columns: number }) {
  const t = useText();
  return (
    <tr>
      <td colSpan={columns}>
        <span className="visually-hidden">{t("web.loading")}</span>
        {LINES.map((line) => (
          <span key={line} className={classes["skeleton"]} />
        ))}
      </td>
    </tr>
  );
}
