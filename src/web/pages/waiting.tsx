import { useText } from "../text/text.tsx";
import classes from "./pages.module.css";

/** Shown only when loading takes longer than a blink. */
export function Waiting() {
  const t = useText();
  return (
    <p className={classes["waiting"]} role="status">
      {t("web.loading")}
    </p>
  );
}
