import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { DecimalInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { learnerRoutes, type LearnerView } from "../../learners/contract.ts";

interface Line {
  readonly theory: string | null;
  readonly practice: string | null;
  readonly outcome: string | null;
  readonly grade: string;
}

interface Draft {
  readonly on: string | null;
  readonly lines: Readonly<Record<string, Line>>;
}

const EMPTY: Line = { theory: null, practice: null, outcome: null, grade: "" };

/** Marks of those in the exam; who has no outcome yet is left for later. */
export function ResultsForm({ classId, learners, onDone }: { classId: string; learners: readonly LearnerView[]; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(learnerRoutes.enterResults);
  const form = useForm<Draft>({
    draft: `training:results:${classId}`, initial: { on: null, lines: {} },
    validate: ({ on, lines }) => ({ ...(on === null && { on: t("training.classes.dayMissing") }), ...(!learners.some(({ id }) => lines[id]?.outcome) && { lines: t("training.classes.noOutcome") }) }),
  });
  const { lines } = form.values;
  const change = (id: string, changes: Partial<Line>) => form.set({ lines: { ...lines, [id]: { ...EMPTY, ...lines[id], ...changes } } });
  const submit = (draft: Draft) => {
    const told = learners.flatMap(({ id }) => {
      const line = draft.lines[id];
      return line?.outcome ? [{ enrolmentId: id, theory: line.theory, practice: line.practice, passed: line.outcome === "passed", grade: line.grade.trim() || null }] : [];
    });
    command.mutate({ params: { id: classId }, body: { on: draft.on as PlainDate, lines: told } }, { onSuccess: ({ count }) => (form.clear(), say(t("training.classes.stepped", { count })), onDone()) });
  };
  return (
    <FormPage form={form} action={t("training.classes.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t("training.classes.resultsHint")}</Hint>
      <DateInput label={t("training.classes.examDay")} required {...form.field("on")} />
      {form.errors.lines && <Hint>{form.errors.lines}</Hint>}
      {learners.map(({ id, fullName }) => {
        const line = lines[id] ?? EMPTY;
        return (
          <FieldSet key={id} label={fullName}>
            <DecimalInput label={t("training.classes.theoryMark")} value={line.theory} onChange={(theory) => change(id, { theory })} />
            <DecimalInput label={t("training.classes.practiceMark")} value={line.practice} onChange={(practice) => change(id, { practice })} />
            <Select label={t("training.classes.outcome")} none={t("training.classes.notYet")} value={line.outcome} onChange={(outcome) => change(id, { outcome })} options={["passed", "failed"].map((value) => ({ value, label: t(`training.classes.outcome.${value}`) }))} />
            <TextInput label={t("training.classes.grade")} value={line.grade} onChange={(grade) => change(id, { grade })} />
          </FieldSet>
        );
      })}
    </FormPage>
  );
}
