import { indicatorOf, useSource } from "../../indicators/web/public.tsx";
import { Paper } from "../../web/design/paper.tsx";
import { useText } from "../../web/text/text.tsx";
import type { Narrative } from "../contract.ts";
import { issuerOf, KIND, MOTTO, NATION, NO_TRAINING_RECORDS, OFFICE, placeOf, POVERTY, RECIPIENTS, subjectOf, SYMBOL, TRAINING_AND_JOBS } from "../rules/official-form.ts";
import classes from "./report.module.css";

/** The report as its Word file prints it; every number in it opens to its source. Papers are in Vietnamese in every language of the screen. */
export function ReportPaper({ report }: { report: Narrative }) {
  const last = report.paragraphs.at(-1);
  return (
    <Paper label={report.title}>
      <div lang="vi" className={classes["paper"]}>
        <Head areaName={report.area.name} />
        <p className={classes["draft"]}>DỰ THẢO</p>
        <p className={classes["kind"]}>{KIND}</p>
        <h2 className={classes["subject"]}>{subjectOf(report.title)}</h2>
        <h3 className={classes["title"]}>{TRAINING_AND_JOBS}</h3>
        <p className={classes["paragraph"]}>
          <em>{NO_TRAINING_RECORDS}</em>
        </p>
        <h3 className={classes["title"]}>{POVERTY}</h3>
        {report.paragraphs.map((paragraph) => (
          <Paragraph key={paragraph.id} paragraph={paragraph} ends={paragraph === last && report.missing.length === 0} />
        ))}
        {report.missing.map((gap) => (
          <p key={gap.label} className={classes["paragraph"]}>
            <em>{`Chưa có số liệu về ${gap.label}: ${gap.message}`}</em>
          </p>
        ))}
        <Signature />
      </div>
    </Paper>
  );
}

function Head({ areaName }: { areaName: string }) {
  return (
    <div className={classes["head"]}>
      <div>
        <p className={`${classes["strong"]} ${classes["issuer"]}`}>{issuerOf(areaName)}</p>
        <p className={classes["open"]}>{`Số:        /${SYMBOL}`}</p>
      </div>
      <div>
        <p className={`${classes["strong"]} ${classes["nation"]}`}>{NATION}</p>
        <p className={`${classes["strong"]} ${classes["motto"]}`}>{MOTTO}</p>
        <p className={classes["date"]}>{`${placeOf(areaName)}, ngày      tháng      năm          `}</p>
      </div>
    </div>
  );
}

function Paragraph({ paragraph, ends }: { paragraph: Narrative["paragraphs"][number]; ends: boolean }) {
  const t = useText();
  const { open } = useSource();
  const texts = paragraph.segments.map((segment) => segment.text);
  // the end of an official text is "./."
  if (texts.length > 0) texts.push(texts.pop()!.trimEnd().replace(/\.$/, ends ? "./." : "."));
  return (
    <p className={classes["paragraph"]}>
      {paragraph.segments.map(({ figure }, i) =>
        figure ? (
          <button key={figure.label} type="button" className={classes["number"]} aria-label={`${figure.label}: ${texts[i]}. ${t("web.figure.open")}`} onClick={() => open(indicatorOf(figure.indicator))}>
            {texts[i]}
          </button>
        ) : (
          texts[i]
        ),
      )}
    </p>
  );
}

function Signature() {
  return (
    <div className={classes["signature"]}>
      <div className={classes["recipients"]}>
        <p>
          <b>
            <em>Nơi nhận:</em>
          </b>
        </p>
        {RECIPIENTS.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div className={classes["office"]}>
        {OFFICE.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}
