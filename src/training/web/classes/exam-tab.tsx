import { useState } from "react";
import { useAnswer } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { figureText } from "../../../web/design/format.ts";
import { Hint, Row, Stack } from "../../../web/design/layout.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { ClassPageView } from "../../classes/contract.ts";
import { learnerRoutes, type LearnerView } from "../../learners/contract.ts";
import { IssueForm } from "./issue-form.tsx";
import { LearnerStepForm } from "./learner-step-form.tsx";
import { ResultsForm } from "./results-form.tsx";
import { decimalWords, LEARNER_PATTERN } from "./words.ts";

const percent = (value: number | null): string => (value === null ? "—" : `${figureText(value)} %`);

/** What was attended, who sits the exam, results, certificates. */
export function ExamTab({ page }: { page: ClassPageView }) {
  const t = useText();
  const { values, set } = useUrl();
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const { data, error, refetch } = useAnswer(learnerRoutes.learners, { params: { id: page.row.id }, query: {} }, { keep: true });
  const close = () => set({ do: null }, "replace");
  const done = () => (select(new Set()), close());
  const rows = data?.rows.filter(({ state }) => state !== "registered" && state !== "dropped");
  const chosen = (rows ?? []).filter(({ id }) => selected.has(id));
  const examined = (rows ?? []).filter(({ state }) => state === "examined");
  const passed = (rows ?? []).filter(({ state }) => state === "passed");
  const takesResults = page.row.state === "exam" || page.row.state === "closed";
  const tools = data?.may && (
    <Row gap="tight">
      {takesResults && examined.length > 0 && <Button size="small" kind="primary" onClick={() => set({ do: "results" }, "replace")}>{t("training.classes.enterResults", { count: examined.length })}</Button>}
      {passed.length > 0 && <Button size="small" kind="primary" onClick={() => set({ do: "issue" }, "replace")}>{t("training.classes.issue", { count: passed.length })}</Button>}
      <LinkButton size="small" to="/training/certificates" search={{ class: page.row.id }}>{t("training.classes.book")}</LinkButton>
    </Row>
  );
  const mayLetIn = chosen.length > 0 && chosen.every(({ steps }) => steps.includes("admitToExam"));
  return (
    <Stack>
      {data?.may && page.row.state === "running" && <Hint>{t("training.classes.examFirst")}</Hint>}
      <DataTable<LearnerView>
        label={t("training.classes.tab.exam")} name="exam" local rows={rows} rowKey={(row) => row.id} error={error} onRetry={() => void refetch()} tools={tools} exports={false}
        {...(data?.may && { selection: { selected, onChange: select, actions: mayLetIn && <Button size="small" onClick={() => set({ do: "admitToExam" }, "replace")}>{t("training.classes.many.admitToExam")}</Button> } })}
        columns={[
          { key: "name", label: t("training.classes.learner"), main: true, sort: true, sortValue: (row) => row.fullName.split(" ").at(-1)!, render: (row) => row.fullName },
          { key: "days", label: t("training.classes.days"), align: "end", sort: true, sortValue: (row) => row.days, render: (row) => figureText(row.days) },
          { key: "theory", label: t("training.classes.theoryPercent"), align: "end", sort: true, sortValue: (row) => row.theoryPercent, render: (row) => percent(row.theoryPercent) },
          { key: "practice", label: t("training.classes.practicePercent"), align: "end", sort: true, sortValue: (row) => row.practicePercent, render: (row) => percent(row.practicePercent) },
          {
            key: "state", label: t("training.classes.state"), text: (row) => t(`training.classes.learnerState.${row.state}`),
            render: (row) => (
              <Stack gap="tight">
                <StatusBadge pattern={LEARNER_PATTERN[row.state]}>{t(`training.classes.learnerState.${row.state}`)}</StatusBadge>
                {row.examReasons.map(({ code, text }) => <small key={code}>{text}</small>)}
              </Stack>
            ),
          },
          { key: "theoryMark", label: t("training.classes.theoryMark"), align: "end", render: (row) => decimalWords(row.theoryMark) },
          { key: "practiceMark", label: t("training.classes.practiceMark"), align: "end", render: (row) => decimalWords(row.practiceMark) },
          { key: "grade", label: t("training.classes.grade"), render: (row) => row.grade ?? "—" },
          { key: "serial", label: t("training.classes.serial"), render: (row) => row.serialNo ?? "—" },
        ]}
        empty={<EmptyState title={t("training.classes.nobodyStudies")}>{t("training.classes.nobodyStudiesText")}</EmptyState>}
      />
      {data?.may && values["do"] === "admitToExam" && chosen.length > 0 && <Drawer open title={t("training.classes.many.admitToExam")} onClose={close}><LearnerStepForm classId={page.row.id} learners={chosen} step="admitToExam" onDone={done} /></Drawer>}
      {data?.may && values["do"] === "results" && examined.length > 0 && <Drawer open title={t("training.classes.results")} onClose={close}><ResultsForm classId={page.row.id} learners={examined} onDone={done} /></Drawer>}
      {data?.may && values["do"] === "issue" && passed.length > 0 && <Drawer open title={t("training.classes.issueTitle")} onClose={close}><IssueForm page={page} learners={passed} onDone={done} /></Drawer>}
    </Stack>
  );
}
