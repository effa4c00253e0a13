import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { ProblemError } from "../../../platform/http/client.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { HOME_SUPPORTS, overseasRoutes, type CasePageView } from "../../overseas/contract.ts";
import { sureText } from "./standards-tab.tsx";

type Support = CasePageView["supports"][number];

/** What was given before leaving and after coming home, each by the rule of its day. */
export function SupportTab({ page }: { page: CasePageView }) {
  const t = useText();
  const { values, set } = useUrl();
  const [wrong, pick] = useState<string | null>(null);
  const voidIt = useCommand(overseasRoutes.voidOverseasSupport);
  const may = page.may.handle && page.reaches;
  const close = () => set({ do: null }, "replace");
  const add = may && <Button size="small" kind="primary" onClick={() => set({ do: "support" }, "replace")}>{t("migration.abroad.addSupport")}</Button>;
  return (
    <Stack>
      <DataTable<Support>
        label={t("migration.abroad.supports")} name="supports" local exports={false} rows={page.supports} rowKey={(row) => row.id} tools={add}
        columns={[
          { key: "what", label: t("migration.abroad.item"), main: true, text: (row) => row.kindName, render: (row) => (row.voided ? <s>{row.kindName}</s> : row.kindName) },
          { key: "phase", label: t("migration.abroad.phase"), render: (row) => t(`migration.abroad.phase.${row.phase}`) },
          { key: "on", label: t("migration.abroad.day"), nowrap: true, render: (row) => dayText(row.on) },
          { key: "amount", label: t("migration.abroad.amount"), align: "end", render: (row) => (row.amountDong === null ? "—" : figureText(row.amountDong)) },
          { key: "rule", label: t("migration.abroad.source"), render: (row) => [row.policy, row.certainty && t(`migration.abroad.certainty.${row.certainty}`), row.reason].filter(Boolean).join("; ") || "—" },
          { key: "document", label: t("migration.abroad.document"), render: (row) => [row.document, row.note].filter(Boolean).join("; ") || "—" },
          { key: "void", label: t("migration.abroad.action"), text: null, render: (row) => (may && !row.voided ? <Button size="small" kind="quiet" onClick={() => pick(row.id)}>{t("migration.abroad.voidSupport")}</Button> : null) },
        ]}
        empty={<EmptyState title={t("migration.abroad.noSupports")} actions={add}>{t("migration.abroad.noSupportsText")}</EmptyState>}
      />
      {values["do"] === "support" && may && <Drawer open title={t("migration.abroad.addSupport")} onClose={close}><SupportForm page={page} onDone={close} /></Drawer>}
      {wrong && (
        <ConfirmDialog open danger title={t("migration.abroad.voidSupport")} action={t("migration.abroad.voidSupport")} reason busy={voidIt.isPending} error={<ErrorNotice error={voidIt.error} />} onClose={() => pick(null)}
          onConfirm={(reason) => voidIt.mutate({ params: { id: page.row.id, support: wrong }, body: { reason } }, { onSuccess: () => pick(null) })} />
      )}
    </Stack>
  );
}

interface Draft {
  readonly phase: string;
  readonly on: string | null;
  readonly item: string | null;
  readonly amount: number | null;
  readonly quantity: number | null;
  readonly reason: string;
  readonly document: string;
}

function SupportForm({ page, onDone }: { page: CasePageView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const [warned, warn] = useState(false);
  const command = useCommand(overseasRoutes.addOverseasSupport);
  const home = page.row.returnedOn !== null;
  const form = useForm<Draft>({
    draft: `migration:support:${page.row.id}`, initial: { phase: home ? "home" : "before", on: today(), item: null, amount: null, quantity: 1, reason: "", document: "" },
    validate: (draft) => ({
      ...(draft.on === null && { on: t("migration.abroad.dayMissing") }), ...(draft.item === null && { item: t("migration.abroad.textMissing") }), ...(draft.phase === "before" && draft.amount === null && { amount: t("migration.abroad.textMissing") }),
    }),
  });
  const { phase, on, item } = form.values;
  const { data: standards } = useAnswer(overseasRoutes.overseasStandards, { query: { on: (on ?? today()) as PlainDate } }, { keep: true });
  const rules = (standards?.supports ?? []).flatMap((support) => support.items.map((one) => ({ ...one, policy: support.id, key: `${support.id}/${one.code}`, name: `${one.name} — ${support.name}` })));
  const rule = rules.find(({ key }) => key === item);
  const options = phase === "home" ? HOME_SUPPORTS.map((value) => ({ value, label: t(`migration.abroad.home.${value}`) })) : rules.map(({ key, name }) => ({ value: key, label: name }));
  const submit = (draft: Draft) =>
    command.mutate({
      params: { id: page.row.id },
      body: {
        phase: draft.phase as "before", on: draft.on as PlainDate, ...(rule && draft.phase === "before" ? { policy: rule.policy, item: rule.code } : { item: draft.item! }), amountDong: draft.amount, quantity: draft.quantity ?? 1,
        reason: draft.reason.trim() || null, document: draft.document.trim() || null,
      },
    }, {
      onSuccess: ({ warning }) => (form.clear(), say(warning ?? t("migration.abroad.saved")), onDone()),
      onError: (error) => warn(error instanceof ProblemError && error.problem.code === "migration.support.reasonMissing"),
    });
  return (
    <FormPage form={form} action={t("migration.abroad.addSupport")} onSubmit={submit} busy={command.isPending} error={command.error}>
      {home && <Select label={t("migration.abroad.phase")} options={["before", "home"].map((value) => ({ value, label: t(`migration.abroad.phase.${value}`) }))} value={phase} onChange={(value) => form.set({ phase: value ?? "home", item: null })} />}
      <DateInput label={t("migration.abroad.day")} required {...form.field("on")} />
      <Select label={t("migration.abroad.item")} required options={options} {...form.field("item")} />
      {rule && phase === "before" && <Hint>{`${rule.amountDong === null ? t("migration.abroad.levelUnknown") : `${figureText(rule.amountDong)} ${t(`migration.abroad.basis.${rule.basis}.${rule.unit}`)}`} — ${sureText(rule.sure, t)}`}</Hint>}
      {rule && phase === "before" && (rule.unit === "day" || rule.unit === "month") && <NumberInput label={t(`migration.abroad.quantity.${rule.unit}`)} {...form.field("quantity")} />}
      <NumberInput label={t("migration.abroad.amount")} required={phase === "before"} {...form.field("amount")} />
      <TextInput label={t("migration.abroad.document")} {...form.field("document")} />
      {(warned || form.values.reason !== "") && <TextArea label={t("migration.abroad.reasonToGoOn")} rows={3} {...form.field("reason")} />}
    </FormPage>
  );
}
