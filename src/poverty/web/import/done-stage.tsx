import { Button, LinkButton } from "../../../web/design/button.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Section } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { CountList } from "./count-list.tsx";
import type { Import } from "./use-import.ts";

/** Written: the summary, and where to go on. */
export function DoneStage({ work: { job, preview, busy, saveMarked } }: { work: Import }) {
  const t = useText();
  if (!job?.result) return null;
  const { areaUid: area, asOf: on, areaName, result } = job;
  const { acceptedWithWarnings, rejected } = result.counts.households;
  const actions = (
    <>
      <LinkButton to="/households" search={{ area, on }} kind="primary">
        {t("poverty.import.toHouseholds")}
      </LinkButton>
      <LinkButton to="/population" search={{ area, on }}>{t("poverty.import.toPopulation")}</LinkButton>
      <LinkButton to="/reports" search={{ area, on }}>{t("poverty.import.toReport")}</LinkButton>
      {(preview?.problems.byCode.length ?? acceptedWithWarnings + rejected) > 0 && (
        <Button busy={busy} onClick={saveMarked}>
          {t("poverty.import.marked")}
        </Button>
      )}
    </>
  );
  return (
    <>
      <Notice kind="done" title={t(result.changed ? "poverty.import.written" : "poverty.import.unchanged", { area: areaName, on: dayText(on) })} actions={actions}>
        {t("poverty.import.population")}
      </Notice>
      <Section title={t("poverty.import.summary")}>
        <CountList counts={result.counts} />
      </Section>
    </>
  );
}
