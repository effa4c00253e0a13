import { useState } from "react";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { saveFile, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { FileDrop } from "../../../web/design/file-drop.tsx";
import { Checkbox, Choice } from "../../../web/design/form/checkbox.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Progress } from "../../../web/design/progress.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import { receiverFormRoutes, type FormColumn } from "../../receiver-form/contract.ts";
import { useSending } from "../../../web/use-sending.ts";

type ReadForm = AnswerOf<typeof receiverFormRoutes.readReceiverForm>;

/** The recognised list into the receiver's own empty workbook: its columns are read, corrected by the officer, filled. */
export default function FormPageOfReceiver() {
  const t = useText();
  const [read, setRead] = useState<ReadForm | null>(null);
  const sending = useSending(receiverFormRoutes.readReceiverForm);
  return (
    <Page title={t("poverty.formPage.title")} subtitle={t("poverty.formPage.subtitle")}>
      <Stack>
        {!read && <FileDrop label={t("poverty.formPage.drop")} hint={t("poverty.formPage.hint")} accept=".xlsx" busy={sending.busy} onFile={(file) => sending.send({ fileName: file.name }, file, setRead)} />}
        {sending.busy && sending.file && <Progress label={sending.file.name} done={sending.sent} total={sending.file.size} onCancel={sending.stop} />}
        <ErrorNotice error={sending.error} />
        {read && <Fill read={read} onOther={() => setRead(null)} />}
      </Stack>
    </Page>
  );
}

interface Draft {
  readonly list: string | null;
  readonly numbers: boolean;
  readonly purpose: string;
  readonly columns: Readonly<Record<string, string>>;
}

function Fill({ read, onOther }: { read: ReadForm; onOther: () => void }) {
  const t = useText();
  const say = useToast();
  const { area, on } = useAreaPeriod();
  const command = useCommand(receiverFormRoutes.fillReceiverForm);
  const proposed = Object.fromEntries(read.columns.map(({ column, field }) => [String(column), field ?? ""]));
  const form = useForm<Draft>({
    draft: `poverty:form:${read.token}`, initial: { list: "both", numbers: false, purpose: "", columns: proposed },
    validate: ({ purpose }) => ({ ...(purpose.trim().length < 3 && { purpose: t("poverty.formPage.purposeMissing") }) }),
  });
  const { columns } = form.values;
  const submit = ({ list, numbers, purpose }: Draft) =>
    command.mutate({ params: { id: read.token }, body: { area, on, list: list as "poor" | "near_poor" | "both", numbers, purpose, columns: { ...columns } } }, { onSuccess: (file) => (saveFile(file), say(t("poverty.formPage.done"))) });
  const choose = (column: FormColumn) => (
    <Select
      label={t("poverty.formPage.field")} value={columns[String(column.column)] || null} none={t("poverty.formPage.nothing")} options={read.fields.map(({ key, label }) => ({ value: key, label }))}
      onChange={(field) => form.set({ columns: { ...columns, [String(column.column)]: field ?? "" } })}
    />
  );
  return (
    <Stack>
      <Notice title={t("poverty.formPage.read", { file: read.fileName, sheet: read.sheet, row: read.firstRow })} actions={<Button size="small" onClick={onOther}>{t("poverty.formPage.other")}</Button>} />
      <DataTable<FormColumn>
        label={t("poverty.formPage.title")} name="columns" local pageSize={200} exports={false} rows={read.columns} rowKey={({ letters }) => letters}
        columns={[
          { key: "column", label: t("poverty.formPage.column"), main: true, nowrap: true, render: ({ letters }) => letters },
          { key: "heading", label: t("poverty.formPage.heading"), render: ({ heading }) => heading || "—" },
          { key: "field", label: t("poverty.formPage.field"), text: null, render: choose },
        ]}
      />
      <FormPage form={form} action={t("poverty.formPage.fill")} onSubmit={submit} busy={command.isPending} error={command.error}>
        <Choice label={t("poverty.formPage.list")} options={(["both", "poor", "near_poor"] as const).map((value) => ({ value, label: t(`poverty.formPage.list.${value}`) }))} {...form.field("list")} />
        <Checkbox label={t("poverty.formPage.numbers")} {...form.field("numbers")} />
        <TextInput label={t("poverty.formPage.purpose")} required {...form.field("purpose")} />
      </FormPage>
    </Stack>
  );
}
