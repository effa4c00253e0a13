import { lazy, Suspense, useState } from "react";
import { Select } from "../../../web/design/form/select.tsx";
import { Hint, Section } from "../../../web/design/layout.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { Board } from "../../contract.ts";
import { markWords } from "../source/shown.ts";
import classes from "./board.module.css";
import { CommuneBars } from "./commune-bars.tsx";
import { CommuneTable } from "./commune-table.tsx";
import { CommuneTiles } from "./commune-tiles.tsx";
import { groupsOf } from "./groups.ts";
import type { PictureProps } from "./picture.ts";

const CommuneMap = lazy(() => import("./commune-map.tsx"));
const USUAL = "poverty.poor_rate";

/** The communes side by side in one number: map (or tiles, where the outlines of the day are not known) and sorted bars; then all in a table. */
export default function Communes({ board }: { board: Board }) {
  const t = useText();
  const { values, set } = useUrl();
  const [active, setActive] = useState<string>();
  const nameOf = (id: string): string => board.tiles.find((tile) => tile.indicator === id)?.name ?? id;
  const indicators = Object.keys(board.communes[0]!.figures);
  const indicator = indicators.find((id) => id === values["by"]) ?? (indicators.includes(USUAL) ? USUAL : indicators[0]!);
  const figures = board.communes.map((commune) => commune.figures[indicator]!);
  const marks = markWords([...new Set(figures.flatMap((figure) => figure.marks))], t);
  const picture: PictureProps = { communes: board.communes, indicator, name: nameOf(indicator), active, onPoint: setActive };
  const groups = groupsOf(figures);
  return (
    <Section title={t("indicators.board.communes", { count: board.communes.length })}>
      <div className={`${classes["choice"]} no-print`}>
        <Select label={t("indicators.board.compareBy")} options={indicators.map((id) => ({ value: id, label: nameOf(id) }))} value={indicator} onChange={(id) => set({ by: id === USUAL ? null : id }, "replace")} />
      </div>
      <h3>{marks ? t("indicators.board.pictureMarked", { name: nameOf(indicator), marks }) : nameOf(indicator)}</h3>
      <div className={classes["beside"]}>
        {board.bordersOfToday ? (
          <Suspense fallback={<div className={classes["chart"]} />}>
            <CommuneMap {...picture} groups={groups} />
          </Suspense>
        ) : (
          <div>
            <CommuneTiles {...picture} groups={groups} />
            <Hint>{t("indicators.board.map.notOfToday")}</Hint>
          </div>
        )}
        <CommuneBars {...picture} />
      </div>
      <CommuneTable board={board} nameOf={nameOf} />
    </Section>
  );
}
