import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod, useUnits } from "../../../web/area-period.ts";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint, Row } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { fairRoutes, type FairBody, type FairPage } from "../../plan/contract.ts";
import { FAIR_KINDS, type FairKind } from "../../rules/steps.ts";

interface Draft {
  readonly name: string;
  readonly code: string;
  readonly kind: string | null;
  readonly onDate: string | null;
  readonly toDate: string | null;
  readonly place: string;
  readonly unitUid: string | null;
  readonly partnerUnits: readonly string[];
  readonly organiser: string;
  readonly partnerCentres: string;
  readonly decisionNo: string;
  readonly decidedOn: string | null;
  readonly budgetLine: string;
  readonly budgetDong: number | null;
}

const draftOf = (fair: FairPage): Draft => ({
  name: fair.name, code: fair.code, kind: fair.kind, onDate: fair.onDate, toDate: fair.toDate, place: fair.place ?? "", unitUid: fair.unitUid, partnerUnits: fair.partnerUnits, organiser: fair.organiser ?? "",
  partnerCentres: fair.partnerCentres ?? "", decisionNo: fair.decisionNo ?? "", decidedOn: fair.decidedOn, budgetLine: fair.budgetLine ?? "", budgetDong: fair.budgetDong,
});

const bodyOf = (draft: Draft): FairBody => ({
  ...draft, code: draft.code.trim().toUpperCase() || null, kind: draft.kind as FairKind, onDate: draft.onDate as PlainDate, toDate: draft.toDate as PlainDate | null, unitUid: draft.unitUid!, partnerUnits: [...draft.partnerUnits], decidedOn: draft.decidedOn as PlainDate | null,
});

/** Plans a fair, or changes the plan of one. */
export function FairForm({ fair, onDone }: { fair?: FairPage; onDone: (id: string) => void }) {
  const t = useText();
  const say = useToast();
  const session = useSession();
  const { area } = useAreaPeriod();
  const add = useCommand(fairRoutes.addFair);
  const change = useCommand(fairRoutes.changeFair);
  const form = useForm<Draft>({
    draft: `fairs:plan:${fair?.id ?? area}`,
    initial: fair ? draftOf(fair) : { name: "", code: "", kind: null, onDate: null, toDate: null, place: "", unitUid: session.unit.uid, partnerUnits: [], organiser: "", partnerCentres: "", decisionNo: "", decidedOn: null, budgetLine: "", budgetDong: null },
    validate: ({ name, kind, onDate, unitUid }) => ({
      ...(name.trim() === "" && { name: t("fairs.plan.nameMissing") }), ...(kind === null && { kind: t("fairs.plan.kindMissing") }), ...(onDate === null && { onDate: t("fairs.plan.dayMissing") }), ...(unitUid === null && { unitUid: t("fairs.plan.unitMissing") }),
    }),
  });
  const { onDate, partnerUnits, unitUid } = form.values;
  const units = useUnits((onDate ?? today()) as PlainDate);
  const named = new Map([[session.unit.uid, session.unit.fullName], ...units.map((unit) => [unit.uid, unit.fullName] as const)]);
  const options = [...named].map(([value, label]) => ({ value, label }));
  const submit = (draft: Draft) => {
    const done = (id: string) => (form.clear(), say(t("fairs.plan.saved")), onDone(id));
    if (fair) change.mutate({ params: { id: fair.id }, body: { ...bodyOf(draft), baseVersion: fair.version } }, { onSuccess: () => done(fair.id) });
    else add.mutate({ body: bodyOf(draft) }, { onSuccess: ({ id }) => done(id) });
  };
  return (
    <FormPage form={form} action={t("fairs.plan.save")} onSubmit={submit} busy={add.isPending || change.isPending} error={add.error ?? change.error}>
      <TextInput label={t("fairs.plan.name")} required {...form.field("name")} />
      <Select label={t("fairs.plan.kind")} required options={FAIR_KINDS.map((value) => ({ value, label: t(`fairs.plan.kind.${value}`) }))} {...form.field("kind")} />
      <DateInput label={t("fairs.plan.onDate")} required {...form.field("onDate")} />
      <DateInput label={t("fairs.plan.toDate")} hint={t("fairs.plan.toDateHint")} {...form.field("toDate")} />
      <TextInput label={t("fairs.plan.place")} {...form.field("place")} />
      <Select label={t("fairs.plan.unit")} required options={options} {...form.field("unitUid")} />
      <Select label={t("fairs.plan.partners")} options={options.filter(({ value }) => value !== unitUid && !partnerUnits.includes(value))} none={t("fairs.plan.addPartner")} value={null} onChange={(uid) => uid && form.set({ partnerUnits: [...partnerUnits, uid] })} />
      <Hint>{t("fairs.plan.partnersHint")}</Hint>
      {partnerUnits.length > 0 && (
        <Row gap="tight">
          {partnerUnits.map((uid) => <Button key={uid} size="small" onClick={() => form.set({ partnerUnits: partnerUnits.filter((one) => one !== uid) })}>{t("fairs.plan.takePartner", { unit: named.get(uid) ?? uid })}</Button>)}
        </Row>
      )}
      <TextInput label={t("fairs.plan.organiser")} {...form.field("organiser")} />
      <TextInput label={t("fairs.plan.partnerCentres")} {...form.field("partnerCentres")} />
      <TextInput label={t("fairs.plan.decisionNo")} {...form.field("decisionNo")} />
      <DateInput label={t("fairs.plan.decidedOn")} {...form.field("decidedOn")} />
      <TextInput label={t("fairs.plan.budgetLine")} {...form.field("budgetLine")} />
      <NumberInput label={t("fairs.plan.budgetDong")} {...form.field("budgetDong")} />
      <TextInput label={t("fairs.plan.code")} hint={t("fairs.plan.codeHint")} {...form.field("code")} />
    </FormPage>
  );
}
