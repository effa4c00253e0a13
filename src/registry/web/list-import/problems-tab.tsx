import { type FormEvent, useState } from "react";
import { useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { figureText } from "../../../web/design/format.ts";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { type Pattern, StatusBadge } from "../../../web/design/status-badge.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { type Choices, type ListJob, type ListProblem, listRoutes, type Preview, type ProblemCount, PROBLEMS_PER_PAGE, SEVERITIES } from "../../list-import/contract.ts";
import type { ListWork } from "./use-list-job.ts";

type Severity = ListProblem["severity"];
const PATTERN: Readonly<Record<Severity, Pattern>> = { error: "refused", warning: "striped", note: "plain" };
const isSeverity = (text: string | undefined): text is Severity => SEVERITIES.includes(text as never);
const cellKey = ({ sheetIndex, cell }: ListProblem): string => `${sheetIndex}!${cell}`;
const isCell = (cell: string): boolean => /^[A-Z]{1,3}\d+$/.test(cell);

interface ProblemsProps {
  readonly job: ListJob;
  readonly preview: Preview;
  readonly work: ListWork;
}

/** What is amiss: by kind, by cell; mended here or left out. */
export function ProblemsTab({ job, preview, work }: ProblemsProps) {
  const t = useText();
  const { values, set } = useUrl();
  const { page } = useTable();
  const { severity, code } = values;
  const problems = useAnswer(listRoutes.problems, { params: { kind: job.kind, id: job.id }, query: { page, ...(isSeverity(severity) && { severity }), ...(code && { code }) } }, { keep: true, enabled: job.state === "ready" || job.state === "done" });
  const { byCode, error, warning, note } = preview.problems;
  if (error + warning + note === 0) {
    return (
      <Stack>
        <Mended job={job} work={work} />
        <EmptyState title={t("registry.lists.noProblems")}>{t("registry.lists.noProblemsText")}</EmptyState>
      </Stack>
    );
  }
  const badge = (of: Severity) => <StatusBadge pattern={PATTERN[of]}>{t(`registry.lists.severity.${of}`)}</StatusBadge>;
  const close = () => set({ cell: null }, "replace");
  const open = job.state === "ready" ? problems.data?.rows.find((problem) => cellKey(problem) === values["cell"]) : undefined;
  const kinds: Column<ProblemCount>[] = [
    { key: "text", label: t("registry.lists.kindExample"), main: true, render: ({ text }) => text },
    { key: "severity", label: t("registry.lists.severity"), nowrap: true, text: (row) => t(`registry.lists.severity.${row.severity}`), render: (row) => badge(row.severity) },
    { key: "count", label: t("registry.lists.kindCount"), align: "end", render: ({ count }) => figureText(count), text: ({ count }) => count },
  ];
  const rows: Column<ListProblem>[] = [
    { key: "place", label: t("registry.lists.place"), main: true, nowrap: true, render: ({ cell, sheet }) => (cell === "" ? sheet : `${isCell(cell) ? t("registry.lists.cell", { cell }) : t("registry.lists.row", { cell })}`) },
    { key: "severity", label: t("registry.lists.severity"), nowrap: true, text: (row) => t(`registry.lists.severity.${row.severity}`), render: (row) => badge(row.severity) },
    { key: "text", label: t("registry.lists.problem"), render: ({ text }) => text },
    { key: "proposal", label: t("registry.lists.proposal"), render: ({ proposal }) => proposal ?? "—" },
  ];
  return (
    <Stack gap="wide">
      <p>{t("registry.lists.problemTotals", { error, warning, note })}</p>
      <Mended job={job} work={work} />
      <Section title={t("registry.lists.byKind")}>
        <DataTable label={t("registry.lists.byKind")} name="problem-kinds" local exports={false} columns={kinds} rows={byCode} rowKey={(row) => `${row.severity} ${row.code}`} onOpen={(row) => set({ code: row.code, severity: row.severity, page: null }, "replace")} />
      </Section>
      <Section title={t("registry.lists.problems")} actions={code || severity ? <Button size="small" onClick={() => set({ code: null, severity: null, page: null }, "replace")}>{t("registry.lists.everyKind")}</Button> : undefined}>
        <DataTable
          label={t("registry.lists.problems")} name="problems" pageSize={PROBLEMS_PER_PAGE} exports={false} columns={rows} rows={problems.data?.rows} total={problems.data?.total ?? 0} error={problems.error} onRetry={() => void problems.refetch()}
          rowKey={(row) => `${cellKey(row)} ${row.row} ${row.code}`} {...(job.state === "ready" && { onOpen: (row: ListProblem) => set({ cell: cellKey(row) }, "replace") })}
        />
      </Section>
      <Drawer open={open !== undefined} title={t("registry.lists.mend")} onClose={close}>
        {open && <MendForm key={cellKey(open)} problem={open} job={job} work={work} onDone={close} />}
      </Drawer>
    </Stack>
  );
}

/** How much was mended in this import, with a way back. */
function Mended({ job, work }: Pick<ProblemsProps, "job" | "work">) {
  const t = useText();
  const count = Object.keys(job.choices.mends).length + job.choices.leaveOut.length;
  if (count === 0) return null;
  return (
    <Row>
      <span>{t("registry.lists.mendedCount", { count })}</span>
      {job.state === "ready" && <Button size="small" disabled={work.busy} onClick={() => work.choose({ ...job.choices, mends: {}, leaveOut: [] })}>{t("registry.lists.takeBack")}</Button>}
    </Row>
  );
}

/** One cell: what it should hold; or its row is left out. */
function MendForm({ problem, job: { choices }, work, onDone }: { problem: ListProblem; job: ListJob; work: ListWork; onDone: () => void }) {
  const t = useText();
  const [text, setText] = useState(choices.mends[cellKey(problem)] ?? problem.proposal ?? "");
  const send = (changed: Choices) => work.choose(changed, onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send({ ...choices, mends: { ...choices.mends, [cellKey(problem)]: text.trim() || null } });
  };
  return (
    <Stack gap="wide">
      <p>{problem.text}</p>
      <ErrorNotice error={work.error} />
      {isCell(problem.cell) && (
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextInput label={t("registry.lists.shouldHold", { cell: problem.cell })} hint={t("registry.lists.shouldHoldHint")} value={text} onChange={setText} focusFirst />
            <Row>
              <Button type="submit" kind="primary" busy={work.busy}>{t("registry.lists.mendSave")}</Button>
            </Row>
          </Stack>
        </form>
      )}
      {problem.row > 0 && (
        <Stack gap="tight">
          <Hint>{t("registry.lists.leaveOutText")}</Hint>
          <Row>
            <Button disabled={work.busy} onClick={() => send({ ...choices, leaveOut: [...choices.leaveOut, `${problem.sheetIndex}!${problem.row}`] })}>{t("registry.lists.leaveOut", { row: String(problem.row) })}</Button>
          </Row>
        </Stack>
      )}
    </Stack>
  );
}
