import type { ReactNode } from "react";
import { BulletBar, type BulletBarProps } from "./bullet-bar.tsx";
import { Figure, type FigureProps } from "./figure.tsx";
import classes from "./tile.module.css";

export interface TileProps extends Omit<FigureProps, "size"> {
  /** "134,7% kế hoạch · giảm 900 hộ so với năm trước" */
  readonly compare?: ReactNode;
  readonly bar?: BulletBarProps;
  /** "Số liệu tính đến ngày 14/12/2023" */
  readonly note?: ReactNode;
}

export function Tile({ compare, bar, note, ...figure }: TileProps) {
  return (
    <div className={classes["tile"]}>
      <p className={classes["label"]}>{figure.label}</p>
      <Figure {...figure} size="large" />
      {bar && <BulletBar {...bar} />}
      {compare && <div className={classes["compare"]}>{compare}</div>}
      {note && <div className={classes["note"]}>{note}</div>}
    </div>
  );
}
