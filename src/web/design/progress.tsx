import { figureText } from "./format.ts";
import { useText } from "../text/text.tsx";
import { Button } from "./button.tsx";
import classes from "./progress.module.css";

export interface ProgressProps {
  /** what is being done: "Đang đọc tệp" */
  readonly label: string;
  readonly done: number;
  /** undefined while it is not known */
  readonly total?: number;
  readonly secondsLeft?: number;
  readonly onCancel?: () => void;
}

/** Long work: how far, how long, and a way out. */
export function Progress({ label, done, total, secondsLeft, onCancel }: ProgressProps) {
  const t = useText();
  const part = total ? `${figureText(done)} / ${figureText(total)}` : figureText(done);
  return (
    <div className={classes["progress"]}>
      <div className={classes["head"]}>
        <span>{label}</span>
        <span className="numbers">
          {part}
          {secondsLeft !== undefined && ` · ${t("web.progress.left", { seconds: Math.ceil(secondsLeft) })}`}
        </span>
      </div>
      <progress className={classes["bar"]} aria-label={label} value={total ? done : undefined} max={total} />
      {onCancel && (
        <div>
          <Button size="small" onClick={onCancel}>
            {t("web.progress.cancel")}
          </Button>
        </div>
      )}
    </div>
  );
}
