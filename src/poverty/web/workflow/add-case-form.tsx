import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { registryRoutes } from "../../../registry/contract.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Checkbox } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { workflowRoutes, type RoundPageView } from "../../workflow/contract.ts";

interface Draft {
  readonly householdId: string | null;
  readonly on: string | null;
  readonly requested: boolean;
  readonly formNo: string;
  readonly receivedOn: string | null;
}

/** One more household for the list: found by its head's name, with its request (Mẫu số 01) or without. */
export function AddCaseForm({ page, onDone }: { page: RoundPageView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const [asked, setAsked] = useState("");
  const command = useCommand(workflowRoutes.addCase);
  const form = useForm<Draft>({
    draft: `poverty:addCase:${page.round.id}`, initial: { householdId: null, on: page.round.openedOn, requested: true, formNo: "", receivedOn: null },
    validate: ({ householdId, on, requested, formNo, receivedOn }) => ({
      ...(householdId === null && { householdId: t("poverty.work.householdMissing") }), ...(on === null && { on: t("poverty.work.dayMissing") }),
      ...(requested && formNo.trim() === "" && { formNo: t("poverty.work.formNoMissing") }), ...(requested && receivedOn === null && { receivedOn: t("poverty.work.dayMissing") }),
    }),
  });
  const on = (form.values.on ?? page.round.openedOn) as PlainDate | null;
  const { data } = useAnswer(registryRoutes.households, { query: { area: page.round.unitUid, on: on!, q: asked, sort: "name", page: 1, perPage: 50 } }, { enabled: on !== null && asked.trim().length >= 2, keep: true });
  const options = (data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.headName} — ${row.hamlet}${row.address ? `, ${row.address}` : ""}` }));
  const submit = ({ householdId, on: day, requested, formNo, receivedOn }: Draft) =>
    command.mutate(
      { params: { id: page.round.id }, body: { householdId: householdId!, on: day as PlainDate, ...(requested && { request: { formNo, receivedOn: receivedOn as PlainDate } }) } },
      { onSuccess: () => (form.clear(), say(t("poverty.work.added")), onDone()) },
    );
  return (
    <FormPage form={form} action={t("poverty.work.addCase")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <DateInput label={t("poverty.work.listDay")} required {...form.field("on")} />
      <TextInput label={t("poverty.work.findHousehold")} hint={t("poverty.work.findHint")} value={asked} onChange={setAsked} type="search" />
      <Select label={t("poverty.work.household")} required options={options} {...form.field("householdId")} />
      <Checkbox label={t("poverty.work.requested")} {...form.field("requested")} />
      {form.values.requested ? (
        <>
          <TextInput label={t("poverty.work.formNo")} required {...form.field("formNo")} />
          <DateInput label={t("poverty.work.receivedOn")} required {...form.field("receivedOn")} />
        </>
      ) : (
        <Hint>{t("poverty.work.unrequestedHint")}</Hint>
      )}
    </FormPage>
  );
}
