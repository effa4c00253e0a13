import { type ReactNode, useState } from "react";
import { useText } from "../../text/text.tsx";
import { useKeptFocus } from "../kept-focus.ts";
import { DemoBanner } from "./demo-banner.tsx";
import { useFocusOnNavigation } from "./focus.ts";
import classes from "./frame.module.css";
import { Head } from "./head.tsx";
import { BottomBar, Rail } from "./nav.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { UnshownErrors } from "./unshown-errors.tsx";

/** The frame of everybody who is signed in: rail, head, page; on a phone the rail is a bar at the bottom. */
export function AppFrame({ demo, children }: { demo: boolean; children: ReactNode }) {
  const t = useText();
  const [searching, setSearching] = useState(false);
  useFocusOnNavigation();
  useKeptFocus();
  useShortcuts(() => setSearching(true));
  return (
    <div className={classes["frame"]}>
      <a href="#main" className={classes["skip"]}>
        {t("web.skip")}
      </a>
      <Rail />
      <div className={classes["column"]}>
        {demo && <DemoBanner />}
        <Head searching={searching} onSearch={setSearching} />
        <main id="main" tabIndex={-1} className={classes["main"]}>
          <UnshownErrors />
          {children}
        </main>
      </div>
      <BottomBar />
    </div>
  );
}
