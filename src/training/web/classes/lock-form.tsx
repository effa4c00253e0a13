import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { ClassPageView } from "../../classes/contract.ts";
import { timetableRoutes, type SessionView } from "../../timetable/contract.ts";

interface Draft {
  readonly from: string | null;
  readonly to: string | null;
  readonly signer: string;
}

/** The signed sheet of some days: proposed from the first day that is not locked to the last that was marked. */
export function LockForm({ page, rows, onDone }: { page: ClassPageView; rows: readonly SessionView[]; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(timetableRoutes.lockSheet);
  const open = rows.filter(({ locked, cancelledOn }) => !locked && cancelledOn === null);
  const form = useForm<Draft>({
    draft: `training:lock:${page.row.id}`, initial: { from: open[0]?.on ?? null, to: open.findLast(({ marked }) => marked > 0)?.on ?? null, signer: page.teacher ?? "" },
    validate: (draft) => ({
      ...(draft.from === null && { from: t("training.classes.dayMissing") }), ...(draft.to === null && { to: t("training.classes.dayMissing") }), ...(draft.signer.trim() === "" && { signer: t("training.classes.textMissing") }),
    }),
  });
  const submit = ({ from, to, signer }: Draft) =>
    command.mutate({ params: { id: page.row.id }, body: { from: from as PlainDate, to: to as PlainDate, signer: signer.trim() } }, { onSuccess: () => (form.clear(), say(t("training.classes.saved")), onDone()) });
  return (
    <FormPage form={form} action={t("training.classes.lock")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t("training.classes.lockHint")}</Hint>
      <DateInput label={t("training.classes.from")} required {...form.field("from")} />
      <DateInput label={t("training.classes.to")} required {...form.field("to")} />
      <TextInput label={t("training.classes.sheetSigner")} required {...form.field("signer")} />
    </FormPage>
  );
}
