import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Section } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { movementRoutes, type MovementView, type SubmissionView } from "../../movement/contract.ts";

/** What was submitted for the year, and submitting it; refused while a line is neither balanced nor explained. */
export function Submissions({ data }: { data: MovementView }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { submissions, may, area, year } = data;
  return (
    <Section title={t("poverty.movementPage.submissions")} actions={may.submit && <Button onClick={() => setOpen(true)}>{t("poverty.movementPage.submit")}</Button>}>
      {submissions.length === 0 ? <Hint>{t("poverty.movementPage.notSubmitted")}</Hint> : (
        <DataTable<SubmissionView>
          label={t("poverty.movementPage.submissions")} name="sub" local rows={submissions} rowKey={(row) => row.id}
          columns={[
            { key: "unit", label: t("poverty.tables.place"), main: true, render: (row) => row.unitName },
            { key: "signer", label: t("poverty.decision.signer"), render: (row) => row.signer },
            { key: "on", label: t("poverty.movementPage.signedOn"), render: (row) => dayText(row.signedOn) },
            { key: "note", label: t("poverty.movementPage.note"), render: (row) => row.note ?? "—" },
          ]}
        />
      )}
      <Drawer open={open} title={t("poverty.movementPage.submitOf", { area: area.name, year: String(year) })} onClose={() => setOpen(false)}>
        <SubmitForm data={data} onDone={() => setOpen(false)} />
      </Drawer>
    </Section>
  );
}

interface Draft {
  readonly signer: string;
  readonly signedOn: string | null;
  readonly note: string;
}

function SubmitForm({ data, onDone }: { data: MovementView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(movementRoutes.submitTables);
  const form = useForm<Draft>({
    draft: `poverty:submit:${data.area.uid}:${data.year}`, initial: { signer: "", signedOn: null, note: "" },
    validate: ({ signer, signedOn }) => ({ ...(signer.trim() === "" && { signer: t("poverty.decision.signerMissing") }), ...(signedOn === null && { signedOn: t("poverty.decision.dateMissing") }) }),
  });
  const submit = ({ signer, signedOn, note }: Draft) =>
    command.mutate({ body: { areaUid: data.area.uid, year: data.year, signer, signedOn: signedOn as PlainDate, ...(note.trim() !== "" && { note }) } }, { onSuccess: () => (form.clear(), say(t("poverty.movementPage.submitted")), onDone()) });
  return (
    <FormPage form={form} action={t("poverty.movementPage.submit")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t("poverty.movementPage.submitHint")}</Hint>
      <TextInput label={t("poverty.decision.signer")} required {...form.field("signer")} />
      <DateInput label={t("poverty.movementPage.signedOn")} required {...form.field("signedOn")} />
      <TextArea label={t("poverty.movementPage.note")} {...form.field("note")} />
    </FormPage>
  );
}
