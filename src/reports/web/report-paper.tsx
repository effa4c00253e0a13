import { useSource } from "../../indicators/web/public.tsx";
import { Paper } from "../../web/design/paper.tsx";
import { useText } from "../../web/text/text.tsx";
import type { Narrative } from "../contract.ts";
import classes from "./report.module.css";

/** The paper's text; every number in it opens to its source. Papers are in Vietnamese in every language of the screen. */
export function ReportPaper({ report }: { report: Narrative }) {
  const t = useText();
  const source = useSource();
  return (
    <Paper label={report.title}>
      <div lang="vi">
        <p className={classes["kind"]}>BÁO CÁO</p>
        <h2 className={classes["subject"]}>{report.title.replace(/^Báo cáo k/, "K")}</h2>
        {report.paragraphs.map((paragraph) => (
          <p key={paragraph.id} className={classes["paragraph"]}>
            {paragraph.segments.map((segment, i) => {
              const { figure } = segment;
              if (!figure) return <span key={i}>{segment.text}</span>;
              const [indicator] = figure.indicator.split("#");
              return (
                <button key={i} type="button" className={classes["number"]} aria-label={`${figure.label}: ${segment.text}. ${t("web.figure.open")}`} onClick={() => source.open(indicator!)}>
                  {segment.text}
                </button>
              );
            })}
          </p>
        ))}
      </div>
    </Paper>
  );
}
