import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Checkbox } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { StatusBadge, type Pattern } from "../../../web/design/status-badge.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { supervisionRoutes, type SettlementRow, type SettlementStep } from "../../supervision/contract.ts";

const STATE: Readonly<Record<SettlementRow["state"], Pattern>> = { open: "dotted", submitted: "striped", returned: "refused", settled: "solid" };

/** Contracts with the papers of their settlement: which are there, which are missing, submitted, settled. */
export function SettlementsTab() {
  const t = useText();
  const { area, on } = useAreaPeriod();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(supervisionRoutes.settlements, { query: { area, on } }, { keep: true });
  const opened = data?.rows.find((row) => row.contractId === values["contract"]);
  return (
    <Stack>
      {data?.mark && <Hint>{data.mark}</Hint>}
      <DataTable<SettlementRow>
        label={t("training.settlements.tab")} name="settlements" local rows={data?.rows} rowKey={(row) => row.contractId} error={error} onRetry={() => void refetch()} onOpen={(row) => set({ contract: row.contractId }, "replace")}
        columns={[
          { key: "number", label: t("training.settlements.contract"), main: true, render: (row) => row.number }, { key: "provider", label: t("training.lists.provider"), render: (row) => row.provider }, { key: "unit", label: t("training.lists.unit"), hidden: true, render: (row) => row.unit },
          { key: "signed", label: t("training.settlements.signedOn"), nowrap: true, render: (row) => (row.signedOn ? dayText(row.signedOn) : "—") }, { key: "amount", label: t("training.settlements.amount"), align: "end", nowrap: true, render: (row) => figureText(row.amountDong) },
          { key: "classes", label: t("training.settlements.classes"), align: "end", text: (row) => `${row.closed}/${row.classes}`, render: (row) => `${figureText(row.closed)}/${figureText(row.classes)}` }, { key: "paid", label: t("training.settlements.paid"), align: "end", nowrap: true, render: (row) => figureText(row.paidDong) },
          { key: "missing", label: t("training.settlements.missing"), align: "end", render: (row) => figureText(row.missing) }, { key: "state", label: t("training.lists.state"), text: (row) => t(`training.settlements.state.${row.state}`), render: (row) => <StatusBadge pattern={STATE[row.state]}>{t(`training.settlements.state.${row.state}`)}</StatusBadge> },
        ]}
        empty={<EmptyState title={t("training.settlements.none")}>{t("training.settlements.noneText")}</EmptyState>}
      />
      {opened && <Drawer open title={t("training.settlements.of", { number: opened.number })} onClose={() => set({ contract: null }, "replace")}><Settlement key={opened.version} row={opened} /></Drawer>}
    </Stack>
  );
}

function Settlement({ row }: { row: SettlementRow }) {
  const t = useText();
  const say = useToast();
  const [have, setHave] = useState<ReadonlySet<string>>(new Set(row.papers.filter((paper) => paper.have).map(({ code }) => code)));
  const save = useCommand(supervisionRoutes.saveSettlementPapers);
  const step = useCommand(supervisionRoutes.stepSettlement);
  const tick = (code: string, held: boolean) => setHave(new Set(held ? [...have, code] : [...have].filter((one) => one !== code)));
  const store = () => save.mutate({ params: { id: row.contractId }, body: { baseVersion: row.version, papers: row.papers.map(({ code, on, note }) => ({ code, have: have.has(code), on: have.has(code) ? ((on ?? today()) as PlainDate) : null, note })) } }, { onSuccess: () => say(t("training.settlements.saved")) });
  const take = (one: SettlementStep) => step.mutate({ params: { id: row.contractId }, body: { baseVersion: row.version, on: today() as PlainDate, step: one } });
  return (
    <Stack gap="wide">
      <KeyValue pairs={[
        { label: t("training.lists.state"), value: t(`training.settlements.state.${row.state}`) }, { label: t("training.settlements.amount"), value: figureText(row.amountDong) }, { label: t("training.settlements.paid"), value: figureText(row.paidDong) },
        { label: t("training.settlements.minutes"), value: row.minutesNo && `${row.minutesNo}, ${dayText(row.settledOn ?? "")}` }, { label: t("training.settlements.settledAmount"), value: row.settledDong === null ? null : figureText(row.settledDong) }, { label: t("training.settlements.note"), value: row.note },
      ]} />
      <FieldSet label={t("training.settlements.papers")}>{row.papers.map(({ code, name, on }) => <Checkbox key={code} label={on === null ? name : `${name} (${dayText(on)})`} value={have.has(code)} disabled={!row.may.fill} onChange={(held) => tick(code, held)} />)}</FieldSet>
      <ErrorNotice error={save.error ?? step.error} />
      {row.may.fill && <Button kind="primary" busy={save.isPending} onClick={store}>{t("training.settlements.save")}</Button>}
      {row.may.fill && (row.state === "open" || row.state === "returned") && row.version > 0 && <Button busy={step.isPending} onClick={() => take({ kind: "submit" })}>{t("training.settlements.submit")}</Button>}
      {row.may.settle && row.state === "submitted" && <SettleForm row={row} />}
    </Stack>
  );
}

function SettleForm({ row }: { row: SettlementRow }) {
  const t = useText();
  const command = useCommand(supervisionRoutes.stepSettlement);
  const form = useForm<{ on: string | null; minutesNo: string; amount: number | null; reason: string }>({
    draft: `training:settle:${row.contractId}`, initial: { on: today(), minutesNo: "", amount: row.amountDong, reason: "" },
    validate: ({ on, minutesNo, amount }) => ({ ...(on === null && { on: t("training.lists.dayMissing") }), ...(minutesNo.trim() === "" && { minutesNo: t("training.lists.textMissing") }), ...(amount === null && { amount: t("training.cases.amountMissing") }) }),
  });
  const send = (on: string | null, step: SettlementStep) => command.mutate({ params: { id: row.contractId }, body: { baseVersion: row.version, on: on as PlainDate, step } }, { onSuccess: form.clear });
  const { on, reason } = form.values;
  return (
    <Stack>
      <FormPage form={form} action={t("training.settlements.settle")} busy={command.isPending} error={command.error} onSubmit={(draft) => send(draft.on, { kind: "settle", minutesNo: draft.minutesNo, amountDong: draft.amount!, ...(draft.reason.trim().length >= 3 && { reason: draft.reason.trim() }) })}>
        <DateInput label={t("training.lists.on")} required {...form.field("on")} />
        <TextInput label={t("training.settlements.minutes")} required {...form.field("minutesNo")} />
        <NumberInput label={t("training.settlements.settledAmount")} required {...form.field("amount")} />
        <TextArea label={t("training.settlements.reason")} {...form.field("reason")} />
      </FormPage>
      <Button kind="danger" disabled={reason.trim().length < 3} onClick={() => send(on, { kind: "giveBack", reason: reason.trim() })}>{t("training.settlements.giveBack")}</Button>
    </Stack>
  );
}
