import type { ReactNode } from "react";
import { Link } from "../../navigation.tsx";
import { useText } from "../../text/text.tsx";
import { useKeptFocus } from "../kept-focus.ts";
import { LanguageSwitch } from "../language-switch.tsx";
import { DemoBanner } from "./demo-banner.tsx";
import classes from "./frame.module.css";

/** The frame of open pages: name, language, the way to sign in. */
export function OpenFrame({ demo, signIn, children }: { demo: boolean; signIn?: boolean; children: ReactNode }) {
  const t = useText();
  useKeptFocus();
  return (
    <div className={classes["open"]}>
      <a href="#main" className={classes["skip"]}>
        {t("web.skip")}
      </a>
      {demo && <DemoBanner />}
      <header className={classes["openHead"]}>
        <Link to="/login" className={classes["product"] ?? ""}>
          {t("web.product")}
        </Link>
        <span className={classes["tagline"]}>{t("web.tagline")}</span>
        <span className={classes["end"]}>
          {signIn && <Link to="/login">{t("accounts.signIn.title")}</Link>}
          <LanguageSwitch />
        </span>
      </header>
      <main id="main" tabIndex={-1} className={classes["main"]}>
        {children}
      </main>
    </div>
  );
}
