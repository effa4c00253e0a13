import { useSource } from "../../indicators/web/public.tsx";
import { Paper } from "../../web/design/paper.tsx";
import { useText } from "../../web/text/text.tsx";
import type { Narrative } from "../contract.ts";
import { issuerOf, KIND, MOTTO, NATION, NO_TRAINING_RECORDS, placeOf, POVERTY, subjectOf, SYMBOL, TRAINING_AND_JOBS } from "../rules/official-form.ts";
import classes from "./report.module.css";

/** The report as its Word file prints it; every number in it opens to its source. Papers are in Vietnamese in every language of the screen. */
export function ReportPaper({ report }: { report: Narrative }) {
  const t = useText();
  const source = useSource();
  return (
    <Paper label={report.title}>
      <div lang="vi">
        <div className={classes["head"]}>
          <div>
            <p className={classes["strong"]}>{issuerOf(report.area.name)}</p>
            <p>{`Số:       /${SYMBOL}`}</p>
          </div>
          <div>
            <p className={classes["strong"]}>{NATION}</p>
            <p className={classes["strong"]}>{MOTTO}</p>
            <p className={classes["date"]}>{`${placeOf(report.area.name)}, ngày      tháng      năm`}</p>
          </div>
        </div>
        <p className={classes["draft"]}>DỰ THẢO</p>
        <p className={classes["kind"]}>{KIND}</p>
        <h2 className={classes["subject"]}>{subjectOf(report.title)}</h2>
        <h3 className={classes["title"]}>{TRAINING_AND_JOBS}</h3>
        <p className={classes["paragraph"]}><em>{NO_TRAINING_RECORDS}</em></p>
        <h3 className={classes["title"]}>{POVERTY}</h3>
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
        {report.missing.map((gap) => <p key={gap.label} className={classes["paragraph"]}><em>{`Chưa có số liệu về ${gap.label}: ${gap.message}`}</em></p>)}
      </div>
    </Paper>
  );
}
