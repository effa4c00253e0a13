import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { figureText } from "../../../web/design/format.ts";
import { Row } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { catalogueRoutes, type FundingBody, type FundingView } from "../../catalogue/contract.ts";
import { FUNDING_KINDS, FUNDING_LEVELS } from "../../rules/codes.ts";
import { useOwnUnits } from "./own-unit.ts";
import { VoidRow } from "./void-row.tsx";

/** Lines of money of the year: allocated, planned into classes, left. */
export function FundingTab() {
  const t = useText();
  const { area, year } = useAreaPeriod();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(catalogueRoutes.funding, { query: { area, year } }, { keep: true });
  const close = () => set({ do: null, row: null }, "replace");
  const one = data?.rows.find(({ id }) => id === values["row"]);
  const tools = data?.may && <Button size="small" kind="primary" onClick={() => set({ do: "funding" }, "replace")}>{t("training.catalogue.addFunding")}</Button>;
  return (
    <>
      <DataTable<FundingView>
        label={t("training.catalogue.funding")} name="funding" local rows={data?.rows} rowKey={(row) => row.id} error={error} onRetry={() => void refetch()} tools={tools} exports={[t("training.catalogue.funding")]}
        columns={[
          { key: "name", label: t("training.catalogue.line"), main: true, sort: true, sortValue: (row) => row.name, render: (row) => row.name },
          { key: "unit", label: t("training.classes.unit"), render: (row) => row.unit },
          { key: "level", label: t("training.catalogue.moneyLevel"), render: (row) => t(`training.catalogue.moneyLevel.${row.level}`) },
          { key: "kind", label: t("training.catalogue.moneyKind"), hidden: true, render: (row) => t(`training.catalogue.moneyKind.${row.kind}`) },
          { key: "allocated", label: t("training.catalogue.allocated"), align: "end", sort: true, sortValue: (row) => row.allocatedDong, text: (row) => row.allocatedDong, render: (row) => figureText(row.allocatedDong) },
          { key: "carried", label: t("training.catalogue.carried"), align: "end", hidden: true, text: (row) => row.carriedDong, render: (row) => figureText(row.carriedDong) },
          { key: "used", label: t("training.catalogue.used"), align: "end", text: (row) => row.usedDong, render: (row) => figureText(row.usedDong) },
          { key: "free", label: t("training.catalogue.free"), align: "end", sort: true, sortValue: (row) => row.freeDong, text: (row) => row.freeDong, render: (row) => figureText(row.freeDong) },
          { key: "document", label: t("training.catalogue.document"), render: (row) => row.document },
          ...(data?.may ? [{
            key: "do", label: t("training.classes.action"), text: null,
            render: (row: FundingView) => (
              <Row gap="tight">
                <Button size="small" kind="quiet" onClick={() => set({ do: "adjust", row: row.id }, "replace")}>{t("training.catalogue.adjust")}</Button>
                <Button size="small" kind="quiet" onClick={() => set({ do: "voidFunding", row: row.id }, "replace")}>{t("training.catalogue.takeBack")}</Button>
              </Row>
            ),
          }] : []),
        ]}
        empty={<EmptyState title={t("training.catalogue.noFunding")} actions={tools}>{t("training.catalogue.noFundingText")}</EmptyState>}
      />
      {data?.may && values["do"] === "funding" && <Drawer open title={t("training.catalogue.addFunding")} onClose={close}><AddFunding year={year} onDone={close} /></Drawer>}
      {one && values["do"] === "adjust" && <Drawer open title={one.name} onClose={close}><Adjust line={one} onDone={close} /></Drawer>}
      {one && values["do"] === "voidFunding" && <VoidRow route={catalogueRoutes.voidFunding} row={one} title={one.name} onClose={close} />}
    </>
  );
}

interface Draft {
  readonly unitUid: string | null;
  readonly programme: string;
  readonly project: string;
  readonly subproject: string;
  readonly level: string | null;
  readonly kind: string | null;
  readonly allocated: number | null;
  readonly carried: number | null;
  readonly document: string;
}

function AddFunding({ year, onDone }: { year: number; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const { options, usual } = useOwnUnits();
  const command = useCommand(catalogueRoutes.addFunding);
  const form = useForm<Draft>({
    draft: "training:funding:new", initial: { unitUid: null, programme: "", project: "", subproject: "", level: null, kind: "recurrent", allocated: null, carried: null, document: "" },
    validate: (draft) => ({
      ...((draft.unitUid ?? usual) === null && { unitUid: t("training.classes.unitMissing") }), ...(draft.programme.trim() === "" && { programme: t("training.classes.textMissing") }), ...(draft.level === null && { level: t("training.classes.textMissing") }),
      ...(draft.kind === null && { kind: t("training.classes.textMissing") }), ...(draft.allocated === null && { allocated: t("training.catalogue.amountMissing") }), ...(draft.document.trim() === "" && { document: t("training.catalogue.documentMissing") }),
    }),
  });
  const submit = (draft: Draft) => {
    const body: FundingBody = {
      unitUid: (draft.unitUid ?? usual)!, programme: draft.programme.trim(), project: draft.project.trim() || null, subproject: draft.subproject.trim() || null, year, level: draft.level as FundingBody["level"], kind: draft.kind as FundingBody["kind"],
      allocatedDong: draft.allocated!, carriedDong: draft.carried ?? 0, document: draft.document.trim(),
    };
    command.mutate({ body }, { onSuccess: () => (form.clear(), say(t("training.classes.saved")), onDone()) });
  };
  return (
    <FormPage form={form} action={t("training.classes.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Select label={t("training.classes.unit")} required options={options} {...form.field("unitUid")} value={form.values.unitUid ?? usual} />
      <TextInput label={t("training.catalogue.programme")} hint={t("training.catalogue.programmeHint")} required {...form.field("programme")} />
      <TextInput label={t("training.catalogue.project")} {...form.field("project")} />
      <TextInput label={t("training.catalogue.subproject")} {...form.field("subproject")} />
      <Select label={t("training.catalogue.moneyLevel")} required options={FUNDING_LEVELS.map((value) => ({ value, label: t(`training.catalogue.moneyLevel.${value}`) }))} {...form.field("level")} />
      <Select label={t("training.catalogue.moneyKind")} required options={FUNDING_KINDS.map((value) => ({ value, label: t(`training.catalogue.moneyKind.${value}`) }))} {...form.field("kind")} />
      <NumberInput label={t("training.catalogue.allocated")} required {...form.field("allocated")} />
      <NumberInput label={t("training.catalogue.carried")} {...form.field("carried")} />
      <TextInput label={t("training.catalogue.document")} required {...form.field("document")} />
    </FormPage>
  );
}

interface AdjustDraft {
  readonly allocated: number | null;
  readonly carried: number | null;
  readonly document: string;
}

function Adjust({ line, onDone }: { line: FundingView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(catalogueRoutes.changeFunding);
  const form = useForm<AdjustDraft>({
    draft: `training:funding:${line.id}`, initial: { allocated: line.allocatedDong, carried: line.carriedDong, document: "" },
    validate: (draft) => ({ ...(draft.allocated === null && { allocated: t("training.catalogue.amountMissing") }), ...(draft.document.trim() === "" && { document: t("training.catalogue.documentMissing") }) }),
  });
  const submit = ({ allocated, carried, document }: AdjustDraft) =>
    command.mutate({ params: { id: line.id }, body: { baseVersion: line.version, allocatedDong: allocated!, carriedDong: carried ?? 0, document: document.trim() } }, { onSuccess: () => (form.clear(), say(t("training.classes.saved")), onDone()) });
  return (
    <FormPage form={form} action={t("training.catalogue.adjust")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <NumberInput label={t("training.catalogue.allocated")} required {...form.field("allocated")} />
      <NumberInput label={t("training.catalogue.carried")} {...form.field("carried")} />
      <TextInput label={t("training.catalogue.document")} required {...form.field("document")} />
    </FormPage>
  );
}
