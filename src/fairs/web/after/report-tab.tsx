import type { Paper } from "../../../papers/paper.ts";
import { PaperActions, PaperView, useHandOut } from "../../../papers/web/public.tsx";
import { useAnswer } from "../../../web/data.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Figure } from "../../../web/design/figure.tsx";
import { Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { FairPage } from "../../plan/contract.ts";
import { reportRoutes } from "../../report/contract.ts";
import { FUNNEL_STEPS } from "../../rules/steps.ts";
import { StepRows } from "../funnel/step-rows.tsx";

/** The report as it prints; each number of its sentence opens to its rows. */
export function ReportTab({ fair }: { fair: FairPage }) {
  const t = useText();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(reportRoutes.fairReport, { params: { id: fair.id } }, { enabled: fair.may.whole });
  const get = useHandOut(reportRoutes.printFairReport, (format) => ({ params: { id: fair.id }, body: { format } }));
  const chosen = FUNNEL_STEPS.find((step) => step === values["step"]);
  if (!fair.may.whole) return <EmptyState title={t("fairs.funnel.notWhole")}>{t("fairs.funnel.notWholeText")}</EmptyState>;
  return (
    <Stack gap="wide">
      <PaperActions get={get} />
      <ErrorNotice error={error} retry={() => void refetch()} />
      {!data && !error && <output>{t("web.loading")}</output>}
      {data && <PaperView paper={data.paper as Paper} run={(run) => <Figure value={run.text} label={t(`fairs.funnel.step.${run.key!}`)} onOpen={() => set({ step: run.key! }, "replace")} />} />}
      <Drawer open={chosen !== undefined} title={chosen ? t(`fairs.funnel.step.${chosen}`) : ""} onClose={() => set({ step: null }, "replace")}>
        {chosen && <StepRows id={fair.id} step={chosen} />}
      </Drawer>
    </Stack>
  );
}
