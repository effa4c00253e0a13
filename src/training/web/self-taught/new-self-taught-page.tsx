import { useState } from "react";
import { isPlainDate, type PlainDate, yearOf } from "../../../kernel/date.ts";
import { ProblemError } from "../../../platform/http/client.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useCommand } from "../../../web/data.ts";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Stack } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useText } from "../../../web/text/text.tsx";
import { selfTaughtRoutes } from "../../self-taught/contract.ts";
import { LEARNED_BY, SKILL_CHECKS } from "../../self-taught/rules/judge.ts";
import { useHamletChoice } from "../hamlet-choice.ts";
import { useNeedCodes } from "../needs/use-need-codes.ts";

interface Typed {
  readonly hamlet: string | null;
  readonly fullName: string;
  readonly birth: string | null;
  readonly sex: string | null;
  readonly identity: string;
  readonly trade: string | null;
  readonly tradeName: string;
  readonly learnedBy: string | null;
  readonly years: number | null;
  readonly skillCheck: string | null;
  readonly year: number | null;
  readonly recognisedOn: string | null;
  readonly confirmer: string;
  readonly reason: string;
  readonly note: string;
}

/** One self-taught worker after the other; a reason is asked only where the rule of years speaks against it. */
export default function NewSelfTaughtPage() {
  const t = useText();
  const { area, on } = useAreaPeriod();
  const { trades } = useNeedCodes(on);
  const hamlets = useHamletChoice(area, on);
  const command = useCommand(selfTaughtRoutes.addSelfTaught);
  const unsure = command.error instanceof ProblemError && command.error.problem.code === "training.selfTaught.tooFewYears";
  const [entered, enter] = useState<readonly { readonly name: string; readonly identified: string }[]>([]);
  const form = useForm<Typed>({
    draft: "training:self-taught",
    initial: { hamlet: null, fullName: "", birth: null, sex: null, identity: "", trade: null, tradeName: "", learnedBy: null, years: null, skillCheck: null, year: yearOf(on), recognisedOn: on, confirmer: "", reason: "", note: "" },
    validate: ({ hamlet, fullName, birth, trade, tradeName, learnedBy, years, skillCheck, year, confirmer }) => ({
      ...(hamlet === null && { hamlet: t("training.person.hamletMissing") }), ...(fullName.trim().length < 2 && { fullName: t("training.person.nameMissing") }), ...(birth === null && { birth: t("training.person.birthMissing") }),
      ...(trade === null && tradeName.trim() === "" && { tradeName: t("training.self.tradeMissing") }), ...(learnedBy === null && { learnedBy: t("training.self.choose") }), ...(years === null && { years: t("training.self.yearsMissing") }),
      ...(skillCheck === null && { skillCheck: t("training.self.choose") }), ...(year === null && { year: t("training.self.yearMissing") }), ...(confirmer.trim().length < 2 && { confirmer: t("training.self.confirmerMissing") }),
    }),
  });
  const submit = (typed: Typed) => command.mutate({ body: bodyOf(typed) }, {
    onSuccess: ({ identified }) => {
      const { hamlet, year, recognisedOn, confirmer, skillCheck } = typed;
      enter([{ name: typed.fullName, identified }, ...entered].slice(0, 10));
      form.clear();
      form.set({ hamlet, year, recognisedOn, confirmer, skillCheck });
    },
  });
  return (
    <Page title={t("training.selfTaughtNew.title")} crumbs={[{ label: t("training.selfTaught.title"), to: "/training/self-taught" }]} width="narrow">
      <Stack>
        {entered.length > 0 && (
          <Notice kind="done" title={t("training.self.entered", { count: entered.length })}>
            <ul>{entered.map(({ name, identified }, i) => <li key={`${name}${entered.length - i}`}>{`${name}: ${t(`training.person.match.${identified}`)}`}</li>)}</ul>
          </Notice>
        )}
        <FormPage form={form} action={t("training.needs.saveNext")} onSubmit={submit} busy={command.isPending} error={command.error}>
          <Select label={t("training.person.hamlet")} options={hamlets} required {...form.field("hamlet")} />
          <TextInput label={t("training.person.name")} required {...form.field("fullName")} />
          <DateInput label={t("training.person.birth")} hint={t("training.person.birthHint")} yearOnly required {...form.field("birth")} />
          <Choice label={t("training.person.sex")} options={["1", "2"].map((sex) => ({ value: sex, label: t(`training.person.sex.${sex}`) }))} {...form.field("sex")} />
          <TextInput label={t("training.person.identity")} hint={t("training.person.identityHint")} {...form.field("identity")} />
          <Select label={t("training.self.tradeTaught")} none={t("training.self.notTaught")} options={trades} {...form.field("trade")} />
          {form.values.trade === null && <TextInput label={t("training.self.tradeName")} hint={t("training.self.tradeNameHint")} required {...form.field("tradeName")} />}
          <Choice label={t("training.self.learnedBy")} options={LEARNED_BY.map((code) => ({ value: code, label: t(`training.self.learnedBy.${code}`) }))} {...form.field("learnedBy")} />
          <NumberInput label={t("training.self.years")} required {...form.field("years")} />
          {(unsure || form.values.reason !== "") && <TextInput label={t("training.self.reason")} hint={t("training.self.reasonHint")} required {...form.field("reason")} />}
          <Select label={t("training.self.skillCheck")} options={SKILL_CHECKS.map((code) => ({ value: code, label: t(`training.self.skillCheck.${code}`) }))} required {...form.field("skillCheck")} />
          <NumberInput label={t("training.self.year")} required {...form.field("year")} />
          <DateInput label={t("training.self.recognisedOn")} {...form.field("recognisedOn")} />
          <TextInput label={t("training.self.confirmer")} required {...form.field("confirmer")} />
          <TextInput label={t("training.person.note")} {...form.field("note")} />
        </FormPage>
      </Stack>
    </Page>
  );
}

function bodyOf({ hamlet, fullName, birth, sex, identity, trade, tradeName, learnedBy, years, skillCheck, year, recognisedOn, confirmer, reason, note }: Typed) {
  const whole = birth !== null && isPlainDate(birth);
  return {
    hamletId: hamlet!, fullName, birthDate: whole ? birth : null, birthYear: whole ? yearOf(birth) : Number(birth), sex: sex === "1" ? (1 as const) : sex === "2" ? (2 as const) : (0 as const), identity: identity.trim() || null, tradeCode: trade,
    tradeName: trade === null ? tradeName : null, vsco: null, learnedBy: LEARNED_BY.find((one) => one === learnedBy)!, yearsInJob: years!, skillCheck: SKILL_CHECKS.find((one) => one === skillCheck)!, recognisedYear: year!,
    recognisedOn: recognisedOn as PlainDate | null, confirmer, reason: reason.trim() || null, note: note.trim() || null,
  };
}
