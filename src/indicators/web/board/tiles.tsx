import { dayText } from "../../../web/design/format.ts";
import { Columns, Section } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { Board } from "../../contract.ts";
import classes from "./board.module.css";
import { BoardTile } from "./board-tile.tsx";

export function Tiles({ board }: { board: Board }) {
  const t = useText();
  return (
    <Section title={t("indicators.board.results")}>
      <Columns least={180}>
        {board.tiles.map((tile) => (
          <BoardTile key={tile.indicator} tile={tile} on={dayText(board.on)} />
        ))}
      </Columns>
      <p className={classes["legend"]} aria-hidden="true">
        <span>
          <svg className={classes["key"]}><rect className={classes["result"]} y="4" width="24" height="6" /></svg>
          {t("indicators.board.legend.result")}
        </span>
        <span>
          <svg className={classes["key"]}><line className={classes["plan"]} x1="12" x2="12" y1="0" y2="14" /></svg>
          {t("indicators.board.legend.plan")}
        </span>
        <span>
          <svg className={classes["key"]}><circle className={classes["before"]} cx="12" cy="7" r="4" /></svg>
          {t("indicators.board.legend.before")}
        </span>
      </p>
    </Section>
  );
}
