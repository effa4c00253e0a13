import { Button } from "../../../web/design/button.tsx";
import { Hint } from "../../../web/design/layout.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { FigureDoor } from "../source/figure-door.tsx";
import classes from "./board.module.css";
import type { PictureProps } from "./picture.ts";

const FIRST = 20;

/** Communes by size of the number, the largest first; those without one are only counted. */
export function CommuneBars({ communes, indicator, name, active, onPoint }: PictureProps) {
  const t = useText();
  const { values, set } = useUrl();
  const sorted = communes
    .flatMap((commune) => {
      const figure = commune.figures[indicator]!;
      return figure.value === null ? [] : [{ commune, figure, size: Math.max(0, Number(figure.value)) }];
    })
    .toSorted((a, b) => Number(b.figure.value) - Number(a.figure.value));
  const most = Math.max(...sorted.map(({ size }) => size), 0) || 1;
  const shown = values["bars"] === "all" ? sorted : sorted.slice(0, FIRST);
  const without = communes.length - sorted.length;
  const pointing = (uid: string) => ({ onMouseEnter: () => onPoint(uid), onMouseLeave: () => onPoint(undefined), onFocus: () => onPoint(uid), onBlur: () => onPoint(undefined) });
  return (
    <div>
      <ol className={classes["bars"]} aria-label={t("indicators.board.bars", { name })}>
        {shown.map(({ commune, figure, size }) => (
          <li key={commune.uid} className={commune.uid === active ? classes["active"] : ""} {...pointing(commune.uid)}>
            <span>{commune.name}</span>
            <svg className={classes["bar"]} aria-hidden="true">
              <rect className={classes["ground"]} width="100%" height="12" />
              <rect className={classes["result"]} width={`${((size / most) * 100).toFixed(2)}%`} height="12" />
            </svg>
            <FigureDoor figure={figure} name={`${name}, ${commune.name}`} of={commune.uid} unit="none" unmarked />
          </li>
        ))}
      </ol>
      {sorted.length > shown.length && (
        <Button kind="quiet" size="small" onClick={() => set({ bars: "all" }, "replace")}>
          {t("indicators.board.bars.all", { count: sorted.length })}
        </Button>
      )}
      {without > 0 && <Hint>{t("indicators.board.bars.without", { count: without })}</Hint>}
    </div>
  );
}
