import { geoMercator, geoPath } from "d3-geo";
import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { areasRoutes } from "../../../areas/contract.ts";
import { useAnswer } from "../../../web/data.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { shownText } from "../source/shown.ts";
import { useSource } from "../source/source-state.ts";
import classes from "./board.module.css";
import { CommuneLegend, shadeOf } from "./commune-legend.tsx";
import type { Commune, PictureProps } from "./picture.ts";
import { groupOf, type Group } from "./groups.ts";

const [WIDTH, HEIGHT] = [560, 460];
const MARGIN = 12;
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

type Outline = Topology<{ communes: GeometryCollection<{ code: string }> }>;

interface Shape {
  readonly commune: Commune;
  readonly d: string;
}

/** The shapes of communes in their order; null when one of them has none, so that no map is half drawn. */
function shapesOf(outline: Outline, communes: readonly Commune[], indicator: string): Shape[] | null {
  const byCode = new Map(feature(outline, outline.objects.communes).features.map((one) => [one.properties.code, one]));
  const found = communes.map((commune) => ({ commune, shape: byCode.get(commune.code) }));
  if (found.some(({ shape }) => shape === undefined)) return null;
  const known = found.filter(({ commune }) => commune.figures[indicator]!.value !== null);
  // where few communes are known the map looks at them, not at the whole province
  const framed = known.length > 0 && known.length * 2 < found.length ? known : found;
  const frame: [[number, number], [number, number]] = [[MARGIN, MARGIN], [WIDTH - MARGIN, HEIGHT - MARGIN]];
  const path = geoPath(geoMercator().fitExtent(frame, { type: "FeatureCollection", features: framed.map(({ shape }) => shape!) })).digits(1);
  return found.map(({ commune, shape }) => ({ commune, d: path(shape!) ?? "" }));
}

/** Outlines of today's communes, darker for higher numbers. Tab comes to one commune, the arrows go on, Enter opens the source. */
export default function CommuneMap(props: PictureProps & { groups: readonly Group[] }) {
  const t = useText();
  const { communes, indicator, active, groups } = props;
  const { data, error, refetch } = useAnswer(areasRoutes.outline, {});
  const shapes = useMemo(() => (data ? shapesOf(data as Outline, communes, indicator) : undefined), [data, communes, indicator]);
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (shapes === undefined) return <div className={classes["chart"]} />;
  if (shapes === null) return <Hint>{t("indicators.board.map.none")}</Hint>;
  const pointed = communes.find((commune) => commune.uid === active);
  return (
    <figure className={classes["map"]}>
      <Shapes {...props} shapes={shapes} />
      <figcaption>
        <p className={classes["pointed"]}>{pointed ? `${pointed.name}: ${shownText(pointed.figures[indicator]!, t) ?? "—"}` : t("indicators.board.map.how")}</p>
        <CommuneLegend groups={groups} missing={communes.some((commune) => commune.figures[indicator]!.value === null)} />
        <Hint>{t("indicators.board.map.source")}</Hint>
      </figcaption>
    </figure>
  );
}

function Shapes({ shapes, indicator, name, active, onPoint, groups }: PictureProps & { shapes: readonly Shape[]; groups: readonly Group[] }) {
  const t = useText();
  const { open } = useSource();
  const [at, setAt] = useState(0);
  const svg = useRef<SVGSVGElement>(null);
  const hatch = useId();
  const onKeyDown = (event: KeyboardEvent, uid: string) => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      const next = Math.min(Math.max(at + step, 0), shapes.length - 1);
      setAt(next);
      svg.current!.querySelectorAll<SVGPathElement>("path[role]")[next]!.focus();
    } else if (event.key === "Enter" || event.key === " ") open(indicator, { of: uid });
    else return;
    event.preventDefault();
  };
  return (
    <svg ref={svg} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={t("indicators.board.map.label", { name })}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect className={classes["hatch"]} width="6" height="6" />
          <path d="M0 6L6 0" />
        </pattern>
      </defs>
      {shapes.map(({ commune, d }, i) => {
        const figure = commune.figures[indicator]!;
        const label = `${commune.name}: ${shownText(figure, t) ?? "—"}`;
        return (
          <path
            key={commune.uid}
            d={d}
            role="button"
            tabIndex={i === at ? 0 : -1}
            aria-label={`${label}. ${t("web.figure.open")}`}
            {...(figure.value === null && { fill: `url(#${hatch})` })}
            className={`${classes[shadeOf(groupOf(groups, figure), groups.length)]} ${commune.uid === active ? classes["active"] : ""}`}
            onClick={() => open(indicator, { of: commune.uid })}
            onKeyDown={(event) => onKeyDown(event, commune.uid)}
            onFocus={() => (setAt(i), onPoint(commune.uid))}
            onBlur={() => onPoint(undefined)}
            onMouseEnter={() => onPoint(commune.uid)}
            onMouseLeave={() => onPoint(undefined)}
          >
            <title>{label}</title>
          </path>
        );
      })}
    </svg>
  );
}
