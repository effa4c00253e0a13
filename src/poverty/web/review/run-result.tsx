import { LinkButton } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { capital, figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Section, Stack } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { ChangeView, ReclassifiedView } from "../../contract.ts";
import { Lines } from "./assessment-result.tsx";
import { changeColumns } from "./change-columns.tsx";

/** Counts of a run, what is in the way, and whose class changes. */
export function RunResult({ answer }: { answer: ReclassifiedView }) {
  const t = useText();
  const { counts, classNames, refusals, task, changes, findings, ruleset } = answer;
  return (
    <Stack gap="wide">
      {task && <Notice kind="warn" title={task.text} actions={<LinkButton to="/areas/types" search={{ state: "missing" }}>{t("poverty.reclassify.setTypes")}</LinkButton>} />}
      <Lines title={t("poverty.reclassify.refusals")} lines={refusals.map((one) => t("poverty.reclassify.refusal", { count: one.households, text: one.text }))} />
      <Section title={t("poverty.reclassify.counts")}>
        <KeyValue
          columns={2}
          pairs={[
            { label: t("poverty.rounds.standard"), value: [ruleset.name, ruleset.mark].filter(Boolean).join(" — ") },
            { label: t("poverty.reclassify.households"), value: figureText(counts.households) },
            ...Object.entries(classNames).flatMap(([id, name]) => (counts.classes[id] === undefined ? [] : [{ label: capital(name), value: figureText(counts.classes[id]) }])),
            { label: capital(t("poverty.review.status.incomplete")), value: figureText(counts.incomplete) },
            { label: capital(t("poverty.review.status.refused")), value: figureText(counts.refused) },
            { label: t("poverty.reclassify.advisory"), value: figureText(counts.advisory) },
            { label: t("poverty.reclassify.unassessed"), value: figureText(counts.unassessed) },
            { label: t("poverty.reclassify.differs"), value: figureText(counts.differs) },
            ...(answer.runId ? [{ label: t("poverty.reclassify.findings"), value: t("poverty.reclassify.findingCounts", { opened: findings.opened, closed: findings.closed }) }] : []),
          ]}
        />
      </Section>
      <Section title={t("poverty.reclassify.changes", { count: changes.total })}>
        {changes.total > changes.sample.length && <p>{t("poverty.reclassify.sample", { count: changes.sample.length })}</p>}
        {changes.total > 0 && (
          <DataTable<ChangeView> label={t("poverty.reclassify.changed")} name="changes" local exports={false} rows={changes.sample} rowKey={(row) => row.householdId} columns={changeColumns(t)} rowTarget={(row) => ({ to: "/households/$id", params: { id: row.householdId } })} />
        )}
      </Section>
    </Stack>
  );
}
