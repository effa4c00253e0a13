import { useHamlets } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import type { Form, FormErrors } from "../../../web/design/form/use-form.ts";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import type { PlainDate } from "../../../kernel/date.ts";
import { catalogueRoutes } from "../../catalogue/contract.ts";
import type { ChangeClassBody } from "../../classes/contract.ts";

/** What is typed about a class, new or not. */
export interface ClassDraft {
  readonly name: string;
  readonly tradeCode: string | null;
  readonly providerId: string | null;
  readonly hamletId: string | null;
  readonly venue: string;
  readonly fundingLineId: string | null;
  readonly contractId: string | null;
  readonly planId: string | null;
  readonly plannedFrom: string | null;
  readonly plannedTo: string | null;
  readonly learnersPlanned: number | null;
  readonly costDong: number | null;
  readonly teacher: string;
  readonly offtaker: string;
}

export const EMPTY_CLASS: ClassDraft = {
  name: "", tradeCode: null, providerId: null, hamletId: null, venue: "", fundingLineId: null, contractId: null, planId: null, plannedFrom: null, plannedTo: null, learnersPlanned: null, costDong: null, teacher: "", offtaker: "",
};

export const classErrors = (t: Translate, draft: ClassDraft): FormErrors<ClassDraft> => ({
  ...(draft.name.trim() === "" && { name: t("training.classes.nameMissing") }),
  ...(draft.tradeCode === null && { tradeCode: t("training.classes.tradeMissing") }),
  ...(draft.providerId === null && { providerId: t("training.classes.providerMissing") }),
  ...((draft.learnersPlanned ?? 0) < 1 && { learnersPlanned: t("training.classes.learnersMissing") }),
  ...(draft.plannedFrom !== null && draft.plannedTo !== null && draft.plannedTo < draft.plannedFrom && { plannedTo: t("training.classes.daysBackwards") }),
});

const words = (text: string): string | null => text.trim() || null;

export const classBody = (draft: ClassDraft): Omit<ChangeClassBody, "baseVersion"> => ({
  name: draft.name.trim(), tradeCode: draft.tradeCode!, providerId: draft.providerId!, hamletId: draft.hamletId, venue: words(draft.venue), fundingLineId: draft.fundingLineId, contractId: draft.contractId, planId: draft.planId,
  plannedFrom: draft.plannedFrom as PlainDate | null, plannedTo: draft.plannedTo as PlainDate | null, learnersPlanned: draft.learnersPlanned!, costDong: draft.costDong, teacher: words(draft.teacher), offtaker: words(draft.offtaker),
});

/** Fields of a class in the order of the paper. `unitUid`: of the unit that opens it; null until it is chosen. */
export function ClassFields<V extends ClassDraft>({ form: given, unitUid }: { form: Form<V>; unitUid: string | null }) {
  const t = useText();
  const form = given as unknown as Form<ClassDraft>;
  const hamlets = useHamlets(unitUid, today());
  const { data: catalogue } = useAnswer(catalogueRoutes.trades, { query: {} });
  const { data: providers } = useAnswer(catalogueRoutes.providers, { query: {} });
  const query = { query: { area: unitUid ?? "" } };
  const { data: lines } = useAnswer(catalogueRoutes.funding, query, { enabled: unitUid !== null });
  const { data: contracts } = useAnswer(catalogueRoutes.contracts, query, { enabled: unitUid !== null });
  const { data: plans } = useAnswer(catalogueRoutes.plans, query, { enabled: unitUid !== null });
  const { providerId, tradeCode } = form.values;
  const trade = catalogue?.rows.find(({ code }) => code === tradeCode);
  const licence = providers?.rows.find(({ id }) => id === providerId)?.licences.find(({ standing }) => standing);
  return (
    <>
      <TextInput label={t("training.classes.name")} required {...form.field("name")} />
      <Select label={t("training.classes.trade")} required options={(catalogue?.rows ?? []).map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))} {...form.field("tradeCode")}
        hint={trade ? (trade.normOn === null ? t("training.classes.noNorm") : t("training.classes.norm", { amount: figureText(trade.normOn) })) : undefined} />
      <Select label={t("training.classes.provider")} required options={(providers?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))} {...form.field("providerId")}
        hint={providerId && providers ? (licence ? t("training.classes.licence", { number: licence.number }) : t("training.classes.noLicence")) : undefined} />
      <Select label={t("training.classes.hamlet")} none={t("training.classes.noHamlet")} options={(hamlets ?? []).map(({ id, label }) => ({ value: id, label: capital(label) }))} {...form.field("hamletId")} />
      <TextInput label={t("training.classes.venue")} {...form.field("venue")} />
      <DateInput label={t("training.classes.plannedFrom")} {...form.field("plannedFrom")} />
      <DateInput label={t("training.classes.plannedTo")} {...form.field("plannedTo")} />
      <NumberInput label={t("training.classes.learnersPlanned")} required {...form.field("learnersPlanned")} />
      <Select label={t("training.classes.plan")} none={t("training.classes.noPlan")} {...form.field("planId")}
        options={(plans?.rows ?? []).map((plan) => ({ value: plan.id, label: `${plan.year} · ${plan.trade ?? t("training.classes.anyTrade")} · ${plan.document}` }))} />
      <Select label={t("training.classes.funding")} none={t("training.classes.noFunding")} {...form.field("fundingLineId")} options={(lines?.rows ?? []).map((line) => ({ value: line.id, label: t("training.classes.lineOption", { name: line.name, free: figureText(line.freeDong) }) }))} />
      <NumberInput label={t("training.classes.cost")} {...form.field("costDong")} />
      <Select label={t("training.classes.contract")} none={t("training.classes.noContract")} {...form.field("contractId")}
        options={(contracts?.rows ?? []).filter((one) => providerId === null || one.providerId === providerId).map((one) => ({ value: one.id, label: `${one.number} · ${one.provider} · ${one.signedOn ? dayText(one.signedOn) : t("training.classes.unsigned")}` }))} />
      <TextInput label={t("training.classes.teacher")} {...form.field("teacher")} />
      <TextInput label={t("training.classes.offtaker")} {...form.field("offtaker")} />
      <Hint>{t("training.classes.formHint")}</Hint>
    </>
  );
}
