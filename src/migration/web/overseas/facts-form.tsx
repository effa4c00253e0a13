import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Checkbox } from "../../../web/design/form/checkbox.tsx";
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
import { GROUP_CODES, overseasRoutes, type CasePageView, type FactsBody } from "../../overseas/contract.ts";

const TEXTS = ["phone", "programme", "job", "vsco", "contractNo", "currency", "language", "languageLevel", "orientationNo", "addressAbroad", "homeContact"] as const;
const NUMBERS = ["termMonths", "wage", "costDeclaredDong", "costOwnDong", "costLoanDong", "costSupportDong"] as const;
const DAYS = ["contractOn", "medicalOn"] as const;

type Draft = Record<(typeof TEXTS)[number], string> & Record<(typeof NUMBERS)[number], number | null> & Record<(typeof DAYS)[number], string | null> & { market: string | null; groups: readonly string[]; passport: string };

/** Contract, wage, costs, groups, language; the passport number goes in by itself and comes back masked. */
export function FactsForm({ page, onDone }: { page: CasePageView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const amend = useCommand(overseasRoutes.amendOverseas);
  const passport = useCommand(overseasRoutes.setPassport);
  const { row, facts } = page;
  const { data: standards } = useAnswer(overseasRoutes.overseasStandards, { query: { on: today() } });
  const form = useForm<Draft>({
    draft: `migration:facts:${row.id}:${String(row.version)}`,
    initial: { ...Object.fromEntries([...TEXTS.map((key) => [key, facts[key] ?? ""]), ...[...NUMBERS, ...DAYS].map((key) => [key, facts[key]])]), market: facts.market, groups: facts.groups, passport: "" } as Draft,
    validate: (draft) => ({
      ...((draft.wage === null) !== (draft.currency.trim() === "") && { currency: t("migration.abroad.wageCurrency") }), ...(draft.currency.trim() !== "" && !/^[A-Za-z]{3}$/.test(draft.currency.trim()) && { currency: t("migration.abroad.currencyWrong") }),
    }),
  });
  const done = () => (form.clear(), say(t("migration.abroad.saved")), onDone());
  const submit = (draft: Draft) => {
    const changed: FactsBody = {
      ...Object.fromEntries(TEXTS.filter((key) => draft[key].trim() !== (facts[key] ?? "")).map((key) => [key, draft[key].trim() === "" ? null : key === "currency" ? draft[key].trim().toUpperCase() : draft[key].trim()])),
      ...Object.fromEntries([...NUMBERS, ...DAYS].filter((key) => draft[key] !== facts[key]).map((key) => [key, draft[key]])),
      ...(draft.market !== facts.market && { market: draft.market }), ...(draft.groups.join() !== facts.groups.join() && { groups: draft.groups as never }),
    };
    const thenPassport = (version: number) => (draft.passport.trim() === "" ? done() : passport.mutate({ params: { id: row.id }, body: { baseVersion: version, number: draft.passport.trim() } }, { onSuccess: done }));
    if (Object.keys(changed).length === 0) return thenPassport(row.version);
    amend.mutate({ params: { id: row.id }, body: { baseVersion: row.version, on: today() as PlainDate, facts: changed } }, { onSuccess: ({ version }) => thenPassport(version) });
  };
  const text = (key: (typeof TEXTS)[number]) => <TextInput key={key} label={t(`migration.abroad.field.${key}`)} {...form.field(key)} />;
  const number = (key: (typeof NUMBERS)[number]) => <NumberInput key={key} label={t(`migration.abroad.field.${key}`)} {...form.field(key)} />;
  return (
    <FormPage form={form} action={t("migration.abroad.save")} onSubmit={submit} busy={amend.isPending || passport.isPending} error={amend.error ?? passport.error}>
      {row.departedOn === null && <Select label={t("migration.abroad.market")} none={t("migration.abroad.noMarket")} options={(standards?.markets ?? []).map(({ code, name }) => ({ value: code, label: name }))} {...form.field("market")} />}
      {(["programme", "job", "vsco", "contractNo"] as const).map(text)}
      <DateInput label={t("migration.abroad.field.contractOn")} {...form.field("contractOn")} />
      {(["termMonths", "wage"] as const).map(number)}
      {text("currency")}
      <FieldSet label={t("migration.abroad.costs")}>{(["costDeclaredDong", "costOwnDong", "costLoanDong", "costSupportDong"] as const).map(number)}</FieldSet>
      {(["language", "languageLevel", "orientationNo"] as const).map(text)}
      <DateInput label={t("migration.abroad.field.medicalOn")} {...form.field("medicalOn")} />
      <TextInput label={t("migration.abroad.passportNew")} hint={t("migration.abroad.passportHint", { number: page.passport ?? "—" })} {...form.field("passport")} />
      {(["phone", "addressAbroad", "homeContact"] as const).map(text)}
      <FieldSet label={t("migration.abroad.groups")}>
        {GROUP_CODES.map((code) => (
          <Checkbox key={code} label={t(`migration.abroad.group.${code}`)} value={form.values.groups.includes(code)} onChange={(on) => form.set({ groups: on ? [...form.values.groups, code] : form.values.groups.filter((one) => one !== code) })} />
        ))}
      </FieldSet>
    </FormPage>
  );
}
