import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { classRoutes, type ClassPageView, type ClassStepBody } from "../../classes/contract.ts";

interface Draft {
  readonly on: string | null;
  readonly document: string;
  readonly reason: string;
}

const MUST_REASON = new Set(["cancel", "takeBack"]);
const DOCUMENT: Readonly<Record<string, string>> = { approve: "training.classes.decisionNo", settle: "training.classes.settleDocument" };

/** One step of a class: its day, its paper, and why it is taken although something stands in the way. */
export function ClassStepForm({ page, step, onDone }: { page: ClassPageView; step: ClassPageView["steps"][number]; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(classRoutes.takeClassStep);
  const { kind, reasons } = step;
  const asksReason = MUST_REASON.has(kind) || reasons.length > 0;
  const form = useForm<Draft>({
    draft: `training:class:${kind}:${page.row.id}`, initial: { on: null, document: "", reason: "" },
    validate: (draft) => ({
      ...(draft.on === null && { on: t("training.classes.dayMissing") }),
      ...(kind in DOCUMENT && draft.document.trim() === "" && { document: t("training.classes.textMissing") }),
      ...(asksReason && draft.reason.trim().length < 3 && { reason: t("training.classes.reasonMissing") }),
    }),
  });
  const bodyOf = ({ document, reason }: Draft): ClassStepBody => {
    const why = reason.trim() || null;
    switch (kind) {
      case "approve": return { kind, decisionNo: document.trim(), reason: why };
      case "settle": return { kind, document: document.trim(), reason: why };
      case "cancel": case "takeBack": return { kind, reason: reason.trim() };
      default: return { kind: kind as "open", reason: why };
    }
  };
  const submit = (draft: Draft) =>
    command.mutate({ params: { id: page.row.id }, body: { baseVersion: page.version, on: draft.on as PlainDate, step: bodyOf(draft) } }, { onSuccess: () => (form.clear(), say(t("training.classes.saved")), onDone()) });
  return (
    <FormPage form={form} action={t(`training.classes.step.${kind}`)} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t(`training.classes.stepHint.${kind}`)}</Hint>
      {reasons.length > 0 && <Notice kind="warn" title={t("training.classes.inTheWayShort")}><ul>{reasons.map(({ code, text }) => <li key={code + text}>{text}</li>)}</ul></Notice>}
      <DateInput label={t("training.classes.day")} required {...form.field("on")} />
      {kind in DOCUMENT && <TextInput label={t(DOCUMENT[kind]!)} required {...form.field("document")} />}
      {/* a day other than today may meet other obstacles: the field is always there */}
      <TextArea label={t(MUST_REASON.has(kind) ? "training.classes.reason" : "training.classes.reasonToGoOn")} required={asksReason} rows={3} {...form.field("reason")} />
    </FormPage>
  );
}
