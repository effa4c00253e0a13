import type { ReactNode } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import type { CallInput } from "../../../platform/http/client.ts";
import type { Route } from "../../../platform/http/contract.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Checkbox, Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { type Form, type FormErrors, useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { workflowRoutes, type RoundPageView } from "../../workflow/contract.ts";

interface FormOf {
  readonly page: RoundPageView;
  readonly onDone: () => void;
}

interface EntryProps<V extends object, R extends Route> extends FormOf {
  readonly draft: string;
  readonly route: R;
  readonly initial: V;
  readonly validate?: (values: V) => FormErrors<V>;
  readonly request: (values: V) => CallInput<R>;
  readonly children: (form: Form<V>) => ReactNode;
}

/** One entry of the round's set-up: checked, saved, said, closed. */
function EntryForm<V extends object, R extends Route>({ page, draft, route, initial, validate, request, children, onDone }: EntryProps<V, R>) {
  const t = useText();
  const say = useToast();
  const command = useCommand(route);
  const form = useForm<V>({ draft: `poverty:${draft}:${page.round.id}`, initial, ...(validate && { validate }) });
  return (
    <FormPage form={form} action={t("poverty.work.save")} busy={command.isPending} error={command.error} onSubmit={(values) => command.mutate(request(values), { onSuccess: () => (form.clear(), say(t("poverty.work.saved")), onDone()) })}>
      {children(form)}
    </FormPage>
  );
}

interface Setup {
  readonly planNo: string;
  readonly planDate: string | null;
  readonly committeeNo: string;
  readonly committeeDate: string | null;
  readonly formRate: number | null;
  readonly formRateDocument: string;
  readonly opinionLevel: string | null;
  readonly opinionMode: string | null;
  readonly opinionDocument: string;
}

const text = (value: string): string | null => value.trim() || null;
const LEVELS = ["district", "province"] as const;
const MODES = ["opinion", "approve", "inform", "none"] as const;

export function SetupForm({ page, onDone }: FormOf) {
  const t = useText();
  const { setup } = page;
  const initial: Setup = { ...setup, planNo: setup.planNo ?? "", committeeNo: setup.committeeNo ?? "", formRateDocument: setup.formRateDocument ?? "", opinionDocument: setup.opinionDocument ?? "" };
  return (
    <EntryForm
      page={page} onDone={onDone} draft={`setup:${setup.version}`} route={workflowRoutes.saveSetup} initial={initial}
      validate={(values) => ({
        ...(values.formRate !== null && text(values.formRateDocument) === null && { formRateDocument: t("poverty.work.documentMissing") }), ...(values.opinionMode !== null && text(values.opinionDocument) === null && { opinionDocument: t("poverty.work.documentMissing") }),
      })}
      request={({ planNo, planDate, committeeNo, committeeDate, formRate, formRateDocument, opinionLevel, opinionMode, opinionDocument }) => ({
        params: { id: page.round.id },
        body: {
          baseVersion: setup.version,
          setup: {
            planNo: text(planNo), planDate: planDate as PlainDate | null, committeeNo: text(committeeNo), committeeDate: committeeDate as PlainDate | null, formRate, formRateDocument: text(formRateDocument),
            opinionLevel: opinionLevel as "district" | "province" | null, opinionMode: opinionMode as (typeof MODES)[number] | null, opinionDocument: text(opinionDocument),
          },
        },
      })}
    >
      {(form) => (
        <>
          <TextInput label={t("poverty.work.planNo")} {...form.field("planNo")} />
          <DateInput label={t("poverty.work.planDate")} {...form.field("planDate")} />
          <TextInput label={t("poverty.work.committeeNo")} {...form.field("committeeNo")} />
          <DateInput label={t("poverty.work.committeeDate")} {...form.field("committeeDate")} />
          <NumberInput label={t("poverty.work.formRate")} {...form.field("formRate")} />
          <TextInput label={t("poverty.work.formRateDocument")} {...form.field("formRateDocument")} />
          <FieldSet label={t("poverty.work.asks")}>
            <Hint>{t("poverty.work.asksHint")}</Hint>
            <Select label={t("poverty.work.mode")} none={t("poverty.work.byProcess")} options={MODES.map((value) => ({ value, label: t(`poverty.work.mode.${value}`) }))} {...form.field("opinionMode")} />
            <Select label={t("poverty.work.levelAsked")} none={t("poverty.work.byProcess")} options={LEVELS.map((value) => ({ value, label: t(`poverty.work.level.${value}`) }))} {...form.field("opinionLevel")} />
            <TextInput label={t("poverty.work.opinionDocument")} {...form.field("opinionDocument")} />
          </FieldSet>
        </>
      )}
    </EntryForm>
  );
}

export function StaffForm({ page, onDone }: FormOf) {
  const t = useText();
  const initial: { readonly kind: string | null; readonly fullName: string; readonly position: string; readonly task: string } = { kind: "surveyor", fullName: "", position: "", task: "" };
  return (
    <EntryForm
      page={page} onDone={onDone} draft="staff" route={workflowRoutes.addStaff} initial={initial} validate={({ fullName }) => ({ ...(text(fullName) === null && { fullName: t("poverty.work.textMissing") }) })}
      request={({ kind, fullName, position, task }) => ({ params: { id: page.round.id }, body: { kind: kind as "committee" | "surveyor", fullName, position: text(position), task: text(task) } })}
    >
      {(form) => (
        <>
          <Choice label={t("poverty.work.role")} options={(["surveyor", "committee"] as const).map((value) => ({ value, label: t(`poverty.work.kind.${value}`) }))} {...form.field("kind")} />
          <TextInput label={t("poverty.work.fullName")} required {...form.field("fullName")} />
          <TextInput label={t("poverty.work.position")} {...form.field("position")} />
          <TextInput label={t("poverty.work.task")} {...form.field("task")} />
        </>
      )}
    </EntryForm>
  );
}

export function MilestoneForm({ page, onDone }: FormOf) {
  const t = useText();
  const initial: { readonly code: string | null; readonly dueOn: string | null; readonly document: string } = { code: null, dueOn: null, document: page.setup.planNo ?? "" };
  return (
    <EntryForm
      page={page} onDone={onDone} draft="milestone" route={workflowRoutes.setMilestone} initial={initial}
      validate={({ code, dueOn, document }) => ({ ...(code === null && { code: t("poverty.work.textMissing") }), ...(dueOn === null && { dueOn: t("poverty.work.dayMissing") }), ...(text(document) === null && { document: t("poverty.work.documentMissing") }) })}
      request={({ code, dueOn, document }) => ({ params: { id: page.round.id }, body: { code: code!, dueOn: dueOn as PlainDate, document } })}
    >
      {(form) => (
        <>
          <Select label={t("poverty.work.milestone")} required options={page.milestones.map(({ code, name }) => ({ value: code, label: name }))} {...form.field("code")} />
          <DateInput label={t("poverty.work.dueOn")} required {...form.field("dueOn")} />
          <TextInput label={t("poverty.work.byDocument")} required {...form.field("document")} />
        </>
      )}
    </EntryForm>
  );
}

interface People {
  readonly label: string;
  readonly people: readonly { readonly id: string; readonly fullName: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

function PeopleField({ label, people, chosen, onChange }: People) {
  const toggle = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <FieldSet label={label}>
      {people.map(({ id, fullName }) => <Checkbox key={id} label={fullName} value={chosen.includes(id)} onChange={(on) => toggle(id, on)} />)}
    </FieldSet>
  );
}

const surveyorsOf = ({ staff }: RoundPageView) => staff.filter(({ kind }) => kind === "surveyor");

export function TrainingForm({ page, onDone }: FormOf) {
  const t = useText();
  const initial: { readonly heldOn: string | null; readonly place: string; readonly content: string; readonly staffIds: readonly string[] } = { heldOn: null, place: "", content: "", staffIds: [] };
  return (
    <EntryForm
      page={page} onDone={onDone} draft="training" route={workflowRoutes.addTraining} initial={initial}
      validate={({ heldOn, place, content }) => ({ ...(heldOn === null && { heldOn: t("poverty.work.dayMissing") }), ...(text(place) === null && { place: t("poverty.work.textMissing") }), ...(text(content) === null && { content: t("poverty.work.textMissing") }) })}
      request={({ heldOn, place, content, staffIds }) => ({ params: { id: page.round.id }, body: { heldOn: heldOn as PlainDate, place, content, staffIds: [...staffIds] } })}
    >
      {(form) => (
        <>
          <DateInput label={t("poverty.work.heldOn")} required {...form.field("heldOn")} />
          <TextInput label={t("poverty.work.place")} required {...form.field("place")} />
          <TextInput label={t("poverty.work.content")} required {...form.field("content")} />
          <PeopleField label={t("poverty.work.trained")} people={surveyorsOf(page)} chosen={form.values.staffIds} onChange={(staffIds) => form.set({ staffIds })} />
        </>
      )}
    </EntryForm>
  );
}

interface HamletDraft {
  readonly hamletId: string | null;
  readonly headName: string;
  readonly surveyorIds: readonly string[];
  readonly formsGiven: number | null;
  readonly formsGivenOn: string | null;
  readonly formsBack: number | null;
}

export function HamletForm({ page, onDone }: FormOf) {
  const t = useText();
  const set = page.round.resultSets[0];
  const { data } = useAnswer(workflowRoutes.progress, { params: { id: page.round.id }, query: { set: set?.id ?? "" } }, { enabled: set !== undefined });
  const initial: HamletDraft = { hamletId: null, headName: "", surveyorIds: [], formsGiven: null, formsGivenOn: null, formsBack: null };
  const choose = (form: Form<HamletDraft>, hamletId: string | null): void => {
    const known = data?.hamlets.find((one) => one.hamletId === hamletId);
    form.set({ hamletId, ...(known && { headName: known.headName ?? "", surveyorIds: known.surveyorIds, formsGiven: known.formsGiven, formsGivenOn: known.formsGivenOn, formsBack: known.formsBack }) });
  };
  return (
    <EntryForm
      page={page} onDone={onDone} draft="hamlet" route={workflowRoutes.saveHamlet} initial={initial} validate={({ hamletId }) => ({ ...(hamletId === null && { hamletId: t("poverty.work.hamletMissing") }) })}
      request={({ hamletId, headName, surveyorIds, formsGiven, formsGivenOn, formsBack }) => ({ params: { id: page.round.id }, body: { hamletId: hamletId!, headName: text(headName), surveyorIds: [...surveyorIds], formsGiven: formsGiven ?? 0, formsGivenOn: formsGivenOn as PlainDate | null, formsBack: formsBack ?? 0 } })}
    >
      {(form) => (
        <>
          <Select label={t("poverty.review.hamlet")} required options={(data?.hamlets ?? []).map((one) => ({ value: one.hamletId, label: one.hamlet }))} {...form.field("hamletId")} onChange={(id) => choose(form, id)} />
          <TextInput label={t("poverty.work.hamletHead")} {...form.field("headName")} />
          <PeopleField label={t("poverty.work.surveyors")} people={surveyorsOf(page)} chosen={form.values.surveyorIds} onChange={(surveyorIds) => form.set({ surveyorIds })} />
          <NumberInput label={t("poverty.work.formsGiven")} {...form.field("formsGiven")} />
          <DateInput label={t("poverty.work.formsGivenOn")} {...form.field("formsGivenOn")} />
          <NumberInput label={t("poverty.work.formsBack")} {...form.field("formsBack")} />
        </>
      )}
    </EntryForm>
  );
}
