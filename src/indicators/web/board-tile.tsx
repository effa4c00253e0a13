import { Tile } from "../../web/design/tile.tsx";
import { useText, type Translate } from "../../web/text/text.tsx";
import type { Tile as TileView } from "../contract.ts";
import { kindOf, markWords, shortPoints } from "./kinds.ts";
import { useSource } from "./source-state.ts";

/** For drawing only; the text is exact. */
const size = (value: string | null | undefined): number | null => (value === null || value === undefined ? null : Number(value));

function planWords({ plan, percentOfPlan, planMet }: TileView, t: Translate): string {
  if (!plan) return "";
  const reached = percentOfPlan?.text ? t("indicators.plan.reached", { percent: percentOfPlan.text }) : planMet === null ? "" : t(planMet ? "indicators.plan.met" : "indicators.plan.notMet");
  return [t("indicators.plan.is", { plan: plan.text }), reached].filter(Boolean).join(": ");
}

function beforeWords({ nature, before, percentOfSamePeriod }: TileView, t: Translate): string {
  if (!before.text) return "";
  const was = t(nature === "flow" ? "indicators.before.flow" : "indicators.before.level", { before: before.text });
  return percentOfSamePeriod?.text ? `${was} (${t("indicators.before.percent", { percent: percentOfSamePeriod.text })})` : was;
}

/** One indicator: the number, a bullet bar with plan and last year where there is something to compare, and the words for it. */
export function BoardTile({ tile }: { tile: TileView }) {
  const t = useText();
  const source = useSource();
  const { figure, before, plan } = tile;
  const words = [planWords(tile, t), beforeWords(tile, t)].filter(Boolean);
  const comparable = figure.value !== null && (plan !== null || before.value !== null);
  const bar = comparable && {
    bar: { result: Number(figure.value), plan: size(plan?.value), lastYear: size(before.value), label: [`${tile.name}: ${figure.text}`, ...words].join(", ") },
  };
  const note = figure.missing ? t("indicators.noNumber") : figure.marks.length > 1 ? markWords(figure.marks, t) : null;
  return (
    <Tile
      label={tile.name}
      value={shortPoints(figure.text)}
      unit={figure.unitName}
      kind={kindOf(figure.marks)}
      onOpen={() => source.open(tile.indicator)}
      {...bar}
      compare={words.map((one) => <div key={one}>{one}</div>)}
      note={note}
    />
  );
}
