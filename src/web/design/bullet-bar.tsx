import classes from "./bullet-bar.module.css";

export interface BulletBarProps {
  readonly result: number;
  readonly plan?: number | null;
  readonly lastYear?: number | null;
  /** said to screen readers: "Kết quả 5,67%, kế hoạch 6%, năm trước 7,96%" */
  readonly label: string;
}

/** Result as a bar, the plan as a tick, last year as a dot. Shapes, not colours, tell them apart. */
export function BulletBar({ result, plan, lastYear, label }: BulletBarProps) {
  const most = Math.max(result, plan ?? 0, lastYear ?? 0, 0) || 1;
  const at = (value: number) => `${((Math.max(value, 0) / most) * 94).toFixed(2)}%`;
  return (
    <svg className={classes["bar"]} role="img" aria-label={label}>
      <rect className={classes["ground"]} x="0" y="4" width="100%" height="12" />
      <rect className={classes["result"]} x="0" y="7" width={at(result)} height="6" />
      {isGiven(plan) && <line className={classes["plan"]} x1={at(plan)} x2={at(plan)} y1="1" y2="19" />}
      {isGiven(lastYear) && <circle className={classes["last"]} cx={at(lastYear)} cy="10" r="4" />}
    </svg>
  );
}

const isGiven = (value: number | null | undefined): value is number => value !== null && value !== undefined;
