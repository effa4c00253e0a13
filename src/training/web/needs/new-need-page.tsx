import { useState } from "react";
import { isPlainDate, type PlainDate, yearOf } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useCommand } from "../../../web/data.ts";
import { Checkbox, Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useText } from "../../../web/text/text.tsx";
import { needsRoutes, WANTED_FOR } from "../../needs/contract.ts";
import { needYears, oldEnough, usualNeedYear } from "../../needs/rules/need-process.ts";
import { useHamletChoice } from "../hamlet-choice.ts";
import { useNeedCodes } from "./use-need-codes.ts";

interface Typed {
  readonly hamlet: string | null;
  readonly fullName: string;
  readonly birth: string | null;
  readonly sex: string | null;
  readonly identity: string;
  readonly trade: string | null;
  readonly groups: readonly string[];
  readonly wantedFor: string | null;
  readonly wantedWhen: string;
  readonly wantedPlace: string;
  readonly note: string;
  readonly year: string | null;
  readonly collectedOn: string | null;
}

/** Quick entry, one person after the other: hamlet, trade, year and day stay, the person is new. */
export default function NewNeedPage() {
  const t = useText();
  const { area, on } = useAreaPeriod();
  const { trades, groups, mark } = useNeedCodes(on);
  const hamlets = useHamletChoice(area, on);
  const command = useCommand(needsRoutes.addNeed);
  const [entered, enter] = useState<readonly { readonly name: string; readonly identified: string }[]>([]);
  const blank: Typed = { hamlet: null, fullName: "", birth: null, sex: null, identity: "", trade: null, groups: [], wantedFor: null, wantedWhen: "", wantedPlace: "", note: "", year: String(usualNeedYear(on)), collectedOn: on };
  const form = useForm<Typed>({
    draft: "training:need", initial: blank,
    validate: ({ hamlet, fullName, birth, trade, year, collectedOn }) => ({
      ...(hamlet === null && { hamlet: t("training.person.hamletMissing") }), ...(fullName.trim().length < 2 && { fullName: t("training.person.nameMissing") }), ...(trade === null && { trade: t("training.needs.tradeMissing") }),
      ...((collectedOn === null || !isPlainDate(collectedOn)) && { collectedOn: t("training.person.dayMissing") }), ...(year === null && { year: t("training.needs.yearMissing") }),
      ...(birth === null ? { birth: t("training.person.birthMissing") } : collectedOn && isPlainDate(collectedOn) && oldEnough(bornOf(birth), collectedOn) === false && { birth: t("training.needs.tooYoung") }),
    }),
  });
  const submit = ({ hamlet, fullName, birth, sex, identity, trade, groups: own, wantedFor, wantedWhen, wantedPlace, note, year, collectedOn }: Typed) => command.mutate(
    {
      body: {
        hamletId: hamlet!, fullName, ...bornOf(birth!), sex: sex === "1" ? 1 : sex === "2" ? 2 : 0, identity: identity.trim() || null, tradeCode: trade!, year: Number(year), groups: [...own], collectedOn: collectedOn as PlainDate,
        wantedFor: WANTED_FOR.find((one) => one === wantedFor) ?? null, wantedWhen: wantedWhen.trim() || null, wantedPlace: wantedPlace.trim() || null, note: note.trim() || null,
      },
    },
    {
      onSuccess: ({ identified }) => {
        enter([{ name: fullName, identified }, ...entered].slice(0, 10));
        form.clear();
        form.set({ hamlet, trade, year, collectedOn });
      },
    },
  );
  const toggle = (code: string, holds: boolean) => form.set({ groups: holds ? [...form.values.groups, code] : form.values.groups.filter((one) => one !== code) });
  return (
    <Page title={t("training.needNew.title")} crumbs={[{ label: t("training.needs.title"), to: "/training/needs" }]} width="narrow">
      <Stack>
        {entered.length > 0 && (
          <Notice kind="done" title={t("training.needs.entered", { count: entered.length })}>
            <ul>{entered.map(({ name, identified }, i) => <li key={`${name}${entered.length - i}`}>{`${name}: ${t(`training.person.match.${identified}`)}`}</li>)}</ul>
          </Notice>
        )}
        <FormPage form={form} action={t("training.needs.saveNext")} onSubmit={submit} busy={command.isPending} error={command.error}>
          <Select label={t("training.person.hamlet")} options={hamlets} required {...form.field("hamlet")} />
          <TextInput label={t("training.person.name")} required {...form.field("fullName")} />
          <DateInput label={t("training.person.birth")} hint={t("training.person.birthHint")} yearOnly required {...form.field("birth")} />
          <Choice label={t("training.person.sex")} options={["1", "2"].map((sex) => ({ value: sex, label: t(`training.person.sex.${sex}`) }))} {...form.field("sex")} />
          <TextInput label={t("training.person.identity")} hint={t("training.person.identityHint")} {...form.field("identity")} />
          <Select label={t("training.needs.trade")} options={trades} required {...form.field("trade")} />
          <FieldSet label={t("training.needs.groups")}>
            {groups.map(({ value, label }) => <Checkbox key={value} label={label} value={form.values.groups.includes(value)} onChange={(holds) => toggle(value, holds)} />)}
            <Hint>{t("training.needs.groupsHint", { mark })}</Hint>
          </FieldSet>
          <Select label={t("training.needs.wantedFor")} none={t("training.person.notAsked")} options={WANTED_FOR.map((code) => ({ value: code, label: t(`training.needs.wantedFor.${code}`) }))} {...form.field("wantedFor")} />
          <TextInput label={t("training.needs.wantedWhen")} {...form.field("wantedWhen")} />
          <TextInput label={t("training.needs.wantedPlace")} {...form.field("wantedPlace")} />
          <Select label={t("training.needs.year")} options={needYears(on).map((year) => ({ value: String(year), label: String(year) }))} required {...form.field("year")} />
          <DateInput label={t("training.needs.collectedOn")} required {...form.field("collectedOn")} />
          <TextInput label={t("training.person.note")} {...form.field("note")} />
        </FormPage>
      </Stack>
    </Page>
  );
}

/** A whole day, or the year alone. */
const bornOf = (birth: string): { birthDate: PlainDate | null; birthYear: number | null } => (isPlainDate(birth) ? { birthDate: birth, birthYear: yearOf(birth) } : { birthDate: null, birthYear: Number(birth) });
