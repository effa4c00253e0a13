import { useText } from "../../text/text.tsx";
import classes from "./frame.module.css";

export function DemoBanner() {
  const t = useText();
  return (
    <aside className={classes["demo"]} aria-label={t("web.demo.title")}>
      {t("web.demo.banner")}
    </aside>
  );
}
