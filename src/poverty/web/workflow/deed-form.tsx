import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { workflowRoutes, type CasePageView, type DeedBody } from "../../workflow/contract.ts";

export const DEEDS = ["quickCheck", "fileRequest", "notVisited", "sendBack", "complain", "withdraw", "moveAway", "duplicate", "reopen"] as const;
export type DeedKind = (typeof DEEDS)[number];

interface Draft {
  readonly on: string | null;
  readonly reason: string;
  readonly passed: string | null;
  readonly formNo: string;
  readonly receivedOn: string | null;
  readonly by: string;
}

/** One deed on the household, with its day and the words it needs. */
export function DeedForm({ page, kind, onDone }: { page: CasePageView; kind: DeedKind; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(workflowRoutes.deed);
  const needsReason = (draft: Draft): boolean => kind !== "fileRequest" && (kind !== "quickCheck" || draft.passed === "no");
  const form = useForm<Draft>({
    draft: `poverty:${kind}:${page.row.id}`, initial: { on: null, reason: "", passed: "yes", formNo: "", receivedOn: null, by: "" },
    validate: (draft) => ({
      ...(draft.on === null && { on: t("poverty.work.dayMissing") }), ...(needsReason(draft) && draft.reason.trim().length < 3 && { reason: t("poverty.work.reasonMissing") }),
      ...(kind === "fileRequest" && draft.formNo.trim() === "" && { formNo: t("poverty.work.formNoMissing") }), ...(kind === "fileRequest" && draft.receivedOn === null && { receivedOn: t("poverty.work.dayMissing") }),
      ...(kind === "complain" && draft.by.trim() === "" && { by: t("poverty.work.textMissing") }),
    }),
  });
  const deedOf = ({ reason, passed, formNo, receivedOn, by }: Draft): DeedBody => {
    if (kind === "quickCheck") return { kind, passed: passed === "yes", ...(passed === "no" && { reason }) };
    if (kind === "fileRequest") return { kind, formNo, receivedOn: receivedOn as PlainDate };
    return kind === "complain" ? { kind, content: reason, by } : { kind, reason };
  };
  const submit = (draft: Draft) =>
    command.mutate({ params: { id: page.row.id }, body: { baseVersion: page.row.version, on: draft.on as PlainDate, deed: deedOf(draft) } }, { onSuccess: () => (form.clear(), say(t("poverty.work.saved")), onDone()) });
  return (
    <FormPage form={form} action={t(`poverty.work.deed.${kind}`)} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t(`poverty.work.deedHint.${kind}`)}</Hint>
      <DateInput label={t("poverty.work.day")} required {...form.field("on")} />
      {kind === "quickCheck" && <Choice label={t("poverty.work.quickCheck")} options={[{ value: "yes", label: t("poverty.work.passed") }, { value: "no", label: t("poverty.work.notPassed") }]} {...form.field("passed")} />}
      {kind === "fileRequest" && (
        <>
          <TextInput label={t("poverty.work.formNo")} required {...form.field("formNo")} />
          <DateInput label={t("poverty.work.receivedOn")} required {...form.field("receivedOn")} />
        </>
      )}
      {kind === "complain" && <TextInput label={t("poverty.work.complainer")} required {...form.field("by")} />}
      {needsReason(form.values) && <TextArea label={t(kind === "complain" ? "poverty.work.content" : "poverty.work.reason")} required rows={3} {...form.field("reason")} />}
    </FormPage>
  );
}
