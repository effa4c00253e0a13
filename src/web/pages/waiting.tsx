import { useText } from "../text/text.tsx";
import classes from "./pages.module.css";

/** Shown only when loading takes longer than a blink. */
export function Waiting() {
  const t = useText();
  return <output className={classes["waiting"]}>{t("web.loading")}</output>;
}
