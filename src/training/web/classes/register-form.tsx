import type { PlainDate } from "../../../kernel/date.ts";
import { useHamlets, useUnits } from "../../../web/area-period.ts";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { capital, dayText } from "../../../web/design/format.ts";
import { Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import type { ClassPageView, ReasonView } from "../../classes/contract.ts";
import { learnerRoutes, type MatchView } from "../../learners/contract.ts";
import { EMPTY_GROUPS, groupBody, type GroupDraft, GroupFields } from "./group-fields.tsx";

interface Draft extends GroupDraft {
  readonly fullName: string;
  /** a day or a year */
  readonly birth: string | null;
  readonly sex: string | null;
  readonly unitUid: string | null;
  readonly hamletId: string | null;
  readonly enrolledOn: string | null;
  /** person of the registry; "none": nobody there; null: not looked up */
  readonly personId: string | null;
  readonly reason: string;
}

const NOBODY = "none";
const yearOf = (birth: string | null): number | null => (birth === null ? null : Number(birth.slice(0, 4)));

/** One learner: who, where from, in the registry or not, group with its proof. */
export function RegisterForm({ page, full, groups, onDone }: { page: ClassPageView; full: ReasonView | null; groups: readonly { code: string; name: string }[]; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const { role } = useSession();
  const units = useUnits(today()).filter(({ level }) => level === "commune");
  const match = useCommand(learnerRoutes.matchLearner);
  const command = useCommand(learnerRoutes.registerLearner);
  const form = useForm<Draft>({
    draft: `training:register:${page.row.id}`, initial: { ...EMPTY_GROUPS, fullName: "", birth: null, sex: null, unitUid: page.row.unitUid, hamletId: null, enrolledOn: page.row.openedOn ?? null, personId: null, reason: "" },
    validate: (draft) => ({
      ...(draft.fullName.trim().length < 2 && { fullName: t("training.classes.learnerMissing") }),
      ...(draft.hamletId === null && { hamletId: t("training.classes.hamletMissing") }),
      ...(draft.enrolledOn === null && { enrolledOn: t("training.classes.dayMissing") }),
      ...(full !== null && draft.reason.trim().length < 3 && { reason: t("training.classes.reasonMissing") }),
    }),
  });
  const { fullName, birth, unitUid, hamletId, enrolledOn, personId } = form.values;
  const hamlets = useHamlets(unitUid, today());
  const found = match.data?.persons ?? [];
  const look = () => match.mutate({ body: { hamletId: hamletId!, fullName: fullName.trim(), birthYear: yearOf(birth), enrolledOn: enrolledOn as PlainDate } }, { onSuccess: ({ kind, persons }) => (kind === "found" ? take(persons, persons[0]!.id) : form.set({ personId: NOBODY })) });
  const take = (persons: MatchView["persons"], id: string | null) => {
    const person = persons.find((one) => one.id === id);
    if (!person) return form.set({ personId: NOBODY });
    const proofs = person.proposed.map(({ group, document, from, to }) => ({ group, document, from: from ?? null, to: to ?? null }));
    form.set({ personId: person.id, birth: person.birthDate ?? (person.birthYear === null ? birth : String(person.birthYear)), sex: String(person.sex), ...(form.values.proofs.length === 0 && { proofs }) });
  };
  const submit = (draft: Draft) => {
    const day = draft.birth !== null && draft.birth.length > 4 ? draft.birth : null;
    const worker = { hamletId: draft.hamletId!, fullName: draft.fullName.trim(), birthDate: day, birthYear: yearOf(draft.birth), sex: Number(draft.sex ?? 0) as 0 | 1 | 2, ...(draft.personId !== null && { personId: draft.personId === NOBODY ? null : draft.personId }) };
    command.mutate({ params: { id: page.row.id }, body: { worker, enrolledOn: draft.enrolledOn as PlainDate, ...groupBody(draft), reason: draft.reason.trim() || null } }, { onSuccess: () => (form.clear(), match.reset(), say(t("training.classes.registered")), onDone()) });
  };
  const describe = (person: MatchView["persons"][number]): string => [
    person.fullName, person.birthDate ? dayText(person.birthDate) : person.birthYear, person.standing && t(`training.classes.standing.${person.standing.class}`, { no: person.standing.decisionNo ?? "" }),
  ].filter(Boolean).join(" · ");
  return (
    <FormPage form={form} action={t("training.classes.register")} onSubmit={submit} busy={command.isPending} error={command.error}>
      {full && <Notice kind="warn" title={t("training.classes.full")}>{full.text}</Notice>}
      <TextInput label={t("training.classes.learner")} required {...form.field("fullName")} />
      <DateInput label={t("training.classes.birth")} yearOnly {...form.field("birth")} />
      <Choice label={t("training.classes.sex")} options={["1", "2"].map((value) => ({ value, label: t(`training.classes.sex.${value}`) }))} {...form.field("sex")} />
      <Select label={t("training.classes.livesInUnit")} required options={units.map(({ uid, fullName: name }) => ({ value: uid, label: name }))} {...form.field("unitUid")} onChange={(value) => form.set({ unitUid: value, hamletId: null, personId: null })} />
      <Select label={t("training.classes.livesIn")} required options={(hamlets ?? []).map(({ id, label }) => ({ value: id, label: capital(label) }))} {...form.field("hamletId")} />
      <DateInput label={t("training.classes.enrolledOn")} required {...form.field("enrolledOn")} />
      {role !== "training_centre" && (
        <Stack gap="tight">
          <Button disabled={hamletId === null || enrolledOn === null || fullName.trim().length < 2} busy={match.isPending} onClick={look}>{t("training.classes.lookUp")}</Button>
          <ErrorNotice error={match.error} />
          {match.data?.kind === "none" && <Notice kind="info" title={t("training.classes.notFound")}>{t("training.classes.notFoundText")}</Notice>}
          {found.length > 0 && (
            <Choice label={t("training.classes.whoIsIt")} value={personId} onChange={(value) => take(found, value)} options={[...found.map((person) => ({ value: person.id, label: describe(person) })), { value: NOBODY, label: t("training.classes.nobody") }]} />
          )}
        </Stack>
      )}
      <GroupFields form={form} groups={groups} />
      {full && <TextArea label={t("training.classes.reasonToGoOn")} required rows={2} {...form.field("reason")} />}
    </FormPage>
  );
}
