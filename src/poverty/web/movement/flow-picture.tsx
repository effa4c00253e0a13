import { figureText } from "../../../web/design/format.ts";
import { Section } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { MovementView } from "../../movement/contract.ts";
import classes from "./flow-picture.module.css";
import type { List } from "./movement-table.tsx";

const SIGN = [0, -1, -1, -1, 1, 1, 1, 1, 0] as const;
const [WIDTH, HEIGHT, FOOT] = [660, 200, 26];

interface Bar {
  readonly column: number;
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** Opening, what went down, what came up, closing: each bar begins where the one before it ended. */
function barsOf(values: readonly number[]): Bar[] {
  let level = values[0]!;
  return values.map((value, i): Bar => {
    const sign = SIGN[i]!;
    if (sign === 0) return { column: i + 1, value, from: 0, to: value };
    const bar = { column: i + 1, value, from: level, to: level + sign * value };
    level = bar.to;
    return bar;
  });
}

export function FlowPicture({ data, list }: { data: MovementView; list: List }) {
  const t = useText();
  const total = data.rows.at(-1);
  const values = (list === "poor" ? total?.poor : total?.nearPoor)?.households;
  if (!values || values[0]! + values[8]! === 0) return null;
  const bars = barsOf(values);
  const top = Math.max(...bars.flatMap(({ from, to }) => [from, to]));
  const y = (value: number) => 18 + (HEIGHT - FOOT - 18) * (1 - value / top);
  const step = WIDTH / bars.length;
  const name = (column: number) => t(`poverty.movementPage.${list}.c${column}`);
  return (
    <Section title={t("poverty.movementPage.flow")}>
      <div className={classes["box"]}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={classes["picture"]} role="img" aria-label={bars.map(({ column, value }) => `${name(column)}: ${figureText(value)}`).join("; ")}>
          {bars.map(({ column, value, from, to }) => (
            <g key={column}>
              <title>{`${name(column)}: ${figureText(value)}`}</title>
              <rect className={classes[SIGN[column - 1] === 0 ? "level" : SIGN[column - 1]! < 0 ? "down" : "up"]} x={(column - 1) * step + 8} width={step - 16} y={y(Math.max(from, to))} height={Math.max(1, Math.abs(y(from) - y(to)))} />
              <text className={classes["value"]} x={(column - 0.5) * step} y={y(Math.max(from, to)) - 4} textAnchor="middle">{figureText(value)}</text>
              <text className={classes["name"]} x={(column - 0.5) * step} y={HEIGHT - 8} textAnchor="middle">{column}</text>
            </g>
          ))}
        </svg>
      </div>
      <p className={classes["balance"]}>
        {t("poverty.movementPage.balance", {
          opening: values[0]!, out: values[1]! + values[2]! + values[3]!, in: values[4]! + values[5]! + values[6]! + values[7]!, closing: values[8]!,
        })}
      </p>
    </Section>
  );
}
