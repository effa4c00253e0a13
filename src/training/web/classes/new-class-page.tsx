import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod, useUnits } from "../../../web/area-period.ts";
import { useCommand } from "../../../web/data.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Page } from "../../../web/design/page.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useGo } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { classRoutes } from "../../classes/contract.ts";
import { ClassFields, classBody, type ClassDraft, classErrors, EMPTY_CLASS } from "./class-form.tsx";

interface Draft extends ClassDraft {
  readonly code: string;
  readonly unitUid: string | null;
  readonly plannedOn: string | null;
}

/** A class as planned; contract, money and teacher may follow before it opens. */
export default function NewClassPage() {
  const t = useText();
  const go = useGo();
  const say = useToast();
  const { area } = useAreaPeriod();
  const units = useUnits(today()).filter(({ level }) => level === "commune" || level === "province");
  const command = useCommand(classRoutes.planClass);
  const form = useForm<Draft>({
    draft: "training:class:new", initial: { ...EMPTY_CLASS, code: "", unitUid: null, plannedOn: today() },
    validate: (draft) => ({ ...(draft.code.trim() === "" && { code: t("training.classes.codeMissing") }), ...(draft.unitUid === null && unitOf(null) === null && { unitUid: t("training.classes.unitMissing") }), ...(draft.plannedOn === null && { plannedOn: t("training.classes.dayMissing") }), ...classErrors(t, draft) }),
  });
  /** the unit chosen, else the one the page is about */
  const unitOf = (chosen: string | null): string | null => chosen ?? units.find(({ uid }) => uid === area)?.uid ?? (units.length === 1 ? units[0]!.uid : null);
  const unitUid = unitOf(form.values.unitUid);
  const submit = (draft: Draft) =>
    command.mutate({ body: { ...classBody(draft), code: draft.code.trim(), unitUid: unitUid!, plannedOn: draft.plannedOn as PlainDate } }, { onSuccess: ({ id }) => (form.clear(), say(t("training.classes.saved")), go({ to: "/training/classes/$id", params: { id } })) });
  return (
    <Page title={t("training.classes.new")} width="narrow" crumbs={[{ label: t("training.classes.title"), to: "/training/classes" }]}>
      <FormPage form={form} action={t("training.classes.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
        <TextInput label={t("training.classes.code")} hint={t("training.classes.codeHint")} required {...form.field("code")} />
        <Select label={t("training.classes.opener")} required options={units.map(({ uid, fullName }) => ({ value: uid, label: fullName }))} {...form.field("unitUid")} value={unitUid} />
        <DateInput label={t("training.classes.plannedOn.label")} required {...form.field("plannedOn")} />
        <ClassFields form={form} unitUid={unitUid} />
      </FormPage>
    </Page>
  );
}
