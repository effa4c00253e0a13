import classes from "./bullet-bar.module.css";

export interface BulletBarProps {
  readonly result: number;
  readonly plan?: number | null;
  readonly lastYear?: number | null;
  /** said to screen readers: "Kết quả 5,67%, kế hoạch 6%, năm trước 7,96%" */
  readonly label: string;
}

const WIDTH = 240;
const HEIGHT = 20;

/** Result as a bar, the plan as a tick, last year as a dot. Shapes, not colours, tell them apart. */
export function BulletBar({ result, plan, lastYear, label }: BulletBarProps) {
  const most = Math.max(result, plan ?? 0, lastYear ?? 0, 0) || 1;
  const at = (value: number) => (Math.max(value, 0) / (most * 1.08)) * WIDTH;
  return (
    <svg className={classes["bar"]} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} preserveAspectRatio="none">
      <rect className={classes["ground"]} x="0" y="4" width={WIDTH} height="12" />
      <rect className={classes["result"]} x="0" y="7" width={at(result)} height="6" />
      {plan !== null && plan !== undefined && <rect className={classes["plan"]} x={at(plan) - 1.5} y="1" width="3" height="18" />}
      {lastYear !== null && lastYear !== undefined && <circle className={classes["last"]} cx={Math.min(Math.max(at(lastYear), 4), WIDTH - 4)} cy="10" r="4" />}
    </svg>
  );
}
