import { useText } from "../../../web/text/text.tsx";
import { shownText } from "../source/shown.ts";
import { useSource } from "../source/source-state.ts";
import classes from "./board.module.css";
import { CommuneLegend, shadeOf } from "./commune-legend.tsx";
import type { PictureProps } from "./picture.ts";
import { groupOf, type Group } from "./groups.ts";

/** In place of a map where the outlines of the day are not known: a tile for each commune, shaded the same way. */
export function CommuneTiles({ communes, indicator, name, active, onPoint, groups }: PictureProps & { groups: readonly Group[] }) {
  const t = useText();
  const { open } = useSource();
  return (
    <>
      <ul className={classes["mosaic"]} aria-label={t("indicators.board.mosaic", { name })}>
        {communes.map((commune) => {
          const figure = commune.figures[indicator]!;
          const text = shownText(figure, t) ?? "—";
          return (
            <li key={commune.uid}>
              <button
                type="button"
                className={`${classes[shadeOf(groupOf(groups, figure), groups.length)]} ${commune.uid === active ? classes["active"] : ""}`}
                title={figure.missing?.message}
                onClick={() => open(indicator, { of: commune.uid })}
                onMouseEnter={() => onPoint(commune.uid)}
                onMouseLeave={() => onPoint(undefined)}
                onFocus={() => onPoint(commune.uid)}
                onBlur={() => onPoint(undefined)}
              >
                <span>{commune.name} </span>
                <b className="numbers">{text}</b>
                <span className="visually-hidden">{`. ${t("web.figure.open")}`}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <CommuneLegend groups={groups} missing={communes.some((commune) => commune.figures[indicator]!.value === null)} />
    </>
  );
}
