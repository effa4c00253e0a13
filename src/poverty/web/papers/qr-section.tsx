import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Section } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { type PaperOverview, paperRoutes } from "../../papers/contract.ts";

interface Decision {
  readonly address: string;
  readonly document: string;
  readonly from: string | null;
}

/** Whether certificates carry a code; the province decides. */
export function QrSection({ qr, may, on }: { qr: PaperOverview["qr"]; may: boolean; on: PlainDate }) {
  const t = useText();
  const [deed, setDeed] = useState<"on" | "off" | null>(null);
  const off = useCommand(paperRoutes.turnQrOff);
  const close = () => setDeed(null);
  const actions = may && (qr === null
    ? <Button onClick={() => setDeed("on")}>{t("poverty.papers.qrOn")}</Button>
    : qr.to === null && <Button onClick={() => setDeed("off")}>{t("poverty.papers.qrOff")}</Button>);
  return (
    <Section title={t("poverty.papers.qr")} actions={actions}>
      <Hint>{qr === null ? t("poverty.papers.qrNone") : t("poverty.papers.qrBy", { document: qr.document, from: dayText(qr.from), address: qr.address })}</Hint>
      <Drawer open={deed === "on"} title={t("poverty.papers.qrOn")} onClose={close}>
        <QrForm on={on} onDone={close} />
      </Drawer>
      <ConfirmDialog
        open={deed === "off"} title={t("poverty.papers.qrOff")} action={t("poverty.papers.qrOff")} reason busy={off.isPending} error={<ErrorNotice error={off.error} />} onClose={close}
        onConfirm={(reason) => off.mutate({ params: { id: qr!.id }, body: { to: on, reason } }, { onSuccess: close })}
      >
        <p>{t("poverty.papers.qrOffText", { on: dayText(on) })}</p>
      </ConfirmDialog>
    </Section>
  );
}

function QrForm({ on, onDone }: { on: PlainDate; onDone: () => void }) {
  const t = useText();
  const command = useCommand(paperRoutes.turnQrOn);
  const form = useForm<Decision>({
    draft: "poverty:qr", initial: { address: "", document: "", from: on },
    validate: ({ address, document, from }) => ({
      ...(address.trim() === "" && { address: t("poverty.papers.qrAddressMissing") }),
      ...(document.trim() === "" && { document: t("poverty.papers.qrDocumentMissing") }),
      ...(from === null && { from: t("poverty.papers.issueDayMissing") }),
    }),
  });
  const submit = ({ address, document, from }: Decision) => command.mutate({ body: { address, document, from: from as PlainDate } }, { onSuccess: () => (form.clear(), onDone()) });
  return (
    <FormPage form={form} action={t("poverty.papers.qrOn")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t("poverty.papers.qrHint")}</Hint>
      <TextInput label={t("poverty.papers.qrDocument")} {...form.field("document")} />
      <TextInput label={t("poverty.papers.qrAddressLabel")} hint="https://…" {...form.field("address")} />
      <DateInput label={t("poverty.papers.qrFrom")} {...form.field("from")} />
    </FormPage>
  );
}
