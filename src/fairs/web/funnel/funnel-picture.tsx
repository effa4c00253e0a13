import { figureText } from "../../../web/design/format.ts";
import { Section } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { LineView } from "../../funnel/contract.ts";
import classes from "./funnel.module.css";

const SHOWN = ["f3", "f4a", "f4b", "f5a", "f5b", "f6", "f7", "f8", "f9"] as const;
const [WIDTH, ROW, LEFT, RIGHT] = [640, 34, 210, 70] as const;

/** Distinct persons with a name solid, people counted without one hatched behind, touches as an open bar below: shapes and not colours tell them apart. */
export function FunnelPicture({ lines }: { lines: readonly LineView[] }) {
  const t = useText();
  const rows = SHOWN.map((step) => lines.find((line) => line.step === step)!);
  const most = Math.max(...rows.flatMap(({ persons, touches, tally }) => [persons + tally, touches + tally]), 1);
  const wide = (value: number) => (value / most) * (WIDTH - LEFT - RIGHT);
  if (rows.every(({ value }) => value === 0)) return null;
  return (
    <Section title={t("fairs.funnel.picture")}>
      <div className={classes["box"]}>
        <svg viewBox={`0 0 ${WIDTH} ${rows.length * ROW}`} className={classes["picture"]} role="img" aria-label={t("fairs.funnel.pictureLabel")}>
          <defs><pattern id="fair-tally" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" className={classes["ground"]} /><line x1="0" y1="0" x2="0" y2="6" className={classes["hatch"]} /></pattern></defs>
          {rows.map((row, i) => (
            <g key={row.step} transform={`translate(0 ${i * ROW})`}>
              <text x={LEFT - 8} y={20} textAnchor="end" className={classes["name"]}>{t(`fairs.funnel.short.${row.step}`)}</text>
              <rect x={LEFT} y={5} height={12} width={wide(row.persons)} className={classes["persons"]} />
              <rect x={LEFT + wide(row.persons)} y={5} height={12} width={wide(row.tally)} fill="url(#fair-tally)" className={classes["tally"]} />
              <rect x={LEFT} y={20} height={6} width={wide(row.touches)} className={classes["touches"]} />
              <text x={LEFT + wide(Math.max(row.persons + row.tally, row.touches)) + 6} y={18} className={classes["value"]}>{figureText(row.value)}</text>
            </g>
          ))}
        </svg>
      </div>
      <p className={classes["legend"]}>{t("fairs.funnel.legend")}</p>
    </Section>
  );
}
