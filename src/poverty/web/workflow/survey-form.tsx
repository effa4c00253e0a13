import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { workflowRoutes, type CasePageView } from "../../workflow/contract.ts";
import { childTicks, givenChildren, LackFields, type Ticks } from "./lack-fields.tsx";
import { givenAnswers, PackFields, type TypedAnswers } from "./pack-fields.tsx";
import { PhotoButton } from "./photo-button.tsx";

interface Draft extends Ticks {
  readonly surveyedOn: string | null;
  readonly surveyorId: string | null;
  /** how B1 is found: item by item with the table in force, or the total of a form scored on paper */
  readonly b1By: "pack" | "total";
  readonly answers: TypedAnswers;
  readonly scoreIncome: number | null;
  readonly evidence: string;
  readonly evidenceFile: string | null;
  readonly content: string;
}

/** The form of a visit in paper order: who and when, B1 with its evidence, what household and children lack, causes. A re-check asks the same. */
export function SurveyForm({ page, recheck, onDone }: { page: CasePageView; recheck?: boolean; onDone: () => void }) {
  const t = useText();
  const { form: asked, entered, row } = page;
  const say = useToast();
  const survey = useCommand(workflowRoutes.survey);
  const again = useCommand(workflowRoutes.recheck);
  const [warnings, setWarnings] = useState<readonly { readonly code: string; readonly text: string }[] | null>(null);
  const form = useForm<Draft>({
    draft: `poverty:${recheck ? "recheck" : "survey"}:${row.id}`,
    initial: {
      surveyedOn: null, surveyorId: page.surveyors.length === 1 ? page.surveyors[0]!.id : null, b1By: asked.pack !== null && (entered === null || entered.answers !== null) ? "pack" : "total", answers: { ...entered?.answers }, scoreIncome: entered?.scoreIncome ?? null, deprivations: entered?.deprivations ?? [], causes: entered?.causes ?? [], children: childTicks(entered?.children),
      evidence: recheck ? "" : (entered?.evidence ?? ""), evidenceFile: null, content: "",
    },
    validate: (draft) => ({
      ...(draft.surveyedOn === null && { surveyedOn: t("poverty.work.dayMissing") }), ...(!recheck && draft.surveyorId === null && { surveyorId: t("poverty.work.surveyorMissing") }),
      ...(draft.b1By === "total" && draft.scoreIncome !== null && draft.evidence.trim() === "" && draft.evidenceFile === null && { evidence: t("poverty.work.evidenceMissing") }), ...(recheck && draft.content.trim() === "" && { content: t("poverty.work.textMissing") }),
    }),
  });
  const { evidenceFile, b1By, answers } = form.values;
  const { pack } = asked;
  const done = (found: readonly { code: string; text: string }[]) => {
    form.clear();
    if (found.length > 0) return setWarnings(found);
    say(t("poverty.work.saved"));
    onDone();
  };
  const submit = (draft: Draft) => {
    const found = { surveyedOn: draft.surveyedOn as PlainDate, ...(pack !== null && draft.b1By === "pack" ? { answers: givenAnswers(draft.answers) } : { scoreIncome: draft.scoreIncome }), deprivations: [...draft.deprivations], causes: [...draft.causes], children: givenChildren(asked, draft, draft.surveyedOn), evidence: draft.evidence.trim() || null, evidenceFile: draft.evidenceFile };
    const params = { id: row.id };
    if (recheck) again.mutate({ params, body: { baseVersion: row.version, on: found.surveyedOn, content: draft.content, found } }, { onSuccess: () => done([]) });
    else survey.mutate({ params, body: { ...found, baseVersion: row.version, surveyorId: draft.surveyorId! } }, { onSuccess: (answer) => done(answer.warnings) });
  };
  if (warnings) {
    return (
      <Stack>
        <Notice kind="warn" title={t("poverty.work.savedWithWarnings", { count: warnings.length })}><ul>{warnings.map((one) => <li key={one.text}>{one.text}</li>)}</ul></Notice>
        <Button kind="primary" onClick={onDone}>{t("poverty.work.close")}</Button>
      </Stack>
    );
  }
  return (
    <FormPage form={form} action={t("poverty.work.save")} onSubmit={submit} busy={survey.isPending || again.isPending}>
      <ErrorNotice error={recheck ? again.error : survey.error} />
      <Hint>{t("poverty.review.byStandard", { name: asked.rulesetName })}</Hint>
      <DateInput label={t("poverty.work.visitedOn")} required {...form.field("surveyedOn")} />
      {!recheck && <Select label={t("poverty.work.surveyor")} required options={page.surveyors.map(({ id, fullName }) => ({ value: id, label: fullName }))} {...form.field("surveyorId")} />}
      {recheck && <TextArea label={t("poverty.work.content")} required rows={2} {...form.field("content")} />}
      {pack !== null && <Choice label={t("poverty.work.pack.how")} options={(["pack", "total"] as const).map((value) => ({ value, label: t(`poverty.work.pack.by.${value}`) }))} value={b1By} onChange={(value) => form.set({ b1By: value === "pack" ? "pack" : "total" })} />}
      {pack !== null && b1By === "pack" && <PackFields pack={pack} answers={answers} onChange={(next) => form.set({ answers: next })} />}
      {(pack === null || b1By === "total") && <NumberInput label={t("poverty.review.b1")} hint={t("poverty.assess.b1Hint")} {...form.field("scoreIncome")} />}
      <TextInput label={t("poverty.work.evidence")} hint={t("poverty.work.evidenceHint")} {...form.field("evidence")} />
      <PhotoButton caseId={row.id} kept={evidenceFile !== null} onKept={(sha256) => form.set({ evidenceFile: sha256 })} />
      <LackFields asked={asked} values={form.values} onChange={form.set} />
    </FormPage>
  );
}
