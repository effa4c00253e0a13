import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { dayText } from "../../../web/design/format.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { useText } from "../../../web/text/text.tsx";
import { procedureRoutes, type MonthView } from "../../procedures/contract.ts";

export const monthText = (month: string): string => `${month.slice(5)}/${month.slice(0, 4)}`;

/** Whether a month's report was handed in, and by whom it is recorded so or taken back. */
export function HandedCell({ row, area, may }: { readonly row: MonthView; readonly area: string; readonly may: boolean }) {
  const t = useText();
  const [asking, setAsking] = useState<"in" | "back" | null>(null);
  const back = useCommand(procedureRoutes.takeBackProcedureReport);
  const month = monthText(row.month);
  const close = () => setAsking(null);
  if (row.reportOn === null) return null;
  return (
    <>
      {row.handed && <span>{t("poverty.requests.handedAs", { on: dayText(row.handed.on), to: row.handed.receiver })}</span>}
      {row.handed?.differs && <StatusBadge pattern="striped">{t("poverty.requests.handedDiffers")}</StatusBadge>}
      {may && <Button size="small" kind="quiet" onClick={() => setAsking(row.handed ? "back" : "in")}>{t(row.handed ? "poverty.requests.takeBackReport" : "poverty.requests.handIn")}</Button>}
      {asking === "in" && <Drawer open title={t("poverty.requests.handInTitle", { month })} onClose={close}><HandInForm month={row.month} area={area} onDone={close} /></Drawer>}
      {asking === "back" && (
        <ConfirmDialog
          open title={t("poverty.requests.takeBackReportAsk", { month })} action={t("poverty.requests.takeBackReport")} danger reason busy={back.isPending} error={<ErrorNotice error={back.error} />}
          onConfirm={(reason) => back.mutate({ params: { id: row.handed!.id }, body: { reason } }, { onSuccess: close })} onClose={close}
        />
      )}
    </>
  );
}

interface Draft {
  readonly handedOn: string | null;
  readonly receiver: string;
  readonly documentNo: string;
}

function HandInForm({ month, area, onDone }: { readonly month: string; readonly area: string; readonly onDone: () => void }) {
  const t = useText();
  const command = useCommand(procedureRoutes.handInProcedureReport);
  const form = useForm<Draft>({
    draft: `poverty:hand-in:${area}:${month}`, initial: { handedOn: null, receiver: "", documentNo: "" },
    validate: (draft) => ({ ...(draft.handedOn === null && { handedOn: t("poverty.work.dayMissing") }), ...(draft.receiver.trim() === "" && { receiver: t("poverty.work.textMissing") }) }),
  });
  const submit = (draft: Draft) =>
    command.mutate({ body: { area, month, handedOn: draft.handedOn as PlainDate, receiver: draft.receiver.trim(), documentNo: draft.documentNo.trim() || null } }, { onSuccess: () => (form.clear(), onDone()) });
  return (
    <FormPage form={form} action={t("poverty.requests.handIn")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Stack>
        <Hint>{t("poverty.requests.handInText")}</Hint>
        <DateInput label={t("poverty.requests.handedOn")} required {...form.field("handedOn")} />
        <TextInput label={t("poverty.requests.handedTo")} required {...form.field("receiver")} />
        <TextInput label={t("poverty.requests.handedDoc")} {...form.field("documentNo")} />
      </Stack>
    </FormPage>
  );
}
