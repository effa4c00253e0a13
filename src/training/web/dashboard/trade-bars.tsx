import { useText } from "../../../web/text/text.tsx";
import { PARTS, partsOf, type Trade } from "./parts.ts";
import classes from "./trade-bars.module.css";

/** One bar a trade, as long as its graduates are many; parts differ by pattern, so that it reads in grey. The table below says the same. */
export function TradeBars({ trades }: { trades: readonly Trade[] }) {
  const t = useText();
  const shown = trades.filter(({ graduates }) => graduates > 0);
  const most = Math.max(1, ...shown.map(({ graduates }) => graduates));
  if (shown.length === 0) return null;
  return (
    <figure className={classes["figure"]}>
      <ul className={classes["bars"]}>
        {shown.map((trade) => {
          const parts = partsOf(trade);
          let at = 0;
          return (
            <li key={trade.code} className={classes["bar"]}>
              <span className={classes["name"]}>{trade.name}</span>
              <svg className={classes["picture"]} role="img" aria-label={t("training.board.barOf", { trade: trade.name, ...parts })}>
                <defs>
                  <pattern id={`stripes-${trade.code}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect className={classes["ground"]} width="6" height="6" /><rect className={classes["ink"]} width="2" height="6" /></pattern>
                  <pattern id={`dots-${trade.code}`} width="6" height="6" patternUnits="userSpaceOnUse"><rect className={classes["ground"]} width="6" height="6" /><circle className={classes["ink"]} cx="3" cy="3" r="1.2" /></pattern>
                </defs>
                {PARTS.map((part) => {
                  const [x, width] = [at, (parts[part] / most) * 100];
                  at += width;
                  const fill = part === "notInWork" ? `url(#stripes-${trade.code})` : part === "lost" ? `url(#dots-${trade.code})` : undefined;
                  return width > 0 && <rect key={part} className={classes[part]} x={`${x}%`} y="2" width={`${width}%`} height="16" {...(fill && { fill })} />;
                })}
              </svg>
            </li>
          );
        })}
      </ul>
      <figcaption className={classes["legend"]}>
        {PARTS.map((part) => <span key={part}><span className={`${classes["key"]} ${classes[`${part}Key`]}`} aria-hidden="true" />{t(`training.board.part.${part}`)}</span>)}
      </figcaption>
    </figure>
  );
}
