import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { DecimalInput, NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { catalogueRoutes, type TradeBody, type TradeView } from "../../catalogue/contract.ts";
import { LEVELS, SECTORS } from "../../rules/codes.ts";

interface Draft {
  readonly code: string;
  readonly name: string;
  readonly sector: string | null;
  readonly level: string | null;
  readonly hoursTheory: number | null;
  readonly hoursPractice: number | null;
  readonly months: string | null;
  readonly managing: string;
  readonly vscoCode: string;
  readonly vsicCode: string;
  readonly document: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const initialOf = (trade?: TradeView): Draft => ({
  code: trade?.code ?? "", name: trade?.name ?? "", sector: trade?.sector ?? null, level: trade?.level ?? null, hoursTheory: trade?.hoursTheory ?? null, hoursPractice: trade?.hoursPractice ?? null, months: trade?.months ?? null,
  managing: trade?.managing ?? "", vscoCode: trade?.vscoCode ?? "", vsicCode: trade?.vsicCode ?? "", document: trade?.document ?? "", validFrom: trade?.validFrom ?? null, validTo: trade?.validTo ?? null,
});
const words = (text: string): string | null => text.trim() || null;

/** A trade of the catalogue, new or to be mended. */
export function TradeForm({ trade, onDone }: { trade?: TradeView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const add = useCommand(catalogueRoutes.addTrade);
  const change = useCommand(catalogueRoutes.changeTrade);
  const form = useForm<Draft>({
    draft: `training:trade:${trade?.code ?? "new"}`, initial: initialOf(trade),
    validate: (draft) => ({
      ...(!/^[A-Za-z0-9][\w.-]{0,29}$/.test(draft.code.trim()) && { code: t("training.catalogue.codeWrong") }), ...(draft.name.trim() === "" && { name: t("training.classes.textMissing") }),
      ...(draft.sector === null && { sector: t("training.classes.textMissing") }), ...(draft.level === null && { level: t("training.classes.textMissing") }), ...(draft.validFrom === null && { validFrom: t("training.classes.dayMissing") }),
    }),
  });
  const submit = (draft: Draft) => {
    const body: TradeBody = {
      name: draft.name.trim(), sector: draft.sector as TradeBody["sector"], level: draft.level as TradeBody["level"], hoursTheory: draft.hoursTheory, hoursPractice: draft.hoursPractice, months: draft.months, managing: words(draft.managing),
      vscoCode: words(draft.vscoCode), vsicCode: words(draft.vsicCode), document: words(draft.document), validFrom: draft.validFrom as PlainDate, validTo: draft.validTo as PlainDate | null,
    };
    const saved = { onSuccess: () => (form.clear(), say(t("training.classes.saved")), onDone()) };
    if (trade) change.mutate({ params: { code: trade.code }, body: { ...body, baseVersion: trade.version } }, saved);
    else add.mutate({ body: { ...body, code: draft.code.trim() } }, saved);
  };
  return (
    <FormPage form={form} action={t("training.classes.save")} onSubmit={submit} busy={add.isPending || change.isPending} error={add.error ?? change.error}>
      {!trade && <TextInput label={t("training.catalogue.code")} required {...form.field("code")} />}
      <TextInput label={t("training.catalogue.name")} required {...form.field("name")} />
      <Select label={t("training.classes.sector")} required options={SECTORS.map((value) => ({ value, label: t(`training.classes.sector.${value}`) }))} {...form.field("sector")} />
      <Select label={t("training.catalogue.level")} required options={LEVELS.map((value) => ({ value, label: t(`training.classes.level.${value}`) }))} {...form.field("level")} />
      <NumberInput label={t("training.catalogue.hoursTheory")} {...form.field("hoursTheory")} />
      <NumberInput label={t("training.catalogue.hoursPractice")} {...form.field("hoursPractice")} />
      <DecimalInput label={t("training.catalogue.months")} {...form.field("months")} />
      <TextInput label={t("training.catalogue.managing")} {...form.field("managing")} />
      <TextInput label={t("training.catalogue.vsco")} {...form.field("vscoCode")} />
      <TextInput label={t("training.catalogue.vsic")} {...form.field("vsicCode")} />
      <TextInput label={t("training.catalogue.document")} {...form.field("document")} />
      <DateInput label={t("training.classes.from")} required {...form.field("validFrom")} />
      <DateInput label={t("training.catalogue.validTo")} {...form.field("validTo")} />
    </FormPage>
  );
}
