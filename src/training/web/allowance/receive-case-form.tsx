import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod, useHamlets } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Checkbox, Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { DecimalInput, NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { capital } from "../../../web/design/format.ts";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { allowanceRoutes } from "../../allowance/contract.ts";
import { AREA_CLASSES } from "../../payment-list/contract.ts";
import { CHANNELS, supportCaseRoutes, type ReceiveBody } from "../../support-cases/contract.ts";

interface Draft {
  readonly fullName: string;
  readonly birth: string | null;
  readonly sex: string | null;
  readonly hamletId: string | null;
  readonly course: string;
  readonly providerName: string;
  readonly openedOn: string | null;
  readonly receivedOn: string | null;
  readonly channel: string | null;
  readonly papers: string;
  readonly groups: readonly string[];
  readonly actualCost: number | null;
  readonly attendedDays: number | null;
  readonly distanceKm: string | null;
  readonly areaClass: string | null;
  readonly dutyEndedOn: string | null;
}

/** Groups of NĐ 338; the others have no place in it and are told by the calculation. */
const SHOWN = ["LDNT", "BO_DOI", "TN_TINH_NGUYEN", "TRI_THUC_TRE", "NGHEO", "CAN_NGHEO", "DTTS", "NKT"];

/** Receives an application: who, which course, what the calculation asks, which papers. */
export function ReceiveCaseForm({ onDone }: { onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const { area } = useAreaPeriod();
  const hamlets = useHamlets(area, today()) ?? [];
  const { data } = useAnswer(allowanceRoutes.allowanceRules, { query: {} });
  const command = useCommand(supportCaseRoutes.receiveSupportCase);
  const form = useForm<Draft>({
    draft: `training:case:${area}`,
    initial: { fullName: "", birth: null, sex: "0", hamletId: null, course: "", providerName: "", openedOn: null, receivedOn: today(), channel: "in_person", papers: "", groups: [], actualCost: null, attendedDays: null, distanceKm: null, areaClass: null, dutyEndedOn: null },
    validate: (draft) => ({
      ...(draft.fullName.trim().length < 2 && { fullName: t("training.lists.textMissing") }), ...(draft.hamletId === null && { hamletId: t("training.cases.hamletMissing") }), ...(draft.course.trim() === "" && { course: t("training.lists.textMissing") }),
      ...(draft.providerName.trim() === "" && { providerName: t("training.lists.textMissing") }), ...(draft.openedOn === null && { openedOn: t("training.allowance.openedMissing") }), ...(draft.receivedOn === null && { receivedOn: t("training.lists.dayMissing") }),
    }),
  });
  const { groups } = form.values;
  const submit = (draft: Draft) =>
    command.mutate({
      body: {
        worker: { hamletId: draft.hamletId!, fullName: draft.fullName.trim(), sex: Number(draft.sex ?? 0) as 0 | 1 | 2, ...(draft.birth !== null && (draft.birth.length === 4 ? { birthYear: Number(draft.birth) } : { birthDate: draft.birth })) },
        course: draft.course, providerName: draft.providerName, openedOn: draft.openedOn as PlainDate, receivedOn: draft.receivedOn as PlainDate, channel: draft.channel as ReceiveBody["channel"], papers: draft.papers.split("\n").map((line) => line.trim()).filter(Boolean),
        asked: { groups: [...draft.groups], actualCost: draft.actualCost, attendedDays: draft.attendedDays, distanceKm: draft.distanceKm, areaClass: draft.areaClass as ReceiveBody["asked"]["areaClass"], dutyEndedOn: draft.dutyEndedOn as PlainDate | null },
      },
    }, { onSuccess: ({ number }) => (form.clear(), say(t("training.cases.receivedAs", { number })), onDone()) });
  return (
    <FormPage form={form} action={t("training.cases.receive")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <TextInput label={t("training.paymentCheck.name")} required {...form.field("fullName")} />
      <DateInput label={t("training.cases.birth")} yearOnly {...form.field("birth")} />
      <Choice label={t("training.cases.sex")} options={["1", "2", "0"].map((value) => ({ value, label: t(`training.cases.sex.${value}`) }))} {...form.field("sex")} />
      <Select label={t("training.lists.hamlet")} required options={hamlets.map(({ id, label }) => ({ value: id, label: capital(label) }))} {...form.field("hamletId")} />
      <TextInput label={t("training.cases.course")} required {...form.field("course")} />
      <TextInput label={t("training.lists.provider")} required {...form.field("providerName")} />
      <DateInput label={t("training.allowance.openedOn")} required {...form.field("openedOn")} />
      <FieldSet label={t("training.allowance.groups")}>
        {data?.groups.filter(({ code }) => SHOWN.includes(code)).map(({ code, name }) => <Checkbox key={code} label={name} value={groups.includes(code)} onChange={(held) => form.set({ groups: held ? [...groups, code] : groups.filter((one) => one !== code) })} />)}
      </FieldSet>
      <Choice label={t("training.allowance.area")} options={AREA_CLASSES.map((value) => ({ value, label: t(`training.allowance.area.${value}`) }))} {...form.field("areaClass")} />
      <DecimalInput label={t("training.allowance.distance")} {...form.field("distanceKm")} />
      <NumberInput label={t("training.allowance.cost")} {...form.field("actualCost")} />
      <NumberInput label={t("training.allowance.days")} {...form.field("attendedDays")} />
      {groups.some((code) => ["BO_DOI", "TN_TINH_NGUYEN", "TRI_THUC_TRE"].includes(code)) && <DateInput label={t("training.allowance.dutyEndedOn")} {...form.field("dutyEndedOn")} />}
      <DateInput label={t("training.cases.receivedOn")} required {...form.field("receivedOn")} />
      <Choice label={t("training.cases.channel")} options={CHANNELS.map((value) => ({ value, label: t(`training.cases.channel.${value}`) }))} {...form.field("channel")} />
      <TextArea label={t("training.cases.papers")} hint={t("training.cases.onePerLine")} rows={3} {...form.field("papers")} />
    </FormPage>
  );
}
