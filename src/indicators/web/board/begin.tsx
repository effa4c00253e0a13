import { LinkButton } from "../../../web/design/button.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText } from "../../../web/design/format.ts";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import type { Board } from "../../contract.ts";
import { mayPlan } from "../plans/choices.ts";
import classes from "./board.module.css";
import type { Standing } from "./standing.ts";
import { ToLatest } from "./to-latest.tsx";

/** An office without records: what belongs here, and the three things to begin with. */
export function Begin({ board, standing }: { board: Board; standing: Standing }) {
  const t = useText();
  const session = useSession();
  const actions = mayPlan(session) && (
    <>
      <LinkButton to="/import" kind="primary">
        {t("indicators.board.begin.import")}
      </LinkButton>
      <LinkButton to="/population">{t("indicators.board.begin.population")}</LinkButton>
      <LinkButton to="/plans">{t("indicators.board.begin.plans")}</LinkButton>
    </>
  );
  return (
    <EmptyState title={t("indicators.board.begin.title", { area: board.area.fullName, on: dayText(board.on) })} actions={actions}>
      <p>{t("indicators.board.begin.text")}</p>
      <ol className={classes["steps"]}>
        <li>{t("indicators.board.begin.step1")}</li>
        <li>{t("indicators.board.begin.step2")}</li>
        <li>{t("indicators.board.begin.step3")}</li>
      </ol>
      <ToLatest standing={standing} />
    </EmptyState>
  );
}
