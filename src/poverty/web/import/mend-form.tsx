import { type FormEvent, useState } from "react";
import { Button } from "../../../web/design/button.tsx";
import { Checkbox } from "../../../web/design/form/checkbox.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { ImportJob, ListProblem } from "../../household-list/contract.ts";
import { cellKey, isCell, rowKey, withLeftOut, withMend } from "./choices.ts";
import { SeverityBadge } from "./severity-badge.tsx";
import type { Import } from "./use-import.ts";

interface MendProps {
  readonly problem: ListProblem;
  readonly job: ImportJob;
  readonly work: Import;
  readonly onDone: () => void;
}

/** One cell: what it should hold; or its row is left out. */
export function MendForm({ problem, job, work, onDone }: MendProps) {
  const t = useText();
  return (
    <Stack gap="wide">
      <Stack gap="tight">
        <Row>
          <SeverityBadge severity={problem.severity} />
        </Row>
        <p>{problem.text}</p>
        <Hint>{t("poverty.import.inSheet", { sheet: problem.sheet })}</Hint>
      </Stack>
      <ErrorNotice error={work.error} />
      {isCell(problem.cell) && <CellForm problem={problem} job={job} work={work} onDone={onDone} />}
      {problem.row > 0 && (
        <Section title={t("poverty.import.leaveOutTitle")}>
          <Hint>{t("poverty.import.leaveOutText", { row: String(problem.row) })}</Hint>
          <Row>
            <Button disabled={work.busy} onClick={() => work.choose(withLeftOut(job.choices, rowKey(problem), true), onDone)}>
              {t("poverty.import.leaveOut", { row: String(problem.row) })}
            </Button>
          </Row>
        </Section>
      )}
      {problem.row === 0 && <p>{t("poverty.import.wholeSheet")}</p>}
    </Stack>
  );
}

function CellForm({ problem, job, work, onDone }: MendProps) {
  const t = useText();
  const [text, setText] = useState(job.choices.mends[cellKey(problem)] ?? problem.proposal ?? "");
  const [empty, setEmpty] = useState(false);
  const [asked, setAsked] = useState(false);
  const missing = !empty && text.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!missing) work.choose(withMend(job.choices, cellKey(problem), empty ? null : text.trim()), onDone);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t("poverty.import.shouldHold", { cell: problem.cell })}
          hint={t(problem.proposal === null ? "poverty.import.shouldHoldHint" : "poverty.import.shouldHoldProposed")}
          value={text}
          onChange={setText}
          disabled={empty}
          focusFirst
          error={asked && missing ? t("poverty.import.shouldHoldMissing") : undefined}
        />
        <Checkbox label={t("poverty.import.leaveEmpty")} value={empty} onChange={setEmpty} />
        <Row>
          <Button type="submit" kind="primary" busy={work.busy}>
            {t("poverty.import.mendSave")}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
