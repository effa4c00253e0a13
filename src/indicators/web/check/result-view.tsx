import { type Pattern, StatusBadge } from "../../../web/design/status-badge.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { Result } from "../../check/contract.ts";
import classes from "./check-figures.module.css";

type Verdict = Result["verdict"];

/** Plain: nothing to do · dotted: look · striped: mend the words · solid: mend the number. */
const PATTERN: Readonly<Record<Verdict, Pattern>> = { consistent: "plain", rounding: "dotted", unknown: "dotted", misworded: "striped", inconsistent: "solid" };

export function VerdictBadge({ verdict, count }: { verdict: Verdict; count?: number }) {
  const t = useText();
  const word = t(`indicators.checker.verdict.${verdict}`);
  return <StatusBadge pattern={PATTERN[verdict]}>{count === undefined ? word : t("indicators.checker.counted", { word, count })}</StatusBadge>;
}

export function ResultView({ result, changed }: { result: Result; changed: boolean }) {
  const t = useText();
  return (
    <div className={changed ? classes["changed"] : classes["found"]}>
      <VerdictBadge verdict={result.verdict} />
      {changed && <p className={classes["soft"]}>{t("indicators.checker.changed")}</p>}
      <p>{result.message}</p>
      {result.suggestion && <p className={classes["suggestion"]}>{result.suggestion}</p>}
      <Implied result={result} />
      {result.hints.map((hint) => (
        <p key={hint.code + hint.message} className={classes["soft"]}>
          {t("indicators.checker.hint", { text: hint.message })}
        </p>
      ))}
      <Reckoning result={result} />
    </div>
  );
}

/** The message already tells what a missing number must be; of a wrong number it does not. */
function Implied({ result: { implied, reasons } }: { result: Result }) {
  const t = useText();
  if (!implied || reasons.some(({ code }) => code.startsWith("implied") || code === "noWhole")) return null;
  const field = t(`indicators.checker.cell.${implied.of}`);
  const { candidates } = implied;
  return (
    <p className={classes["soft"]}>
      {candidates
        ? t("indicators.checker.implied.count", { field, low: candidates.first, high: candidates.last, count: candidates.count })
        : t("indicators.checker.implied.range", { field, low: implied.low, high: implied.high })}
    </p>
  );
}

function Reckoning({ result: { computed, interval } }: { result: Result }) {
  const t = useText();
  if (computed.length === 0) return null;
  return (
    <details className="no-print">
      <summary>{t("indicators.checker.reckoning")}</summary>
      <ul className={classes["ways"]}>
        {computed.map((way) => (
          <li key={way.order}>
            {t(`indicators.checker.order.${way.order}`)}: {way.formula} = {way.value}
            {way.rounded !== way.value && ` ≈ ${way.rounded}`}
          </li>
        ))}
        {interval && interval.low !== interval.high && <li>{t("indicators.checker.interval", interval)}</li>}
      </ul>
    </details>
  );
}
