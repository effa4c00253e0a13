import { useAreaPeriod } from "../../../web/area-period.ts";
import { useCommand } from "../../../web/data.ts";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useText } from "../../../web/text/text.tsx";
import { povertyRoutes } from "../../contract.ts";
import { AssessmentResult } from "./assessment-result.tsx";

interface Draft {
  readonly on: string | null;
  readonly areaType: string | null;
  readonly by: string | null;
  readonly scoreIncome: number | null;
  readonly scoreDeprivation: number | null;
  readonly incomePerPersonMonth: number | null;
  readonly deprivedCount: number | null;
}

/** Advice on one household, from points or from what it declares; nothing is stored. */
export default function AssessPage() {
  const t = useText();
  const { on } = useAreaPeriod();
  const command = useCommand(povertyRoutes.assess);
  const form = useForm<Draft>({
    draft: "poverty:assess",
    initial: { on, areaType: null, by: "points", scoreIncome: null, scoreDeprivation: null, incomePerPersonMonth: null, deprivedCount: null },
    validate: (draft) => ({ ...(draft.on === null && { on: t("poverty.assess.onMissing") }) }),
  });
  const byPoints = form.values.by === "points";
  const submit = ({ on: day, areaType, scoreIncome, scoreDeprivation, incomePerPersonMonth, deprivedCount }: Draft) =>
    command.mutate({ body: { on: day!, areaType: areaType as "rural" | "urban" | null, ...(byPoints ? { scoreIncome, scoreDeprivation } : { incomePerPersonMonth, deprivedCount }) } });
  return (
    <Page title={t("poverty.assess.title")} subtitle={t("poverty.assess.subtitle")} crumbs={[{ label: t("poverty.review.title"), to: "/review" }]} width="narrow">
      <FormPage form={form} action={t("poverty.assess.ask")} onSubmit={submit} busy={command.isPending} error={command.error}>
        <DateInput label={t("poverty.assess.on")} hint={t("poverty.assess.onHint")} required {...form.field("on")} />
        <Choice label={t("poverty.assess.areaType")} options={(["rural", "urban"] as const).map((value) => ({ value, label: t(`areas.type.${value}`) }))} {...form.field("areaType")} />
        <Choice label={t("poverty.assess.by")} options={(["points", "declared"] as const).map((value) => ({ value, label: t(`poverty.assess.by.${value}`) }))} {...form.field("by")} />
        {byPoints ? (
          <>
            <NumberInput label={t("poverty.review.b1")} hint={t("poverty.assess.b1Hint")} {...form.field("scoreIncome")} />
            <NumberInput label={t("poverty.review.b2")} hint={t("poverty.assess.b2Hint")} {...form.field("scoreDeprivation")} />
          </>
        ) : (
          <>
            <Hint>{t("poverty.assess.declaredHint")}</Hint>
            <NumberInput label={t("poverty.assess.income")} {...form.field("incomePerPersonMonth")} />
            <NumberInput label={t("poverty.assess.deprived")} {...form.field("deprivedCount")} />
          </>
        )}
      </FormPage>
      {command.data && <AssessmentResult assessment={command.data} />}
    </Page>
  );
}
