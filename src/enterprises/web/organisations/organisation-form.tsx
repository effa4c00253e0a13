import { ProblemError } from "../../../platform/http/client.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useCommand } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import { Checkbox } from "../../../web/design/form/checkbox.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { useToast } from "../../../web/design/toast.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { enterprisesRoutes, ORGANISATION_KINDS, type OrganisationBody, type OrganisationKind, type OrganisationRow } from "../../contract.ts";

interface Draft {
  readonly name: string;
  readonly kinds: readonly OrganisationKind[];
  readonly taxCode: string;
  readonly unitUid: string | null;
  readonly address: string;
  readonly contactName: string;
  readonly phone: string;
  readonly email: string;
  readonly industry: string;
  readonly workers: number | null;
  readonly note: string;
  readonly confirmAlike: boolean;
}

const text = (value: string): string | null => value.trim() || null;
const bodyOf = (draft: Draft): OrganisationBody => ({
  name: draft.name, kinds: [...draft.kinds], taxCode: text(draft.taxCode), unitUid: draft.unitUid, address: text(draft.address), contactName: text(draft.contactName), phone: text(draft.phone), email: text(draft.email), industry: text(draft.industry),
  workers: draft.workers, note: text(draft.note), confirmAlike: draft.confirmAlike,
});

/** Adds an organisation, or changes the one given. */
export function OrganisationForm({ row, onDone }: { row?: OrganisationRow; onDone: (id: string) => void }) {
  const t = useText();
  const say = useToast();
  const session = useSession();
  const { units } = useAreaPeriod();
  const add = useCommand(enterprisesRoutes.addOrganisation);
  const change = useCommand(enterprisesRoutes.changeOrganisation);
  const command = row ? change : add;
  const problem = command.error instanceof ProblemError ? command.error.problem : null;
  const form = useForm<Draft>({
    draft: `enterprises:organisation:${row?.id ?? "new"}`,
    initial: {
      name: row?.name ?? "", kinds: row?.kinds ?? ["enterprise"], taxCode: row?.taxCode ?? "", unitUid: row ? row.unitUid : session.unit.uid, address: row?.address ?? "", contactName: row?.contactName ?? "", phone: row?.phone ?? "", email: row?.email ?? "",
      industry: row?.industry ?? "", workers: row?.workers ?? null, note: row?.note ?? "", confirmAlike: false,
    },
    validate: ({ name, kinds, taxCode }) => ({
      ...(name.trim().length < 2 && { name: t("enterprises.form.nameMissing") }), ...(kinds.length === 0 && { kinds: t("enterprises.form.kindMissing") }), ...(taxCode.trim() !== "" && !/^\d{10}(-?\d{3})?$|^\d{12}$/.test(taxCode.trim()) && { taxCode: t("enterprises.form.taxWrong") }),
    }),
  });
  const saved = ({ id }: { id: string }) => (form.clear(), say(t("enterprises.form.saved")), onDone(id));
  const submit = (draft: Draft) => (row ? change.mutate({ params: { id: row.id }, body: { ...bodyOf(draft), baseVersion: row.version } }, { onSuccess: saved }) : add.mutate({ body: bodyOf(draft) }, { onSuccess: saved }));
  const seats = units.filter(({ level, former }) => level !== "district" && !former).map(({ uid, fullName }) => ({ value: uid, label: fullName }));
  const own = seats.some(({ value }) => value === session.unit.uid) ? seats : [{ value: session.unit.uid, label: session.unit.fullName }, ...seats];
  const { kinds } = form.values;
  const otherId = problem?.data["otherId"];
  return (
    <FormPage form={form} action={t("enterprises.form.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      {typeof otherId === "string" && <LinkButton to="/enterprises/$id" params={{ id: otherId }} size="small">{t("enterprises.form.openOther")}</LinkButton>}
      {problem?.code === "enterprises.nameTaken" && <Checkbox label={t("enterprises.form.confirmAlike")} {...form.field("confirmAlike")} />}
      <TextInput label={t("enterprises.name")} required {...form.field("name")} />
      <FieldSet label={t("enterprises.kinds")} id={form.field("kinds").id} error={form.errors.kinds}>
        {ORGANISATION_KINDS.map((kind) => <Checkbox key={kind} label={t(`enterprises.kind.${kind}`)} value={kinds.includes(kind)} onChange={(on) => form.set({ kinds: on ? [...kinds, kind] : kinds.filter((one) => one !== kind) })} />)}
      </FieldSet>
      <TextInput label={t("enterprises.taxCode")} inputMode="numeric" {...form.field("taxCode")} />
      <Select label={t("enterprises.seat")} hint={t("enterprises.seatHint")} none={t("enterprises.seatOutside")} options={own} {...form.field("unitUid")} />
      <TextInput label={t("enterprises.address")} {...form.field("address")} />
      <TextInput label={t("enterprises.contactName")} {...form.field("contactName")} />
      <TextInput label={t("enterprises.phone")} type="tel" {...form.field("phone")} />
      <TextInput label={t("enterprises.email")} type="email" {...form.field("email")} />
      <TextInput label={t("enterprises.industry")} {...form.field("industry")} />
      <NumberInput label={t("enterprises.workers")} {...form.field("workers")} />
      <TextArea label={t("enterprises.note")} rows={2} {...form.field("note")} />
    </FormPage>
  );
}
