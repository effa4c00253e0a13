import type { PlainDate } from "../../../kernel/date.ts";
import { useHamlets } from "../../../web/area-period.ts";
import { useCommand } from "../../../web/data.ts";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { capital } from "../../../web/design/format.ts";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { deskRoutes, type VisitView } from "../../desk/contract.ts";
import type { FairPage } from "../../plan/contract.ts";
import { WISHES, type Wish } from "../../rules/steps.ts";

/** Names the bearer of a pass, or mends what was told at the desk. A phone number left empty stays as it is. */
export function VisitorForm({ fair, visit, onDone }: { fair: FairPage; visit: VisitView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(deskRoutes.changeVisitor);
  const own = fair.communes.some(({ uid }) => uid === fair.unitUid) ? fair.unitUid : null;
  const form = useForm({
    draft: `fairs:visitor:${visit.id}`, initial: { fullName: visit.fullName ?? "", birthYear: visit.birthYear === null ? "" : String(visit.birthYear), commune: own, hamletId: visit.hamletId, residence: visit.residence ?? "", wish: visit.wish as string | null, phone: "" },
    validate: ({ fullName, birthYear }) => ({ ...(fullName.trim().length < 2 && { fullName: t("fairs.desk.nameMissing") }), ...(birthYear !== "" && !/^(19|20)\d\d$/.test(birthYear) && { birthYear: t("fairs.desk.yearWrong") }) }),
  });
  const { commune } = form.values;
  const hamlets = useHamlets(commune, fair.onDate as PlainDate);
  const known = visit.hamletId !== null && !hamlets?.some(({ id }) => id === visit.hamletId) ? [{ value: visit.hamletId, label: visit.hamlet ?? "" }] : [];
  const options = [...known, ...(hamlets ?? []).map(({ id, label }) => ({ value: id, label: capital(label) }))];
  return (
    <FormPage form={form} action={t("fairs.desk.saveVisitor")} busy={command.isPending} error={command.error} onSubmit={({ fullName, birthYear, hamletId, residence, wish, phone }) => command.mutate(
      { params: { id: visit.id }, body: { fullName, birthYear: birthYear === "" ? null : Number(birthYear), sex: visit.sex as 0 | 1 | 2, hamletId, residence: hamletId === null ? residence || null : null, wish: wish as Wish | null, phone: phone.trim() || null, baseVersion: visit.version } },
      { onSuccess: () => (form.clear(), say(t("fairs.plan.saved")), onDone()) },
    )}>
      <TextInput label={t("fairs.desk.fullName")} required {...form.field("fullName")} />
      <TextInput label={t("fairs.desk.birthYear")} inputMode="numeric" {...form.field("birthYear")} />
      <Select label={t("fairs.desk.commune")} none={t("fairs.desk.elsewhere")} options={fair.communes.map(({ uid, name }) => ({ value: uid, label: name }))} value={commune} onChange={(uid) => form.set({ commune: uid, hamletId: null })} />
      {options.length > 0 && <Select label={t("fairs.desk.hamlet")} none={t("fairs.desk.hamletUnknown")} options={options} {...form.field("hamletId")} />}
      {form.values.hamletId === null && <TextInput label={t("fairs.desk.residence")} {...form.field("residence")} />}
      <Select label={t("fairs.desk.wish")} none={t("fairs.desk.wish.none")} options={WISHES.map((value) => ({ value, label: t(`fairs.desk.wish.${value}`) }))} {...form.field("wish")} />
      <TextInput label={t("fairs.desk.phone")} type="tel" hint={visit.phone ? t("fairs.desk.phoneStays", { phone: visit.phone }) : undefined} {...form.field("phone")} />
    </FormPage>
  );
}
