import { useText } from "../../../web/text/text.tsx";
import { narrow } from "../source/shown.ts";
import classes from "./board.module.css";
import type { Group } from "./groups.ts";

/** The darker, the higher; what is missing is hatched. */
export function CommuneLegend({ groups, missing }: { groups: readonly Group[]; missing: boolean }) {
  const t = useText();
  return (
    <p className={classes["legend"]}>
      {groups.map(({ from, to }, at) => (
        <span key={from} className="numbers">
          <span className={`${classes["swatch"]} ${classes[shadeOf(at, groups.length)]}`} aria-hidden="true" />
          {from === to ? narrow(from, t) : `${narrow(from, t)} – ${narrow(to, t)}`}
        </span>
      ))}
      {missing && (
        <span>
          <span className={`${classes["swatch"]} ${classes["unknown"]}`} aria-hidden="true" />
          {t("indicators.board.map.missing")}
        </span>
      )}
    </p>
  );
}

const SHADES = 5;

/** The shade of a group: the whole range of shades is used, also by fewer groups. */
export const shadeOf = (group: number | undefined, groups: number): string => {
  if (group === undefined) return "unknown";
  return `shade${groups === 1 ? 2 : Math.round((group * (SHADES - 1)) / (groups - 1))}`;
};
