import type { ReactNode } from "react";
import classes from "./layout.module.css";

type Gap = "tight" | "normal" | "wide";

/** Things below each other. */
export function Stack({ gap = "normal", children }: { gap?: Gap; children: ReactNode }) {
  return <div className={`${classes["stack"]} ${classes[gap]}`}>{children}</div>;
}

/** Things beside each other; they wrap when there is no room. */
export function Row({ gap = "normal", spread, children }: { gap?: Gap; spread?: boolean; children: ReactNode }) {
  return <div className={`${classes["row"]} ${classes[gap]} ${spread ? classes["spread"] : ""}`}>{children}</div>;
}

/** Equal columns at least `least` pixels wide; one column on a phone. */
export function Columns({ least = 260, children }: { least?: 180 | 260 | 360 | 480; children: ReactNode }) {
  return <div className={`${classes["columns"]} ${classes[`least${least}`]}`}>{children}</div>;
}

export function Section({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes["section"]} aria-label={title}>
      <div className={classes["head"]}>
        <h2>{title}</h2>
        {actions && <div className={`${classes["row"]} no-print`}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}

/** Small and soft: what explains a value. */
export function Hint({ children }: { children: ReactNode }) {
  return <p className={classes["hint"]}>{children}</p>;
}
