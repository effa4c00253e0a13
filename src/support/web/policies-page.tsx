import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { useAreaPeriod } from "../../web/area-period.ts";
import { useAnswer, useCommand } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { Drawer } from "../../web/design/drawer.tsx";
import { Choice } from "../../web/design/form/checkbox.tsx";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { FormPage } from "../../web/design/form/form-page.tsx";
import { Select } from "../../web/design/form/select.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { useForm } from "../../web/design/form/use-form.ts";
import { dayText } from "../../web/design/format.ts";
import { KeyValue } from "../../web/design/key-value.tsx";
import { Hint, Section, Stack } from "../../web/design/layout.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { Page } from "../../web/design/page.tsx";
import { StatusBadge } from "../../web/design/status-badge.tsx";
import { Tabs } from "../../web/design/tabs.tsx";
import { useToast } from "../../web/design/toast.tsx";
import { useUrl } from "../../web/navigation.tsx";
import { useText } from "../../web/text/text.tsx";
import { supportRoutes, type Catalogue, type PolicyView } from "../contract.ts";

/** Every policy as its file holds it, each value with its document and how sure it is; and what the communes are. */
export default function PoliciesPage() {
  const t = useText();
  const { area, on } = useAreaPeriod();
  const { data, error, refetch } = useAnswer(supportRoutes.catalogue, { query: { on, area } }, { keep: true });
  return (
    <Page title={t("support.catalogue.title")} subtitle={t("support.catalogue.subtitle", { on: dayText(on) })} print>
      <ErrorNotice error={error} retry={() => void refetch()} />
      <Tabs
        label={t("support.catalogue.title")}
        tabs={[
          { key: "policies", label: t("support.catalogue.policies"), content: () => <Policies rows={data?.policies} /> },
          { key: "communes", label: t("support.catalogue.communes"), content: () => <Communes catalogue={data} area={area} /> },
        ]}
      />
    </Page>
  );
}

const STATE_PATTERN = { active: "solid", ruleUnknown: "dotted", startUnknown: "dotted", noRuleThen: "dotted", notBegun: "plain", ended: "plain" } as const;

function Policies({ rows }: { rows: readonly PolicyView[] | undefined }) {
  const t = useText();
  const { values, set } = useUrl();
  const shown = rows?.find(({ id, scope }) => `${id} ${scope}` === values["policy"]);
  return (
    <>
      <DataTable<PolicyView>
        label={t("support.catalogue.policies")} local pageSize={100} rows={rows} rowKey={({ id, scope }) => `${id} ${scope}`}
        columns={[
          { key: "title", label: t("support.policy"), main: true, text: (row) => row.title, render: (row) => <Button kind="quiet" size="small" onClick={() => set({ policy: `${row.id} ${row.scope}` }, "replace")}>{row.title}</Button> },
          { key: "state", label: t("support.catalogue.state"), text: (row) => t(`support.state.${row.state}`), render: (row) => <StatusBadge pattern={STATE_PATTERN[row.state]}>{t(`support.state.${row.state}`)}</StatusBadge> },
          { key: "subject", label: t("support.catalogue.subject"), render: (row) => t(`support.subject.${row.subject}`) },
          { key: "amount", label: t("support.household.benefit"), render: (row) => row.ways[0]!.benefit.amountText ?? row.ways[0]!.benefit.values[0]?.text ?? row.ways[0]!.benefit.text },
          { key: "clause", label: t("support.household.clause"), render: (row) => row.ways[0]!.clause ?? "—" },
          { key: "mark", label: t("support.mark"), render: (row) => row.ways[0]!.mark ?? t("support.readInText") },
          { key: "receiver", label: t("support.receiver"), hidden: true, render: (row) => row.receiverName ?? "—" },
        ]}
      />
      <Drawer open={shown !== undefined} title={shown?.title ?? ""} onClose={() => set({ policy: null }, "replace")}>{shown && <PolicyDetail policy={shown} />}</Drawer>
    </>
  );
}

function PolicyDetail({ policy }: { policy: PolicyView }) {
  const t = useText();
  const legal = ({ mark, clause, note }: { mark: string | null; clause: string | null; note: string | null }): string => [clause, mark, note].filter(Boolean).join("; ") || "—";
  return (
    <Stack gap="wide">
      {policy.note && <Hint>{policy.note}</Hint>}
      <Section title={t("support.catalogue.validity")}>
        <KeyValue pairs={policy.validity.map((one) => ({ label: `${one.from === null ? "…" : dayText(one.from)} – ${one.to === null ? t("support.catalogue.now") : dayText(one.to)}`, value: legal(one) }))} />
      </Section>
      {policy.ways.map((way) => (
        <Section key={way.name} title={way.name}>
          <ul>{way.conditions.map((text) => <li key={text}>{text}</li>)}</ul>
          <KeyValue
            pairs={[
              { label: t("support.household.benefit"), value: [way.benefit.text, way.benefit.amountText].filter(Boolean).join("; ") },
              ...way.benefit.values.map((value) => ({ label: value.name, value: [value.text, value.clause, value.mark, value.note].filter(Boolean).join("; ") })),
              { label: t("support.household.clause"), value: legal(way) },
            ]}
          />
        </Section>
      ))}
      <Hint>{t("support.household.ends", { ends: policy.ends })}</Hint>
      {policy.group && <Hint>{t("support.catalogue.group", { group: policy.group })}</Hint>}
    </Stack>
  );
}

function Communes({ catalogue, area }: { catalogue: Catalogue | undefined; area: string }) {
  const t = useText();
  const { values, set } = useUrl();
  const name = (code: string): string => catalogue?.communeFacts.find((fact) => fact.code === code)?.name ?? code;
  const close = () => set({ do: null }, "replace");
  return (
    <Section title={t("support.catalogue.communes")} actions={catalogue?.may.keep && <Button size="small" onClick={() => set({ do: "attribute" }, "replace")}>{t("support.attribute.new")}</Button>}>
      <DataTable
        label={t("support.catalogue.communes")} name="attributes" local rows={catalogue?.attributes} rowKey={({ id }) => id} empty={<p>{t("support.attribute.none")}</p>}
        columns={[
          { key: "unit", label: t("support.attribute.unit"), main: true, render: (row) => row.unit },
          { key: "what", label: t("support.attribute.what"), render: (row) => name(row.code) },
          { key: "holds", label: t("support.attribute.holds"), render: (row) => t(row.holds ? "support.fact.yes" : "support.fact.no") },
          { key: "from", label: t("support.fact.from"), nowrap: true, render: (row) => dayText(row.from) },
          { key: "to", label: t("support.attribute.to"), nowrap: true, render: (row) => dayText(row.to) },
          { key: "document", label: t("support.document"), render: (row) => row.document },
        ]}
      />
      <Drawer open={values["do"] === "attribute" && catalogue !== undefined} title={t("support.attribute.new")} onClose={close}>{catalogue && <AttributeForm catalogue={catalogue} area={area} onDone={close} />}</Drawer>
    </Section>
  );
}

interface Attribute {
  readonly code: string | null;
  readonly holds: string | null;
  readonly document: string;
  readonly from: string | null;
}

function AttributeForm({ catalogue, area, onDone }: { catalogue: Catalogue; area: string; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(supportRoutes.setAttribute);
  const form = useForm<Attribute>({
    draft: `support:attribute:${area}`, initial: { code: null, holds: null, document: "", from: catalogue.on },
    validate: ({ code, holds, document, from }) => ({
      ...(code === null && { code: t("support.attribute.whatMissing") }), ...(holds === null && { holds: t("support.fact.choiceMissing") }),
      ...(document.trim().length < 2 && { document: t("support.receipt.documentMissing") }), ...((from === null || !isPlainDate(from)) && { from: t("support.dayMissing") }),
    }),
  });
  const submit = ({ code, holds, document, from }: Attribute) => command.mutate({ body: { unitUid: area, code: code!, holds: holds === "yes", document, from: from as PlainDate, to: null } }, { onSuccess: () => (form.clear(), say(t("support.attribute.saved")), onDone()) });
  return (
    <FormPage form={form} action={t("support.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Select label={t("support.attribute.what")} options={catalogue.communeFacts.map(({ code, name }) => ({ value: code, label: name }))} {...form.field("code")} />
      <Choice label={t("support.fact.choice")} options={[{ value: "yes", label: t("support.fact.yes") }, { value: "no", label: t("support.fact.no") }]} {...form.field("holds")} />
      <TextInput label={t("support.document")} required {...form.field("document")} />
      <DateInput label={t("support.fact.from")} required {...form.field("from")} />
    </FormPage>
  );
}
