import type { ReactNode } from "react";
import { dayText } from "./format.ts";
import classes from "./timeline.module.css";

export interface TimelineEvent {
  readonly id: string;
  /** the day it happened: "2023-12-31" */
  readonly on: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** voided or ended: struck through, never hidden */
  readonly voided?: boolean;
}

/** Everything that happened, the latest first. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol className={classes["line"]}>
      {events.map((event) => (
        <li key={event.id} className={classes["event"]}>
          <span className={`numbers ${classes["day"]}`}>{dayText(event.on)}</span>
          <div className={classes["what"]}>
            {event.voided ? <s>{event.title}</s> : <span>{event.title}</span>}
            {event.detail && <div className={classes["detail"]}>{event.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
