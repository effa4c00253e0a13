import classes from "./bar-list.module.css";
import { Figure } from "./figure.tsx";

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** beside the number: "81,1%" */
  readonly note?: string;
  readonly onOpen?: () => void;
}

/** Counts side by side as bars of one scale, each with its number as a door. The table beside it says the same in words. */
export function BarList({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <figure className={classes["figure"]} aria-label={label}>
      <ul className={classes["bars"]}>
        {bars.map(({ key, label: name, value, note, onOpen }) => (
          <li key={key} className={classes["bar"]}>
            <span className={classes["name"]}>{name}</span>
            <svg className={classes["picture"]} aria-hidden="true"><rect className={classes["ground"]} width="100%" height="16" y="2" /><rect className={classes["ink"]} width={`${(value / most) * 100}%`} height="16" y="2" /></svg>
            <span className={classes["value"]}><Figure label={name} value={value} {...(onOpen && { onOpen })} />{note && ` ${note}`}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
