import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { registryRoutes } from "../../../registry/contract.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Checkbox, Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { CHANNELS, procedureRoutes, type KindView, type ReceiveBody } from "../../procedures/contract.ts";
import { KindFacts } from "./kinds-tab.tsx";

interface Draft {
  readonly kind: string | null;
  readonly receivedOn: string | null;
  readonly householdId: string | null;
  readonly personId: string | null;
  readonly applicant: string;
  readonly channel: string | null;
  readonly hasForm: boolean;
  readonly papers: string;
}

export const linesOf = (text: string): string[] => text.split("\n").map((line) => line.trim()).filter(Boolean);

/** Receives a request at the commune: what for, which household or person, which papers. */
export function ReceiveForm({ kinds, onDone }: { kinds: readonly KindView[]; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const { area } = useAreaPeriod();
  const [asked, setAsked] = useState("");
  const command = useCommand(procedureRoutes.receiveRequest);
  const kindOf = (id: string | null) => kinds.find((one) => one.id === id);
  const form = useForm<Draft>({
    draft: `poverty:receive:${area}`, initial: { kind: null, receivedOn: null, householdId: null, personId: null, applicant: "", channel: "in_person", hasForm: true, papers: "" },
    validate: ({ kind, receivedOn, householdId, personId, applicant }) => ({
      ...(kind === null && { kind: t("poverty.requests.kindMissing") }), ...(receivedOn === null && { receivedOn: t("poverty.work.dayMissing") }), ...(householdId === null && { householdId: t("poverty.work.householdMissing") }),
      ...(kindOf(kind)?.subject === "person" && personId === null && { personId: t("poverty.requests.personMissing") }), ...(applicant.trim() === "" && { applicant: t("poverty.work.textMissing") }),
    }),
  });
  const { kind: kindId, receivedOn, householdId } = form.values;
  const kind = kindOf(kindId);
  const on = receivedOn as PlainDate | null;
  const { data } = useAnswer(registryRoutes.households, { query: { area, on: on!, q: asked, sort: "name", page: 1, perPage: 50 } }, { enabled: on !== null && asked.trim().length >= 2, keep: true });
  const options = (data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.headName} — ${row.hamlet}${row.address ? `, ${row.address}` : ""}` }));
  const ofPerson = kind?.subject === "person";
  const { data: household } = useAnswer(registryRoutes.household, { params: { id: householdId! }, query: { on: on! } }, { enabled: ofPerson && householdId !== null && on !== null });
  const people = (household?.members ?? []).map(({ person }) => ({ value: person.id, label: person.fullName }));
  const submit = (draft: Draft) =>
    command.mutate(
      {
        body: {
          kind: draft.kind!, householdId: draft.householdId!, ...(ofPerson && { personId: draft.personId }), applicant: draft.applicant, receivedOn: draft.receivedOn as PlainDate, channel: draft.channel as ReceiveBody["channel"],
          hasForm: draft.hasForm, papers: linesOf(draft.papers),
        },
      },
      { onSuccess: ({ number }) => (form.clear(), say(t("poverty.requests.receivedAs", { number })), onDone()) },
    );
  return (
    <FormPage form={form} action={t("poverty.requests.receive")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Select label={t("poverty.requests.kind")} required options={kinds.map(({ id, name }) => ({ value: id, label: name }))} {...form.field("kind")} />
      {kind && <KindFacts kind={kind} />}
      <DateInput label={t("poverty.requests.receivedOn")} required {...form.field("receivedOn")} />
      <TextInput label={t("poverty.work.findHousehold")} hint={t("poverty.work.findHint")} value={asked} onChange={setAsked} type="search" />
      <Select label={t("poverty.requests.household")} required options={options} {...form.field("householdId")} />
      {ofPerson && <Select label={t("poverty.requests.person")} required options={people} {...form.field("personId")} />}
      <TextInput label={t("poverty.requests.applicant")} required {...form.field("applicant")} />
      <Choice label={t("poverty.requests.channel")} options={CHANNELS.map((value) => ({ value, label: t(`poverty.requests.channel.${value}`) }))} {...form.field("channel")} />
      <Checkbox label={t("poverty.requests.hasForm", { form: kind?.form.name ?? t("poverty.requests.someForm") })} {...form.field("hasForm")} />
      <TextArea label={t("poverty.requests.otherPapers")} hint={t("poverty.requests.onePerLine")} rows={3} {...form.field("papers")} />
    </FormPage>
  );
}
