import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { useToast } from "../../../web/design/toast.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { enterprisesRoutes, type VacancyBody, type VacancyRow } from "../../contract.ts";
import { CONTRACTS, EDUCATION, PLACE_KINDS, SHIFTS, TECHNICAL } from "../../rules/vacancy.ts";

const TEXTS = ["vsic", "description", "positionLevel", "major", "computer", "languages", "softSkills", "place", "country", "mealSupport", "benefits", "needsLicence", "contact"] as const;
const NUMBERS = ["posts", "postsFemale", "experienceMonths", "wageFrom", "wageTo", "probationDays", "ageFrom", "ageTo"] as const;
const ANSWERS = ["dormitory", "transport", "acceptsDisabled", "hazardous"] as const;

type Draft = Readonly<Record<(typeof TEXTS)[number], string>> & Readonly<Record<(typeof NUMBERS)[number], number | null>> & Readonly<Record<(typeof ANSWERS)[number], string | null>> & {
  readonly organisationId: string | null;
  readonly title: string;
  readonly vsco: string;
  readonly placeKind: string | null;
  readonly placeUnitUid: string | null;
  readonly generalEducation: string | null;
  readonly technicalLevel: string | null;
  readonly contractKind: string | null;
  readonly shift: string | null;
  readonly applyBy: string | null;
  readonly openedOn: string | null;
};

const answerOf = (value: boolean | null | undefined): string | null => (value === null || value === undefined ? null : value ? "yes" : "no");
const draftOf = (row: VacancyRow | undefined, organisationId: string | undefined): Draft => ({
  ...(Object.fromEntries(TEXTS.map((key) => [key, row?.[key] ?? ""])) as Record<(typeof TEXTS)[number], string>), ...(Object.fromEntries(NUMBERS.map((key) => [key, row?.[key] ?? null])) as Record<(typeof NUMBERS)[number], number | null>),
  ...(Object.fromEntries(ANSWERS.map((key) => [key, answerOf(row?.[key])])) as Record<(typeof ANSWERS)[number], string | null>), organisationId: organisationId ?? null, title: row?.title ?? "", vsco: row?.vsco ?? "", placeKind: row?.placeKind ?? null,
  placeUnitUid: row?.placeUnitUid ?? null, generalEducation: row?.generalEducation ?? null, technicalLevel: row?.technicalLevel ?? null, contractKind: row?.contractKind ?? null, shift: row?.shift ?? null, applyBy: row?.applyBy ?? null, openedOn: row?.openedOn ?? today(),
});
const bodyOf = (draft: Draft, source: VacancyBody["source"]): VacancyBody => ({
  ...(Object.fromEntries(TEXTS.map((key) => [key, draft[key].trim() || null])) as Record<(typeof TEXTS)[number], string | null>), ...(Object.fromEntries(NUMBERS.map((key) => [key, draft[key]])) as Record<(typeof NUMBERS)[number], number | null>), posts: draft.posts!,
  ...(Object.fromEntries(ANSWERS.map((key) => [key, draft[key] === null ? null : draft[key] === "yes"])) as Record<(typeof ANSWERS)[number], boolean | null>), organisationId: draft.organisationId!, title: draft.title, vsco: draft.vsco.trim() || null,
  placeKind: draft.placeKind as VacancyBody["placeKind"], placeUnitUid: draft.placeUnitUid, generalEducation: draft.generalEducation as VacancyBody["generalEducation"], technicalLevel: draft.technicalLevel as VacancyBody["technicalLevel"],
  contractKind: draft.contractKind as VacancyBody["contractKind"], shift: draft.shift as VacancyBody["shift"], applyBy: draft.applyBy as PlainDate | null, openedOn: draft.openedOn as PlainDate, source,
});

/** A vacancy in the order of the paper that firms fill in. */
export function VacancyForm({ row, organisationId, onDone }: { row?: VacancyRow; organisationId?: string; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const { role } = useSession();
  const { on, units } = useAreaPeriod();
  const firms = useAnswer(enterprisesRoutes.organisations, { query: { on } }, { enabled: organisationId === undefined });
  const add = useCommand(enterprisesRoutes.addVacancy);
  const change = useCommand(enterprisesRoutes.changeVacancy);
  const command = row ? change : add;
  const form = useForm<Draft>({
    draft: `enterprises:vacancy:${row?.id ?? organisationId ?? "new"}`, initial: draftOf(row, organisationId),
    validate: (draft) => ({
      ...(draft.organisationId === null && { organisationId: t("enterprises.vacancy.firmMissing") }), ...(draft.title.trim().length < 2 && { title: t("enterprises.vacancy.titleMissing") }), ...((draft.posts === null || draft.posts < 1) && { posts: t("enterprises.vacancy.postsMissing") }),
      ...(draft.placeKind === null && { placeKind: t("enterprises.vacancy.placeMissing") }), ...(draft.openedOn === null && { openedOn: t("enterprises.dayMissing") }), ...(draft.vsco.trim() !== "" && !/^\d{1,5}$/.test(draft.vsco.trim()) && { vsco: t("enterprises.vacancy.vscoWrong") }),
    }),
  });
  const submit = (draft: Draft) => {
    const saved = () => (form.clear(), say(t("enterprises.form.saved")), onDone());
    if (row) change.mutate({ params: { id: row.id }, body: { ...bodyOf(draft, row.source), baseVersion: row.version } }, { onSuccess: saved });
    else add.mutate({ body: bodyOf(draft, role === "job_centre" ? "centre" : "commune") }, { onSuccess: saved });
  };
  const codes = (values: readonly string[], words: string) => values.map((value) => ({ value, label: t(`enterprises.${words}.${value}`) }));
  const yesNo = [{ value: "yes", label: t("enterprises.yes") }, { value: "no", label: t("enterprises.no") }];
  const communes = units.filter(({ level }) => level === "commune").map(({ uid, fullName }) => ({ value: uid, label: fullName }));
  return (
    <FormPage form={form} action={t("enterprises.form.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      {organisationId === undefined && <Select label={t("enterprises.vacancy.firm")} required options={(firms.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))} {...form.field("organisationId")} />}
      <TextInput label={t("enterprises.vacancy.title")} required {...form.field("title")} />
      <TextInput label={t("enterprises.vacancy.vsco")} inputMode="numeric" {...form.field("vsco")} />
      <NumberInput label={t("enterprises.vacancy.posts")} required {...form.field("posts")} />
      <NumberInput label={t("enterprises.vacancy.women")} {...form.field("postsFemale")} />
      <TextArea label={t("enterprises.vacancy.description")} rows={3} {...form.field("description")} />
      <Select label={t("enterprises.vacancy.place")} required options={codes(PLACE_KINDS, "place")} {...form.field("placeKind")} />
      {form.values.placeKind !== "nuoc_ngoai" && <Select label={t("enterprises.vacancy.placeUnit")} none={t("enterprises.vacancy.placeUnitNone")} options={communes} {...form.field("placeUnitUid")} />}
      {form.values.placeKind === "nuoc_ngoai" && <TextInput label={t("enterprises.vacancy.country")} required {...form.field("country")} />}
      <TextInput label={t("enterprises.vacancy.address")} {...form.field("place")} />
      <NumberInput label={t("enterprises.vacancy.wageFrom")} {...form.field("wageFrom")} />
      <NumberInput label={t("enterprises.vacancy.wageTo")} {...form.field("wageTo")} />
      <TextInput label={t("enterprises.vacancy.meal")} {...form.field("mealSupport")} />
      <TextInput label={t("enterprises.vacancy.benefits")} {...form.field("benefits")} />
      <Select label={t("enterprises.vacancy.contract")} none={t("enterprises.unknown")} options={codes(CONTRACTS, "contract")} {...form.field("contractKind")} />
      <Select label={t("enterprises.vacancy.shift")} none={t("enterprises.unknown")} options={codes(SHIFTS, "shift")} {...form.field("shift")} />
      <Choice label={t("enterprises.vacancy.dormitory")} options={yesNo} {...form.field("dormitory")} />
      <Choice label={t("enterprises.vacancy.transport")} options={yesNo} {...form.field("transport")} />
      <Select label={t("enterprises.vacancy.education")} none={t("enterprises.unknown")} options={codes(EDUCATION, "education")} {...form.field("generalEducation")} />
      <Select label={t("enterprises.vacancy.technical")} none={t("enterprises.unknown")} options={codes(TECHNICAL, "technical")} {...form.field("technicalLevel")} />
      <TextInput label={t("enterprises.vacancy.major")} {...form.field("major")} />
      <NumberInput label={t("enterprises.vacancy.experience")} {...form.field("experienceMonths")} />
      <NumberInput label={t("enterprises.vacancy.ageFrom")} {...form.field("ageFrom")} />
      <NumberInput label={t("enterprises.vacancy.ageTo")} {...form.field("ageTo")} />
      <Choice label={t("enterprises.vacancy.hazardous")} options={yesNo} {...form.field("hazardous")} />
      <Choice label={t("enterprises.vacancy.disabled")} options={yesNo} {...form.field("acceptsDisabled")} />
      <TextInput label={t("enterprises.vacancy.licence")} {...form.field("needsLicence")} />
      <TextInput label={t("enterprises.vacancy.languages")} {...form.field("languages")} />
      <TextInput label={t("enterprises.vacancy.computer")} {...form.field("computer")} />
      <TextInput label={t("enterprises.vacancy.skills")} {...form.field("softSkills")} />
      <NumberInput label={t("enterprises.vacancy.probation")} {...form.field("probationDays")} />
      <DateInput label={t("enterprises.vacancy.opened")} required {...form.field("openedOn")} />
      <DateInput label={t("enterprises.vacancy.applyBy")} {...form.field("applyBy")} />
      <TextInput label={t("enterprises.vacancy.contact")} {...form.field("contact")} />
    </FormPage>
  );
}
