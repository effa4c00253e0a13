import type { ReactNode } from "react";
import type { BulletBarProps } from "../../../web/design/bullet-bar.tsx";
import { Figure } from "../../../web/design/figure.tsx";
import { Tile } from "../../../web/design/tile.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import type { PlanView, Tile as TileView } from "../../contract.ts";
import { FigureDoor } from "../source/figure-door.tsx";
import { kindOf, markWords, narrow, numberAndUnit } from "../source/shown.ts";
import { useSource } from "../source/source-state.ts";
import classes from "./board.module.css";
import { changeOf } from "./change.ts";

/** For drawing only; what is read is exact. */
const drawn = (value: string | null | undefined): number | null => (value === null || value === undefined ? null : Number(value));

const beforeWord = ({ nature }: TileView, t: Translate): string => t(nature === "flow" ? "indicators.board.before.flow" : "indicators.board.before.level");

function barOf(tile: TileView, t: Translate): BulletBarProps | undefined {
  const { figure, plan, before, name } = tile;
  if (figure.value === null || (plan === null && before.value === null)) return undefined;
  const label = [
    t("indicators.board.bar", { name, text: narrow(figure.text!, t) }),
    ...(plan ? [`${t("indicators.board.plan")} ${narrow(plan.text, t)}`] : []),
    ...(before.text ? [`${beforeWord(tile, t)} ${narrow(before.text, t)}`] : []),
  ].join(", ");
  return { result: Number(figure.value), plan: drawn(plan?.value), lastYear: drawn(before.value), label };
}

/** The number, its bar, and line by line what it is compared with; each number opens the source. */
export function BoardTile({ tile, on }: { tile: TileView; on: string }) {
  const t = useText();
  const { open } = useSource();
  const { figure, indicator, name } = tile;
  const { number, unit } = numberAndUnit(figure, t);
  const bar = barOf(tile, t);
  const further = figure.marks.slice(1);
  return (
    <Tile
      label={name}
      value={number}
      unit={unit}
      kind={kindOf(figure.marks)}
      onOpen={() => open(indicator)}
      {...(bar && { bar })}
      compare={figure.missing ? <Missing tile={tile} reason={figure.missing.message} /> : <Comparisons tile={tile} />}
      note={[t("indicators.board.asOf", { on }), ...(further.length > 0 ? [markWords(further, t)] : [])].join(" · ")}
    />
  );
}

/** Without a number: why, and what is aimed at all the same. */
function Missing({ tile, reason }: { tile: TileView; reason: string }) {
  const t = useText();
  return (
    <>
      <p className={classes["reason"]}>{t("indicators.source.missing", { reason })}</p>
      {tile.plan && (
        <dl className={classes["lines"]}>
          <PlanLine tile={tile} plan={tile.plan} />
        </dl>
      )}
    </>
  );
}

function PlanLine({ tile: { indicator, name }, plan }: { tile: TileView; plan: PlanView }) {
  const t = useText();
  const { open } = useSource();
  return (
    <Line label={t("indicators.board.plan")}>
      <Figure value={narrow(plan.text, t)} kind={kindOf([plan.kind])} label={`${t("indicators.board.plan")}, ${name}`} onOpen={() => open(indicator)} />
    </Line>
  );
}

function Comparisons({ tile }: { tile: TileView }) {
  const t = useText();
  const { plan, percentOfPlan, planMet, before, term, indicator, name } = tile;
  return (
    <dl className={classes["lines"]}>
      {plan && <PlanLine tile={tile} plan={plan} />}
      {percentOfPlan && (
        <Line label={t("indicators.board.reached")}>
          <FigureDoor figure={percentOfPlan} name={`${t("indicators.source.percentOfPlan")}, ${name}`} unmarked />
        </Line>
      )}
      {term && (
        <Line label={t("indicators.board.term", { years: term.years })}>
          <FigureDoor figure={term.slice} name={`${t("indicators.board.term", { years: term.years })}, ${name}`} unmarked />
        </Line>
      )}
      {planMet !== null && <Line label={t("indicators.board.plan.state")}>{t(planMet ? "indicators.board.plan.met" : "indicators.board.plan.notMet")}</Line>}
      <Line label={beforeWord(tile, t)}>
        <FigureDoor figure={{ ...before, indicator }} name={`${beforeWord(tile, t)}, ${name}`} unit="none" unmarked />
      </Line>
      <ChangeLine tile={tile} />
    </dl>
  );
}

function ChangeLine({ tile }: { tile: TileView }) {
  const t = useText();
  const { open } = useSource();
  const { figure, before, indicator, name, nature, unit } = tile;
  const change = nature === "level" ? changeOf(figure, before) : null;
  if (!change) return null;
  const word = t(`indicators.board.change.${change.way}`);
  return (
    <Line label={word}>
      <Figure value={change.amount} unit={unit === "%" ? t("indicators.board.points") : figure.unitName} label={`${name}, ${word}`} onOpen={() => open(indicator)} />
    </Line>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
