import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { povertyRoutes } from "../../contract.ts";

interface Draft {
  readonly class: string | null;
  readonly from: string | null;
  readonly decisionNo: string;
  readonly decisionDate: string | null;
  readonly signer: string;
  readonly reason: string;
}

const CLASSES = ["poor", "near_poor", "none"] as const;

/** A decision changes the household's recognised class from a day on; earlier days stay as they were. */
export function CorrectStatusForm({ householdId, on, onDone }: { householdId: string; on: string; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(povertyRoutes.correctStatus);
  const form = useForm<Draft>({
    draft: `poverty:status:${householdId}`,
    initial: { class: null, from: on, decisionNo: "", decisionDate: null, signer: "", reason: "" },
    validate: (draft) => ({
      ...(draft.class === null && { class: t("poverty.status.classMissing") }),
      ...(draft.from === null && { from: t("poverty.status.fromMissing") }),
      ...(draft.decisionNo.trim() === "" && { decisionNo: t("poverty.decision.noMissing") }),
      ...(draft.decisionDate === null && { decisionDate: t("poverty.decision.dateMissing") }),
      ...(draft.signer.trim() === "" && { signer: t("poverty.decision.signerMissing") }),
      ...(draft.reason.trim().length < 5 && { reason: t("poverty.status.reasonMissing") }),
    }),
  });
  const from = (form.values.from ?? on) as PlainDate;
  const { data } = useAnswer(povertyRoutes.householdAssessment, { params: { id: householdId }, query: { on: from } });
  const submit = ({ class: code, decisionNo, decisionDate, signer, reason }: Draft) =>
    command.mutate(
      {
        params: { id: householdId },
        body: { class: code === "none" ? null : (code as "poor" | "near_poor"), from, decisionNo, decisionDate: decisionDate as PlainDate, signer, reason, baseStatusId: data?.recognised?.id ?? null },
      },
      { onSuccess: () => (form.clear(), say(t("poverty.status.corrected")), onDone()) },
    );
  return (
    <FormPage form={form} action={t("poverty.status.correct")} onSubmit={submit} busy={command.isPending || !data} error={command.error}>
      <Hint>{t("poverty.status.correctHint")}</Hint>
      <Choice label={t("poverty.status.newClass")} required options={CLASSES.map((value) => ({ value, label: t(value === "none" ? "poverty.review.onNoList" : `poverty.recognised.${value}`) }))} {...form.field("class")} />
      <DateInput label={t("poverty.review.from")} required {...form.field("from")} />
      <TextInput label={t("poverty.decision.no")} required {...form.field("decisionNo")} />
      <DateInput label={t("poverty.decision.date")} required {...form.field("decisionDate")} />
      <TextInput label={t("poverty.decision.signer")} required {...form.field("signer")} />
      <TextArea label={t("poverty.status.reason")} required {...form.field("reason")} />
    </FormPage>
  );
}
