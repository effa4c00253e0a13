import { Section, Stack } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { HouseholdAssessmentView } from "../../contract.ts";

type Assessment = NonNullable<HouseholdAssessmentView["assessment"]>;

/** A class with its reasons, what is missing, and what would change it. */
export function AssessmentResult({ assessment }: { assessment: Assessment }) {
  const t = useText();
  const { status, summary, mark, reasons, missing, wouldChange, warnings, extras, local } = assessment;
  return (
    <Stack>
      <Notice kind={status === "decided" ? "info" : "warn"} title={summary}>
        {mark && <p>{mark}</p>}
      </Notice>
      <Lines title={t("poverty.review.reasons")} lines={reasons.map(({ text }) => text)} />
      <Lines title={t("poverty.review.missing")} lines={missing.map(({ why }) => why)} />
      <Lines title={t("poverty.review.wouldChange")} lines={wouldChange.map(({ text }) => text)} />
      <Lines title={t("poverty.review.warnings")} lines={warnings.map(({ text }) => text)} />
      <Lines title={t("poverty.review.extras")} lines={extras.map(({ text }) => text)} />
      {local && (
        <Section title={t("poverty.review.local")}>
          <AssessmentResult assessment={local} />
        </Section>
      )}
    </Stack>
  );
}

export function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Section title={title}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}
