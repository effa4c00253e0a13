import { useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Section, Stack } from "../../../web/design/layout.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { type ImportJob, importRoutes, type ListProblem, type Preview, type ProblemCount, SEVERITIES } from "../../household-list/contract.ts";
import { cellKey, withAccepted } from "./choices.ts";
import { MendForm } from "./mend-form.tsx";
import { MendList } from "./mend-list.tsx";
import { ProblemKinds } from "./problem-kinds.tsx";
import { ProblemList } from "./problem-list.tsx";
import type { Import } from "./use-import.ts";

const isSeverity = (text: string | undefined): text is ListProblem["severity"] => SEVERITIES.includes(text as never);

/** What is amiss: by kind, by cell; mended here or left out. */
export function ProblemsTab({ job, preview, work }: { job: ImportJob; preview: Preview; work: Import }) {
  const t = useText();
  const { values, set } = useUrl();
  const { page } = useTable();
  const { severity, code } = values;
  const query = { page, ...(isSeverity(severity) && { severity }), ...(code && { code }) };
  const problems = useAnswer(importRoutes.problems, { params: { id: job.id }, query }, { keep: true, enabled: job.state === "ready" });
  const { byCode, error, warning, note } = preview.problems;
  const open = problems.data?.rows.find((problem) => cellKey(problem) === values["cell"]);
  const close = () => set({ cell: null }, "replace");
  if (error + warning + note === 0) {
    return (
      <Stack>
        <EmptyState title={t("poverty.import.noProblems")}>{t("poverty.import.noProblemsText")}</EmptyState>
        <MendList job={job} sheets={preview.sheets} work={work} />
      </Stack>
    );
  }
  return (
    <Stack gap="wide">
      <p>{t("poverty.import.problemTotals", { error, warning, note })}</p>
      <MendList job={job} sheets={preview.sheets} work={work} />
      <Section title={t("poverty.import.kinds")}>
        <ProblemKinds kinds={byCode} action={(kind) => <AcceptAll kind={kind} job={job} work={work} />} />
      </Section>
      <Section title={t("poverty.import.problems")}>
        <ProblemList
          kinds={byCode}
          rows={problems.data?.rows}
          total={problems.data?.total ?? 0}
          error={problems.error}
          onRetry={() => void problems.refetch()}
          onOpen={(problem) => set({ cell: cellKey(problem) }, "replace")}
        />
      </Section>
      <Drawer open={open !== undefined} title={t("poverty.import.mend")} onClose={close}>
        {open && <MendForm key={cellKey(open)} problem={open} job={job} work={work} onDone={close} />}
      </Drawer>
    </Stack>
  );
}

/** Takes every proposal of a kind in the whole file. */
function AcceptAll({ kind, job, work }: { kind: ProblemCount; job: ImportJob; work: Import }) {
  const t = useText();
  if (kind.proposals === 0) return "—";
  return (
    <Button size="small" disabled={work.busy} onClick={() => work.choose(withAccepted(job.choices, kind.code, true))}>
      {t("poverty.import.accept", { count: kind.proposals })}
    </Button>
  );
}
