import { Columns } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { Counts } from "../../household-list/contract.ts";
import { countGroups } from "./count-lines.ts";
import classes from "./import.module.css";

/** What a list holds and what becomes of it, as sentences. */
export function CountList({ counts }: { counts: Counts }) {
  const t = useText();
  return (
    <Columns least={360}>
      {countGroups(counts).map((group) => (
        <div key={group.key} className={classes["group"]}>
          <h3>{t(`poverty.import.group.${group.key}`)}</h3>
          <ul>
            {group.lines.map((line) => (
              <li key={line.key}>{t(line.key, line.values)}</li>
            ))}
          </ul>
        </div>
      ))}
    </Columns>
  );
}
