import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { figureText } from "../../../web/design/format.ts";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { catalogueRoutes, type PlanView } from "../../catalogue/contract.ts";
import { useOwnUnits } from "./own-unit.ts";
import { VoidRow } from "./void-row.tsx";

/** The plan of the year beside the classes that opened. */
export function PlansTab() {
  const t = useText();
  const { area, year } = useAreaPeriod();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(catalogueRoutes.plans, { query: { area, year } }, { keep: true });
  const close = () => set({ do: null, row: null }, "replace");
  const one = data?.rows.find(({ id }) => id === values["row"]);
  const tools = data?.may && <Button size="small" kind="primary" onClick={() => set({ do: "plan" }, "replace")}>{t("training.catalogue.addPlan")}</Button>;
  const against = (result: number, plan: number): string => `${figureText(result)} / ${figureText(plan)}`;
  return (
    <>
      <DataTable<PlanView>
        label={t("training.catalogue.plans")} name="plans" local rows={data?.rows} rowKey={(row) => row.id} error={error} onRetry={() => void refetch()} tools={tools} exports={[t("training.catalogue.plans")]}
        columns={[
          { key: "trade", label: t("training.classes.trade"), main: true, sort: true, sortValue: (row) => row.trade ?? "", render: (row) => row.trade ?? t("training.classes.anyTrade") },
          { key: "unit", label: t("training.classes.unit"), render: (row) => row.unit },
          { key: "classes", label: t("training.catalogue.classesOf"), align: "end", render: (row) => against(row.openedClasses, row.classes) },
          { key: "learners", label: t("training.catalogue.learnersOf"), align: "end", render: (row) => against(row.openedLearners, row.learners) },
          { key: "money", label: t("training.catalogue.moneyOfPlan"), align: "end", render: (row) => against(row.costDong, row.amountDong) },
          { key: "funding", label: t("training.catalogue.line"), hidden: true, render: (row) => row.funding ?? "—" },
          { key: "document", label: t("training.catalogue.document"), render: (row) => row.document },
          ...(data?.may ? [{ key: "do", label: t("training.classes.action"), text: null, render: (row: PlanView) => <Button size="small" kind="quiet" onClick={() => set({ do: "voidPlan", row: row.id }, "replace")}>{t("training.catalogue.takeBack")}</Button> }] : []),
        ]}
        empty={<EmptyState title={t("training.catalogue.noPlans")} actions={tools}>{t("training.catalogue.noPlansText")}</EmptyState>}
      />
      {data?.may && values["do"] === "plan" && <Drawer open title={t("training.catalogue.addPlan")} onClose={close}><AddPlan year={year} onDone={close} /></Drawer>}
      {one && values["do"] === "voidPlan" && <VoidRow route={catalogueRoutes.voidPlan} row={one} title={one.document} onClose={close} />}
    </>
  );
}

interface Draft {
  readonly unitUid: string | null;
  readonly tradeCode: string | null;
  readonly fundingLineId: string | null;
  readonly classes: number | null;
  readonly learners: number | null;
  readonly amount: number | null;
  readonly document: string;
  readonly decidedOn: string | null;
}

function AddPlan({ year, onDone }: { year: number; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const { options, usual } = useOwnUnits();
  const command = useCommand(catalogueRoutes.addPlan);
  const { data: catalogue } = useAnswer(catalogueRoutes.trades, { query: {} });
  const form = useForm<Draft>({
    draft: "training:plan:new", initial: { unitUid: null, tradeCode: null, fundingLineId: null, classes: null, learners: null, amount: null, document: "", decidedOn: null },
    validate: (draft) => ({
      ...((draft.unitUid ?? usual) === null && { unitUid: t("training.classes.unitMissing") }), ...(draft.classes === null && { classes: t("training.catalogue.numberMissing") }), ...(draft.learners === null && { learners: t("training.catalogue.numberMissing") }),
      ...(draft.amount === null && { amount: t("training.catalogue.amountMissing") }), ...(draft.document.trim() === "" && { document: t("training.catalogue.documentMissing") }),
    }),
  });
  const unitUid = form.values.unitUid ?? usual;
  const { data: lines } = useAnswer(catalogueRoutes.funding, { query: { area: unitUid ?? "", year } }, { enabled: unitUid !== null });
  const submit = (draft: Draft) =>
    command.mutate(
      { body: { unitUid: unitUid!, year, tradeCode: draft.tradeCode, fundingLineId: draft.fundingLineId, classes: draft.classes!, learners: draft.learners!, amountDong: draft.amount!, document: draft.document.trim(), decidedOn: draft.decidedOn as PlainDate | null } },
      { onSuccess: () => (form.clear(), say(t("training.classes.saved")), onDone()) },
    );
  return (
    <FormPage form={form} action={t("training.classes.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Select label={t("training.classes.unit")} required options={options} {...form.field("unitUid")} value={unitUid} />
      <Select label={t("training.classes.trade")} none={t("training.classes.anyTrade")} options={(catalogue?.rows ?? []).map(({ code, name }) => ({ value: code, label: name }))} {...form.field("tradeCode")} />
      <NumberInput label={t("training.catalogue.classes")} required {...form.field("classes")} />
      <NumberInput label={t("training.catalogue.learners")} required {...form.field("learners")} />
      <NumberInput label={t("training.catalogue.amount")} required {...form.field("amount")} />
      <Select label={t("training.catalogue.line")} none={t("training.classes.noFunding")} options={(lines?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))} {...form.field("fundingLineId")} />
      <TextInput label={t("training.catalogue.document")} required {...form.field("document")} />
      <DateInput label={t("training.catalogue.decidedOn")} {...form.field("decidedOn")} />
    </FormPage>
  );
}
