import { useAnswer, useCommand } from "../../../web/data.ts";
import { Checkbox, Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { DecimalInput, NumberInput } from "../../../web/design/form/number-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Columns, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useText } from "../../../web/text/text.tsx";
import { allowanceRoutes } from "../../allowance/contract.ts";
import { AREA_CLASSES } from "../../payment-list/contract.ts";
import { AllowanceAnswer } from "./allowance-answer.tsx";
import { PoliciesTab } from "./policies-tab.tsx";

interface Draft {
  readonly openedOn: string | null;
  readonly groups: readonly string[];
  readonly areaClass: string | null;
  readonly distanceKm: string | null;
  readonly actualCost: number | null;
  readonly provincialNorm: number | null;
  readonly attendedDays: number | null;
  readonly previousSupports: number | null;
  readonly jobLossConfirmed: boolean;
  readonly diedOn: string | null;
  readonly dutyEndedOn: string | null;
}

const EMPTY: Draft = { openedOn: null, groups: [], areaClass: null, distanceKm: null, actualCost: null, provincialNorm: null, attendedDays: null, previousSupports: null, jobLossConfirmed: false, diedOn: null, dutyEndedOn: null };

/** One learner asked for, with the answer and its reasons beside; and the policies behind it. */
export default function CalculatorPage() {
  const t = useText();
  return (
    <Page title={t("training.allowance.title")} subtitle={t("training.allowance.subtitle")} print>
      <Tabs label={t("training.allowance.title")} tabs={[
        { key: "ask", label: t("training.allowance.ask"), content: () => <Calculator /> },
        { key: "policies", label: t("training.allowance.policies"), content: () => <PoliciesTab /> },
      ]} />
    </Page>
  );
}

function Calculator() {
  const t = useText();
  const { data, error, refetch } = useAnswer(allowanceRoutes.allowanceRules, { query: {} });
  const command = useCommand(allowanceRoutes.askAllowance);
  const form = useForm<Draft>({ draft: "training:allowance", initial: EMPTY, validate: ({ openedOn }) => (openedOn === null ? { openedOn: t("training.allowance.openedMissing") } : {}) });
  const { groups } = form.values;
  const tick = (code: string, held: boolean) => form.set({ groups: held ? [...groups, code] : groups.filter((one) => one !== code) });
  const submit = ({ jobLossConfirmed, previousSupports, ...draft }: Draft) =>
    command.mutate({ body: { ...draft, groups: draft.groups.length === 0 ? null : draft.groups, previousSupports, jobLossConfirmed: (previousSupports ?? 0) > 0 ? jobLossConfirmed : null } });
  return (
    <Columns least={480}>
      <FormPage form={form} action={t("training.allowance.reckon")} onSubmit={submit} busy={command.isPending} error={command.error}>
        <ErrorNotice error={error} retry={() => void refetch()} />
        <DateInput label={t("training.allowance.openedOn")} required {...form.field("openedOn")} />
        <FieldSet label={t("training.allowance.groups")}>
          <Columns least={260}>{data?.groups.map(({ code, name }) => <Checkbox key={code} label={name} value={groups.includes(code)} onChange={(held) => tick(code, held)} />)}</Columns>
        </FieldSet>
        <Choice label={t("training.allowance.area")} options={AREA_CLASSES.map((value) => ({ value, label: t(`training.allowance.area.${value}`) }))} {...form.field("areaClass")} />
        <DecimalInput label={t("training.allowance.distance")} {...form.field("distanceKm")} />
        <NumberInput label={t("training.allowance.cost")} {...form.field("actualCost")} />
        <NumberInput label={t("training.allowance.norm")} {...form.field("provincialNorm")} />
        <NumberInput label={t("training.allowance.days")} hint={t("training.allowance.daysHint")} {...form.field("attendedDays")} />
        <NumberInput label={t("training.allowance.previous")} {...form.field("previousSupports")} />
        {(form.values.previousSupports ?? 0) > 0 && <Checkbox label={t("training.allowance.jobLoss")} {...form.field("jobLossConfirmed")} />}
        <DateInput label={t("training.allowance.dutyEndedOn")} {...form.field("dutyEndedOn")} />
        <DateInput label={t("training.allowance.diedOn")} {...form.field("diedOn")} />
      </FormPage>
      <Section title={t("training.allowance.answer")}>
        <Stack>{command.data ? <AllowanceAnswer answer={command.data} /> : <p>{t("training.allowance.howToBegin")}</p>}</Stack>
      </Section>
    </Columns>
  );
}
