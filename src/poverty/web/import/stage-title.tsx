import { useEffect, useRef } from "react";
import { figureText } from "../../../web/design/format.ts";
import { useText } from "../../../web/text/text.tsx";
import classes from "./import.module.css";
import type { Stage } from "./use-import.ts";

/** Where an import is; the keyboard goes on from here when it changes. */
export function StageTitle({ stage }: { stage: Stage }) {
  const t = useText();
  const title = useRef<HTMLHeadingElement>(null);
  const before = useRef(stage);
  useEffect(() => {
    if (before.current === stage) return;
    before.current = stage;
    title.current?.focus();
  }, [stage]);
  return (
    <h2 ref={title} tabIndex={-1} className={classes["stage"]}>
      {t(`poverty.import.stage.${stage}`)}
    </h2>
  );
}

/** Reads out how far it is: not each row, each quarter. */
export function SpokenProgress({ label, done, total }: { label: string; done: number; total: number }) {
  const t = useText();
  const quarter = total > 0 ? Math.floor((done * 4) / total) * 25 : 0;
  return <output className="visually-hidden">{quarter > 0 ? t("poverty.import.spoken", { label, percent: figureText(quarter) }) : label}</output>;
}
