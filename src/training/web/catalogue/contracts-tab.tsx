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
import { dayText, figureText } from "../../../web/design/format.ts";
import { Row } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { catalogueRoutes, type ContractBody, type ContractView } from "../../catalogue/contract.ts";
import { CONTRACT_KINDS } from "../../rules/codes.ts";
import { useOwnUnits } from "./own-unit.ts";
import { VoidRow } from "./void-row.tsx";

/** Contracts with providers of all years, the unsigned ones first. */
export function ContractsTab() {
  const t = useText();
  const { area } = useAreaPeriod();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(catalogueRoutes.contracts, { query: { area } }, { keep: true });
  const close = () => set({ do: null, row: null }, "replace");
  const one = data?.rows.find(({ id }) => id === values["row"]);
  const tools = data?.may && <Button size="small" kind="primary" onClick={() => set({ do: "contract" }, "replace")}>{t("training.catalogue.addContract")}</Button>;
  return (
    <>
      <DataTable<ContractView>
        label={t("training.catalogue.contracts")} name="contracts" local rows={data?.rows} rowKey={(row) => row.id} error={error} onRetry={() => void refetch()} tools={tools} exports={[t("training.catalogue.contracts")]}
        columns={[
          { key: "number", label: t("training.catalogue.number"), main: true, sort: true, sortValue: (row) => row.number, render: (row) => row.number },
          { key: "provider", label: t("training.classes.provider"), sort: true, sortValue: (row) => row.provider, render: (row) => row.provider },
          { key: "unit", label: t("training.classes.unit"), hidden: true, render: (row) => row.unit },
          { key: "kind", label: t("training.catalogue.contractKind"), render: (row) => t(`training.catalogue.contractKind.${row.kind}`) },
          { key: "signed", label: t("training.catalogue.signedOn"), nowrap: true, sort: true, sortValue: (row) => row.signedOn, render: (row) => (row.signedOn ? dayText(row.signedOn) : t("training.classes.unsigned")) },
          { key: "amount", label: t("training.catalogue.amount"), align: "end", text: (row) => row.amountDong, render: (row) => figureText(row.amountDong) },
          { key: "funding", label: t("training.catalogue.line"), render: (row) => row.funding ?? "—" },
          { key: "classes", label: t("training.catalogue.classes"), align: "end", text: (row) => row.classes, render: (row) => figureText(row.classes) },
          ...(data?.may ? [{
            key: "do", label: t("training.classes.action"), text: null,
            render: (row: ContractView) => (
              <Row gap="tight">
                {row.signedOn === null && <Button size="small" onClick={() => set({ do: "sign", row: row.id }, "replace")}>{t("training.catalogue.sign")}</Button>}
                <Button size="small" kind="quiet" onClick={() => set({ do: "voidContract", row: row.id }, "replace")}>{t("training.catalogue.takeBack")}</Button>
              </Row>
            ),
          }] : []),
        ]}
        empty={<EmptyState title={t("training.catalogue.noContracts")} actions={tools}>{t("training.catalogue.noContractsText")}</EmptyState>}
      />
      {data?.may && values["do"] === "contract" && <Drawer open title={t("training.catalogue.addContract")} onClose={close}><AddContract onDone={close} /></Drawer>}
      {one && values["do"] === "sign" && <Drawer open title={t("training.catalogue.signOf", { number: one.number })} onClose={close}><Sign contract={one} onDone={close} /></Drawer>}
      {one && values["do"] === "voidContract" && <VoidRow route={catalogueRoutes.voidContract} row={one} title={one.number} onClose={close} />}
    </>
  );
}

interface Draft {
  readonly unitUid: string | null;
  readonly providerId: string | null;
  readonly number: string;
  readonly signedOn: string | null;
  readonly kind: string | null;
  readonly amount: number | null;
  readonly fundingLineId: string | null;
  readonly validTo: string | null;
  readonly document: string;
}

function AddContract({ onDone }: { onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const { options, usual } = useOwnUnits();
  const command = useCommand(catalogueRoutes.addContract);
  const { data: providers } = useAnswer(catalogueRoutes.providers, { query: {} });
  const form = useForm<Draft>({
    draft: "training:contract:new", initial: { unitUid: null, providerId: null, number: "", signedOn: null, kind: "order", amount: null, fundingLineId: null, validTo: null, document: "" },
    validate: (draft) => ({
      ...((draft.unitUid ?? usual) === null && { unitUid: t("training.classes.unitMissing") }), ...(draft.providerId === null && { providerId: t("training.classes.providerMissing") }), ...(draft.number.trim() === "" && { number: t("training.classes.textMissing") }),
      ...(draft.kind === null && { kind: t("training.classes.textMissing") }), ...(draft.amount === null && { amount: t("training.catalogue.amountMissing") }),
    }),
  });
  const unitUid = form.values.unitUid ?? usual;
  const { data: lines } = useAnswer(catalogueRoutes.funding, { query: { area: unitUid ?? "" } }, { enabled: unitUid !== null });
  const submit = (draft: Draft) =>
    command.mutate(
      {
        body: {
          unitUid: unitUid!, providerId: draft.providerId!, number: draft.number.trim(), signedOn: draft.signedOn as PlainDate | null, kind: draft.kind as ContractBody["kind"], amountDong: draft.amount!, fundingLineId: draft.fundingLineId,
          validTo: draft.validTo as PlainDate | null, document: draft.document.trim() || null,
        },
      },
      { onSuccess: () => (form.clear(), say(t("training.classes.saved")), onDone()) },
    );
  return (
    <FormPage form={form} action={t("training.classes.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Select label={t("training.classes.unit")} required options={options} {...form.field("unitUid")} value={unitUid} />
      <Select label={t("training.classes.provider")} required options={(providers?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))} {...form.field("providerId")} />
      <TextInput label={t("training.catalogue.number")} required {...form.field("number")} />
      <Select label={t("training.catalogue.contractKind")} required options={CONTRACT_KINDS.map((value) => ({ value, label: t(`training.catalogue.contractKind.${value}`) }))} {...form.field("kind")} />
      <DateInput label={t("training.catalogue.signedOn")} hint={t("training.catalogue.signedHint")} {...form.field("signedOn")} />
      <NumberInput label={t("training.catalogue.amount")} required {...form.field("amount")} />
      <Select label={t("training.catalogue.line")} none={t("training.classes.noFunding")} options={(lines?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))} {...form.field("fundingLineId")} />
      <DateInput label={t("training.catalogue.validTo")} {...form.field("validTo")} />
      <TextInput label={t("training.catalogue.document")} {...form.field("document")} />
    </FormPage>
  );
}

function Sign({ contract, onDone }: { contract: ContractView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(catalogueRoutes.signContract);
  const form = useForm<{ signedOn: string | null }>({ draft: `training:sign:${contract.id}`, initial: { signedOn: null }, validate: ({ signedOn }) => ({ ...(signedOn === null && { signedOn: t("training.classes.dayMissing") }) }) });
  return (
    <FormPage
      form={form} action={t("training.catalogue.sign")} busy={command.isPending} error={command.error}
      onSubmit={({ signedOn }) => command.mutate({ params: { id: contract.id }, body: { baseVersion: contract.version, signedOn: signedOn as PlainDate } }, { onSuccess: () => (form.clear(), say(t("training.classes.saved")), onDone()) })}
    >
      <DateInput label={t("training.catalogue.signedOn")} required {...form.field("signedOn")} />
    </FormPage>
  );
}
