import { indicatorOf, useSource } from "../../indicators/web/public.tsx";
import { PaperView } from "../../papers/web/public.tsx";
import { useText } from "../../web/text/text.tsx";
import type { Narrative } from "../contract.ts";
import { narrativePapers } from "../rules/narrative-papers.ts";
import classes from "./report.module.css";

/** The report as its Word file prints it; every number in it opens to its source. Papers are in Vietnamese in every language of the screen. */
export function ReportPaper({ report }: { report: Narrative }) {
  const t = useText();
  const { open } = useSource();
  const [paper] = narrativePapers({
    ...report, areaName: report.area.name, paragraphs: report.paragraphs.map(({ id, segments }) => ({ id, segments: segments.map(({ text, figure }) => ({ text, key: figure?.label })) })),
  });
  const figures = new Map(report.paragraphs.flatMap(({ segments }) => segments.flatMap(({ figure }) => (figure ? [[figure.label, figure] as const] : []))));
  const openFigure = (label: string) => {
    const { indicator, year } = figures.get(label)!;
    open(indicatorOf(indicator), { at: year === null ? undefined : `${year}-12-31` });
  };
  return (
    <PaperView
      paper={paper}
      run={({ key, text }) => (
        <button type="button" className={classes["number"]} aria-label={`${key}: ${text}. ${t("web.figure.open")}`} onClick={() => openFigure(key!)}>
          {text}
        </button>
      )}
    />
  );
}
