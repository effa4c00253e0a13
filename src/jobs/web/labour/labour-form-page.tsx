import type { ReactNode } from "react";
import { plainDate, type PlainDate } from "../../../kernel/date.ts";
import { ProblemError } from "../../../platform/http/client.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { Checkbox, Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { type Form, useForm } from "../../../web/design/form/use-form.ts";
import { Hint, Section } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useGo, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { labourRoutes, type StatusRow } from "../../labour-status/contract.ts";
import { CONTRACT, EDUCATION, INACTIVE_REASON, INSURANCE, JOB_WANT, POSITION, PRIORITY, QUALIFICATION, STATE, UNEMPLOYED_FOR, WORKPLACE } from "../../labour-status/rules/labour-codes.ts";
import { workerBody, workerErrors, WorkerFields } from "../worker-fields.tsx";
import { bodyOf, draftOf, emptyDraft, type LabourDraft } from "./draft.ts";

interface Warning {
  readonly code: string;
  readonly text: string;
}

/** The supply form as it is asked at a door: who, schooling, then only the questions of the branch, then what is wanted. */
export default function LabourFormPage() {
  const t = useText();
  const { values } = useUrl();
  const { on } = useAreaPeriod();
  const edit = values["edit"];
  const { data, error, refetch } = useAnswer(labourRoutes.one, { params: { id: edit ?? "" }, query: { on } }, { enabled: edit !== undefined });
  return (
    <Page title={t(edit ? "jobs.labour.correct" : "jobs.labour.new")} crumbs={[{ label: t("jobs.labour.title"), to: "/jobs/labour" }]} width="narrow">
      <ErrorNotice error={error} retry={() => void refetch()} />
      {(edit === undefined || data) && <Questions key={edit ?? "new"} row={data?.row} />}
    </Page>
  );
}

function Questions({ row }: { row: StatusRow | undefined }) {
  const t = useText();
  const say = useToast();
  const go = useGo();
  const { area, on } = useAreaPeriod();
  const record = useCommand(labourRoutes.record);
  const now = today();
  const form = useForm<LabourDraft>({
    draft: `labour:${row?.id ?? "new"}`, initial: row ? draftOf(row) : emptyDraft(now.slice(0, 4), now),
    validate: (typed) => ({
      ...workerErrors(typed, t), ...(typed.state === null && { state: t("jobs.labour.stateMissing") }), ...(typed.surveyedOn === null && { surveyedOn: t("jobs.labour.dayMissing") }),
      ...(!/^\d{4}(-\d)?$/.test(typed.period) && { period: t("jobs.labour.periodWrong") }),
    }),
  });
  const problem = record.error instanceof ProblemError ? record.error.problem : null;
  const warnings = problem?.code === "labour.needsConfirmation" ? (problem.data["warnings"] as Warning[]) : [];
  const send = (draft: LabourDraft, confirm: readonly string[] = []) =>
    record.mutate(
      { body: { worker: workerBody(draft), period: draft.period, surveyedOn: plainDate(draft.surveyedOn!), form: bodyOf(draft), replaces: row?.id ?? null, confirm: [...confirm] } },
      { onSuccess: () => (form.clear(), say(t("jobs.labour.saved", { name: draft.fullName })), go({ to: "/jobs/labour" })) },
    );
  return (
    <FormPage form={form} action={t("jobs.labour.save")} busy={record.isPending} error={warnings.length > 0 ? null : record.error} onSubmit={(draft) => send(draft)} onCancel={() => go({ to: "/jobs/labour" })}>
      {warnings.length > 0 && (
        <Notice kind="warn" title={t("jobs.labour.lookAgain")} actions={<Button busy={record.isPending} onClick={() => send(form.values, warnings.map(({ code }) => code))}>{t("jobs.labour.confirm")}</Button>}>
          <ul>{warnings.map(({ code, text }) => <li key={code}>{text}</li>)}</ul>
        </Notice>
      )}
      <Section title={t("jobs.labour.who")}>
        <WorkerFields form={form} area={area} on={on as PlainDate} />
        <TextInput label={t("labour.period")} hint={t("jobs.labour.periodHint")} required {...form.field("period")} />
        <DateInput label={t("jobs.labour.surveyedOn")} required {...form.field("surveyedOn")} />
      </Section>
      <Answers form={form} />
    </FormPage>
  );
}

const BRANCHES = { employed: Employed, unemployed: Unemployed, inactive: Inactive } as const;

function Answers({ form }: { form: Form<LabourDraft> }) {
  const t = useText();
  const { state } = form.values;
  const Branch = state === null ? null : BRANCHES[state as keyof typeof BRANCHES];
  return (
    <>
      <Section title={t("jobs.labour.schooling")}>
        <Coded form={form} name="education" codes={EDUCATION.codes} />
        <Coded form={form} name="qualification" codes={QUALIFICATION.codes} />
        <TextInput label={t("labour.field.major")} {...form.field("major")} />
        <FieldSet label={t("labour.field.priority")}>
          {PRIORITY.codes.map((code) => (
            <Checkbox key={code} label={t(`labour.priority.${code}`)} value={form.values.priority.includes(code)} onChange={(on) => form.set({ priority: PRIORITY.codes.filter((one) => (one === code ? on : form.values.priority.includes(one))) })} />
          ))}
        </FieldSet>
      </Section>
      <Section title={t("jobs.labour.activity")}>
        <Choice label={t("labour.field.state")} required options={STATE.codes.map((code) => ({ value: code, label: t(`labour.state.${code}`) }))} {...form.field("state")} />
        {Branch ? <Branch form={form} /> : <Hint>{t("jobs.labour.chooseState")}</Hint>}
      </Section>
      <Section title={t("jobs.labour.wants")}>
        <Coded form={form} name="jobWant" codes={JOB_WANT.codes} />
        {form.values.jobWant !== null && form.values.jobWant !== "none" && (
          <>
            <TextInput label={t("labour.field.jobWanted")} {...form.field("jobWanted")} />
            <NumberInput label={t("labour.field.wageWantedDong")} {...form.field("wageWantedDong")} />
          </>
        )}
        <YesNo form={form} name="trainingWant" />
        {form.values.trainingWant === "yes" && (
          <>
            <TextInput label={t("labour.field.tradeWanted")} {...form.field("tradeWanted")} />
            <TextInput label={t("labour.field.levelWanted")} {...form.field("levelWanted")} />
            <TextInput label={t("labour.field.trainingWhen")} {...form.field("trainingWhen")} />
          </>
        )}
        <TextInput label={t("labour.field.note")} {...form.field("note")} />
      </Section>
    </>
  );
}

function Employed({ form }: { form: Form<LabourDraft> }): ReactNode {
  const t = useText();
  return (
    <>
      <Coded form={form} name="position" codes={POSITION.codes} />
      <TextInput label={t("labour.field.job")} {...form.field("job")} />
      <TextInput label={t("labour.field.vsco")} {...form.field("vsco")} />
      <Coded form={form} name="insurance" codes={INSURANCE.codes} />
      {form.values.position === "wage" && (
        <>
          <Coded form={form} name="contract" codes={CONTRACT.codes} />
          {form.values.contract !== null && form.values.contract !== "none" && <DateInput label={t("labour.field.contractOn")} {...form.field("contractOn")} />}
        </>
      )}
      <TextInput label={t("labour.field.workplace")} {...form.field("workplace")} />
      <Coded form={form} name="workplaceKind" codes={WORKPLACE.codes} />
      <TextInput label={t("labour.field.vsic")} {...form.field("vsic")} />
      <TextInput label={t("labour.field.workplaceAddress")} {...form.field("workplaceAddress")} />
      <YesNo form={form} name="industrialZone" />
    </>
  );
}

function Unemployed({ form }: { form: Form<LabourDraft> }): ReactNode {
  const t = useText();
  return (
    <>
      <YesNo form={form} name="everWorked" />
      <Coded form={form} name="unemployedFor" codes={UNEMPLOYED_FOR.codes} />
      {form.values.everWorked !== "no" && <TextInput label={t("labour.field.previousJob")} {...form.field("previousJob")} />}
    </>
  );
}

function Inactive({ form }: { form: Form<LabourDraft> }): ReactNode {
  return <Coded form={form} name="inactiveReason" codes={INACTIVE_REASON.codes} />;
}

type CodedName = "education" | "qualification" | "position" | "insurance" | "contract" | "workplaceKind" | "unemployedFor" | "inactiveReason" | "jobWant";

function Coded({ form, name, codes }: { form: Form<LabourDraft>; name: CodedName; codes: readonly string[] }) {
  const t = useText();
  return <Select label={t(`labour.field.${name}`)} none={t("jobs.labour.notSaid")} options={codes.map((code) => ({ value: code, label: t(`labour.${name}.${code}`) }))} {...form.field(name)} />;
}

function YesNo({ form, name }: { form: Form<LabourDraft>; name: "industrialZone" | "everWorked" | "trainingWant" }) {
  const t = useText();
  return <Select label={t(`labour.field.${name}`)} none={t("jobs.labour.notSaid")} options={["yes", "no"].map((value) => ({ value, label: t(`labour.${value}`) }))} {...form.field(name)} />;
}
