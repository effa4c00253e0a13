import { dayText } from "../../../web/design/format.ts";
import { Columns, Section } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { Board } from "../../contract.ts";
import { FIELDS } from "../../rules/definition.ts";
import classes from "./board.module.css";
import { BoardTile } from "./board-tile.tsx";

export function Tiles({ board }: { board: Board }) {
  const t = useText();
  const groups = FIELDS.map((field) => ({ field, tiles: board.tiles.filter((tile) => tile.field === field) })).filter(({ tiles }) => tiles.length > 0);
  return (
    <Section title={t("indicators.board.results")}>
      {groups.map(({ field, tiles }) => (
        <div key={field}>
          {groups.length > 1 && <h3 className={classes["field"]}>{t(`indicators.board.field.${field}`)}</h3>}
          <Columns least={180}>
            {tiles.map((tile) => (
              <BoardTile key={tile.indicator} tile={tile} on={dayText(board.on)} />
            ))}
          </Columns>
        </div>
      ))}
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
