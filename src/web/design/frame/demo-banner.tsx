import { useText } from "../../text/text.tsx";
import classes from "./frame.module.css";

export function DemoBanner() {
  const t = useText();
  return (
    <p className={classes["demo"]} role="note">
      {t("web.demo.banner")}
    </p>
  );
}
