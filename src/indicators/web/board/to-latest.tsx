import { dayText } from "../../../web/design/format.ts";
import { Link } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { Standing } from "./standing.ts";

/** Offers the latest year that has numbers; the day is never changed by itself. */
export function ToLatest({ standing: { latest } }: { standing: Standing }) {
  const t = useText();
  if (!latest) return null;
  return (
    <p>
      <Link to="/board" search={{ on: latest.on }}>
        {t("indicators.board.latest", { on: dayText(latest.on) })}
      </Link>
    </p>
  );
}
