import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { povertyRoutes, type HouseholdAssessmentView } from "../../contract.ts";
import { AssessmentResult } from "./assessment-result.tsx";
import { RecognisedBadge } from "./class-badge.tsx";

/** One household on a day: what was recognised, what was entered, and what the rules make of it. */
export function HouseholdReview({ householdId, on, ruleset }: { householdId: string; on: string; ruleset?: string | undefined }) {
  const t = useText();
  const { data, error, refetch } = useAnswer(povertyRoutes.householdAssessment, { params: { id: householdId }, query: { on: on as PlainDate, ...(ruleset && { ruleset }) } });
  if (!data) return error ? <ErrorNotice error={error} retry={() => void refetch()} /> : <p>{t("web.loading")}</p>;
  return (
    <Stack gap="wide">
      <Recorded found={data} />
      {data.assessment ? <AssessmentResult assessment={data.assessment} /> : <Notice title={t("poverty.review.notAssessed", { on: dayText(data.on) })} />}
    </Stack>
  );
}

function Recorded({ found }: { found: HouseholdAssessmentView }) {
  const t = useText();
  const { recognised, entered, computed } = found;
  const decision = recognised && [recognised.decisionNo, dayText(recognised.decisionDate), recognised.signer].filter((part) => part !== null && part !== "—").join(", ");
  return (
    <KeyValue
      pairs={[
        { label: t("poverty.review.recognisedOn", { on: dayText(found.on) }), value: <RecognisedBadge code={recognised?.class ?? null} /> },
        ...(recognised ? [{ label: t("poverty.review.decision"), value: decision }, { label: t("poverty.review.from"), value: dayText(recognised.from) }] : []),
        ...(entered
          ? [
              { label: t("poverty.review.surveyedOn"), value: dayText(entered.surveyedOn) },
              { label: t("poverty.review.b1"), value: figureText(entered.scoreIncome) },
              { label: t("poverty.review.b2"), value: figureText(entered.scoreDeprivation) },
              { label: t("poverty.review.source"), value: [t(`poverty.review.source.${entered.source}`), entered.evidence].filter(Boolean).join(": ") },
              ...(entered.procedureCaseId ? [{ label: t("poverty.review.onRequest"), value: <LinkButton to="/review/procedures/$id" params={{ id: entered.procedureCaseId }}>{t("poverty.review.openRequest")}</LinkButton> }] : []),
              { label: t("poverty.review.computedAt"), value: computed ? dayText(computed.at.slice(0, 10)) : t("poverty.review.status.uncomputed") },
            ]
          : []),
      ]}
    />
  );
}
