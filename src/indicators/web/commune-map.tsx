import { geoMercator, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { areasRoutes } from "../../areas/contract.ts";
import { useAnswer } from "../../web/data.ts";
import { Hint } from "../../web/design/layout.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { useText } from "../../web/text/text.tsx";
import type { Board } from "../contract.ts";
import classes from "./board.module.css";
import { stepsOf } from "./steps.ts";

const [WIDTH, HEIGHT] = [560, 460];

type Outline = Topology<{ communes: GeometryCollection<{ code: string; name: string }> }>;

/** Outlines of today's communes, shaded by the rate in five steps; what is not known stays white. The bars and the table say the same. */
export default function CommuneMap({ communes, indicator }: { communes: Board["communes"]; indicator: string }) {
  const t = useText();
  const { data, error } = useAnswer(areasRoutes.outline, {});
  if (!data) return error ? <ErrorNotice error={error} /> : <div className={classes["chart"]} />;
  const codes = new Map(communes.map((commune) => [commune.code, commune]));
  const outline = data as Outline;
  const { features } = feature(outline, outline.objects.communes);
  const shown = features.filter((one) => codes.has(one.properties.code));
  if (shown.length < communes.length) return <Hint>{t("indicators.map.none")}</Hint>;
  const known = shown.filter((one) => codes.get(one.properties.code)!.figures[indicator]!.value !== null);
  // where few communes are known the map looks at them, not at the whole province
  const framed = known.length > 0 && known.length * 2 < shown.length ? known : shown;
  const margins: [[number, number], [number, number]] = [[16, 16], [WIDTH - 16, HEIGHT - 16]];
  const path = geoPath(geoMercator().fitExtent(margins, { type: "FeatureCollection", features: framed }));
  const { steps, stepOf } = stepsOf(communes.flatMap((one) => one.figures[indicator]!.value ?? []));
  const name = (code: string): string => {
    const commune = codes.get(code)!;
    return `${commune.name}: ${commune.figures[indicator]!.text ?? "—"}`;
  };
  return (
    <figure className={classes["map"]}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t("indicators.map.picture")}>
        {shown.map((one) => {
          const value = codes.get(one.properties.code)!.figures[indicator]!.value;
          return (
            <path key={one.properties.code} d={path(one) ?? ""} className={value === null ? classes["unknown"] : classes[`step${stepOf(value)}`]}>
              <title>{name(one.properties.code)}</title>
            </path>
          );
        })}
      </svg>
      <figcaption>
        <div className={classes["legend"]}>
          {steps.map((words, i) => (
            <span key={words}><svg className={classes["swatch"]} aria-hidden="true"><rect width="20" height="12" className={classes[`step${i}`]} /></svg>{words}</span>
          ))}
          <span><svg className={classes["swatch"]} aria-hidden="true"><rect width="20" height="12" className={classes["unknown"]} fill="none" /></svg>{t("indicators.map.unknown")}</span>
        </div>
        <Hint>{t("indicators.map.source")}</Hint>
      </figcaption>
    </figure>
  );
}
