import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { catalogueRoutes, type TradeView } from "../../catalogue/contract.ts";

interface Draft {
  readonly amount: number | null;
  readonly from: string | null;
  readonly document: string;
}

export function NormForm({ trade, onDone }: { trade: TradeView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(catalogueRoutes.setNorm);
  const form = useForm<Draft>({
    draft: `training:norm:${trade.code}`, initial: { amount: null, from: null, document: "" },
    validate: (draft) => ({
      ...((draft.amount ?? 0) <= 0 && { amount: t("training.catalogue.amountMissing") }), ...(draft.from === null && { from: t("training.classes.dayMissing") }), ...(draft.document.trim() === "" && { document: t("training.catalogue.documentMissing") }),
    }),
  });
  const submit = ({ amount, from, document }: Draft) =>
    command.mutate({ params: { code: trade.code }, body: { amountDong: amount!, validFrom: from as PlainDate, document: document.trim() } }, { onSuccess: () => (form.clear(), say(t("training.classes.saved")), onDone()) });
  return (
    <FormPage form={form} action={t("training.catalogue.setNorm")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t("training.catalogue.normHint")}</Hint>
      <NumberInput label={t("training.catalogue.norm")} required {...form.field("amount")} />
      <DateInput label={t("training.classes.from")} required {...form.field("from")} />
      <TextInput label={t("training.catalogue.document")} required {...form.field("document")} />
    </FormPage>
  );
}
