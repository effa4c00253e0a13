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
    ...report, areaName: report.area.name, paragraphs: report.paragraphs.map(({ segments }) => ({ segments: segments.map(({ text, figure }) => ({ text, key: figure?.label })) })),
  });
  const indicators = new Map(report.paragraphs.flatMap(({ segments }) => segments.flatMap(({ figure }) => (figure ? [[figure.label, figure.indicator] as const] : []))));
  return (
    <PaperView
      paper={paper}
      run={({ key, text }) => (
        <button type="button" className={classes["number"]} aria-label={`${key}: ${text}. ${t("web.figure.open")}`} onClick={() => open(indicatorOf(indicators.get(key!)!))}>
          {text}
        </button>
      )}
    />
  );
}
