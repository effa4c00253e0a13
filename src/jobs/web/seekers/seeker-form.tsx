import type { PlainDate } from "../../../kernel/date.ts";
import { ProblemError } from "../../../platform/http/client.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useCommand } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import { Checkbox, Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { PLACE_KINDS } from "../../rules/event.ts";
import { EDUCATION_ORDER, TECHNICAL_ORDER } from "../../rules/match.ts";
import { PRIORITIES, seekerRoutes, SHIFTS, type SeekerBody, type SeekerRow } from "../../seekers/contract.ts";
import { NO_WORKER, workerBody, WorkerFields, workerErrors, type WorkerDraft } from "../worker-fields.tsx";

interface Draft extends WorkerDraft {
  readonly registeredOn: string | null;
  readonly phone: string;
  readonly wantedVsco: string;
  readonly wantedJob: string;
  readonly wantedPlaces: readonly string[];
  readonly wageWanted: number | null;
  readonly shifts: readonly string[];
  readonly generalEducation: string | null;
  readonly technicalLevel: string | null;
  readonly major: string;
  readonly skills: string;
  readonly licences: string;
  readonly experienceVsco: string;
  readonly experienceMonths: number | null;
  readonly needsDormitory: string | null;
  readonly disabled: string | null;
  readonly priority: readonly string[];
  readonly note: string;
}

const answerOf = (value: boolean | null | undefined): string | null => (value === null || value === undefined ? null : value ? "yes" : "no");
const draftOf = (row: SeekerRow | undefined): Draft => ({
  ...NO_WORKER, ...(row && { hamletId: row.hamletId, fullName: row.fullName, personId: row.personId }), registeredOn: row?.registeredOn ?? today(), phone: row?.phone ?? "", wantedVsco: row?.wantedVsco.join(", ") ?? "", wantedJob: row?.wantedJob ?? "",
  wantedPlaces: row?.wantedPlaces ?? [], wageWanted: row?.wageWanted ?? null, shifts: row?.shifts ?? [], generalEducation: row?.generalEducation ?? null, technicalLevel: row?.technicalLevel ?? null, major: row?.major ?? "", skills: row?.skills ?? "",
  licences: row?.licences ?? "", experienceVsco: row?.experienceVsco ?? "", experienceMonths: row?.experienceMonths ?? null, needsDormitory: answerOf(row?.needsDormitory), disabled: answerOf(row?.disabled), priority: row?.priority ?? [], note: row?.note ?? "",
});
const codesOf = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);
const text = (value: string): string | null => value.trim() || null;
const wishesOf = (draft: Draft): Omit<SeekerBody, "worker" | "registeredOn"> => ({
  phone: text(draft.phone), wantedVsco: codesOf(draft.wantedVsco), wantedJob: text(draft.wantedJob), wantedPlaces: draft.wantedPlaces as SeekerBody["wantedPlaces"], wageWanted: draft.wageWanted, shifts: draft.shifts as SeekerBody["shifts"],
  generalEducation: draft.generalEducation as SeekerBody["generalEducation"], technicalLevel: draft.technicalLevel as SeekerBody["technicalLevel"], major: text(draft.major), skills: text(draft.skills), licences: text(draft.licences),
  experienceVsco: text(draft.experienceVsco), experienceMonths: draft.experienceMonths, needsDormitory: draft.needsDormitory === null ? null : draft.needsDormitory === "yes", disabled: draft.disabled === null ? null : draft.disabled === "yes",
  priority: draft.priority as SeekerBody["priority"], note: text(draft.note),
});

/** Somebody who looks for work; with `row` the wishes of one on file. */
export function SeekerForm({ row, onDone }: { row?: SeekerRow; onDone: (id: string) => void }) {
  const t = useText();
  const say = useToast();
  const { area, on } = useAreaPeriod();
  const add = useCommand(seekerRoutes.addSeeker);
  const change = useCommand(seekerRoutes.changeSeeker);
  const command = row ? change : add;
  const problem = command.error instanceof ProblemError ? command.error.problem : null;
  const form = useForm<Draft>({
    draft: `jobs:seeker:${row?.id ?? "new"}`, initial: draftOf(row),
    validate: (draft) => ({
      ...(!row && workerErrors(draft, t)), ...(draft.registeredOn === null && { registeredOn: t("jobs.event.dayMissing") }), ...(codesOf(draft.wantedVsco).some((code) => !/^\d{1,5}$/.test(code)) && { wantedVsco: t("jobs.event.vscoWrong") }),
      ...(draft.experienceVsco.trim() !== "" && !/^\d{1,5}$/.test(draft.experienceVsco.trim()) && { experienceVsco: t("jobs.event.vscoWrong") }),
    }),
  });
  const submit = (draft: Draft) => {
    const saved = ({ id }: { id: string }) => (form.clear(), say(t("jobs.seeker.saved")), onDone(id));
    if (row) change.mutate({ params: { id: row.id }, body: { ...wishesOf(draft), baseVersion: row.version } }, { onSuccess: saved });
    else add.mutate({ body: { worker: workerBody(draft), registeredOn: draft.registeredOn as PlainDate, ...wishesOf(draft) } }, { onSuccess: saved });
  };
  const several = (key: "wantedPlaces" | "shifts" | "priority", values: readonly string[], words: string) => values.map((value) => (
    <Checkbox key={value} label={t(`${words}.${value}`)} value={form.values[key].includes(value)} onChange={(chosen) => form.set({ [key]: chosen ? [...form.values[key], value] : form.values[key].filter((one) => one !== value) })} />
  ));
  const yesNo = [{ value: "yes", label: t("jobs.seeker.yes") }, { value: "no", label: t("jobs.seeker.no") }];
  const seekerId = problem?.data["seekerId"];
  return (
    <FormPage form={form} action={t("jobs.event.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      {typeof seekerId === "string" && <LinkButton to="/jobs/seekers/$id" params={{ id: seekerId }} size="small">{t("jobs.seeker.openOther")}</LinkButton>}
      {!row && <WorkerFields form={form} area={area} on={on} />}
      {!row && <DateInput label={t("jobs.seeker.registered")} required {...form.field("registeredOn")} />}
      <TextInput label={t("jobs.seeker.phone")} type="tel" {...form.field("phone")} />
      <TextInput label={t("jobs.seeker.wantedJob")} {...form.field("wantedJob")} />
      <TextInput label={t("jobs.seeker.wantedVsco")} hint={t("jobs.seeker.wantedVscoHint")} {...form.field("wantedVsco")} />
      <FieldSet label={t("jobs.seeker.places")}>{several("wantedPlaces", PLACE_KINDS, "jobs.event.place")}</FieldSet>
      <NumberInput label={t("jobs.seeker.wage")} {...form.field("wageWanted")} />
      <FieldSet label={t("jobs.seeker.shifts")}>{several("shifts", SHIFTS, "jobs.seeker.shift")}</FieldSet>
      <Choice label={t("jobs.seeker.dormitory")} options={yesNo} {...form.field("needsDormitory")} />
      <Select label={t("jobs.seeker.education")} none={t("jobs.seeker.unknown")} options={EDUCATION_ORDER.map((value) => ({ value, label: t(`jobs.seeker.education.${value}`) }))} {...form.field("generalEducation")} />
      <Select label={t("jobs.seeker.technical")} none={t("jobs.seeker.unknown")} options={TECHNICAL_ORDER.map((value) => ({ value, label: t(`jobs.seeker.technical.${value}`) }))} {...form.field("technicalLevel")} />
      <TextInput label={t("jobs.seeker.major")} {...form.field("major")} />
      <TextInput label={t("jobs.seeker.skills")} {...form.field("skills")} />
      <TextInput label={t("jobs.seeker.licences")} {...form.field("licences")} />
      <TextInput label={t("jobs.seeker.experienceVsco")} {...form.field("experienceVsco")} />
      <NumberInput label={t("jobs.seeker.experienceMonths")} {...form.field("experienceMonths")} />
      <Choice label={t("jobs.seeker.disabled")} options={yesNo} {...form.field("disabled")} />
      <FieldSet label={t("jobs.seeker.priority")}>{several("priority", PRIORITIES, "jobs.seeker.priority")}</FieldSet>
      <TextInput label={t("jobs.seeker.note")} {...form.field("note")} />
    </FormPage>
  );
}
