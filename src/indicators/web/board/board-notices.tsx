import { formatDecimalText } from "../../../kernel/text/number.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { capital } from "../../../web/design/format.ts";
import { Notice } from "../../../web/design/notice.tsx";
import { Link } from "../../../web/navigation.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import type { Board } from "../../contract.ts";
import { mayPlan } from "../plans/choices.ts";
import { useSource } from "../source/source-state.ts";
import classes from "./board.module.css";
import type { Standing } from "./standing.ts";
import { ToLatest } from "./to-latest.tsx";

/** What is missing, and sums that do not add up: told before the numbers, never smoothed. */
export function BoardNotices({ board, standing }: { board: Board; standing: Standing }) {
  return (
    <>
      {standing.reasons.length > 0 && <Lacking board={board} standing={standing} />}
      {board.residuals.length > 0 && <Residuals board={board} />}
    </>
  );
}

function Lacking({ board, standing }: { board: Board; standing: Standing }) {
  const t = useText();
  const session = useSession();
  const actions = mayPlan(session) && (
    <>
      <LinkButton to="/import" size="small">
        {t("indicators.board.begin.import")}
      </LinkButton>
      <LinkButton to="/population" size="small">
        {t("indicators.board.begin.population")}
      </LinkButton>
    </>
  );
  const none = standing.counted === 0;
  return (
    <Notice title={t(none ? "indicators.board.lacking.none" : "indicators.board.lacking.some", { area: board.area.fullName })} actions={actions}>
      {none && <p>{t("indicators.board.lacking.communes", { with: standing.communes, all: board.communes.length })}</p>}
      <ul className={classes["reasons"]}>
        {standing.reasons.map((reason) => (
          <li key={reason}>{capital(reason)}</li>
        ))}
      </ul>
      <ToLatest standing={standing} />
      <ToListed board={board} />
    </Notice>
  );
}

/** The smallest area in which every commune has its list. */
function ToListed({ board }: { board: Board }) {
  const t = useText();
  const { usual } = useSession();
  if (usual.on !== board.on || usual.withLists.length === 0 || usual.area.uid === board.area.uid || !usual.withLists.includes(board.area.uid)) return null;
  return (
    <p>
      <Link to="/board" search={{ area: usual.area.uid, on: usual.on }}>
        {t("indicators.board.listed", { area: usual.area.fullName })}
      </Link>
    </p>
  );
}

function Residuals({ board }: { board: Board }) {
  const t = useText();
  const { open } = useSource();
  return (
    <Notice kind="warn" title={t("indicators.board.residuals")}>
      <ul className={classes["reasons"]}>
        {board.residuals.map(({ indicator, kind, name, sum, total }) => (
          <li key={`${kind} ${indicator}`}>
            {t(`indicators.board.residual.${kind}`, { name, sum: formatDecimalText(sum), total: formatDecimalText(total) })}{" "}
            <Button kind="quiet" size="small" onClick={() => open(indicator)}>
              {t("indicators.board.residual.open")}
              <span className="visually-hidden">{`: ${name}`}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
