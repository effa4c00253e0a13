import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { dayText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { INCIDENT_KINDS, overseasRoutes, type CasePageView, type IncidentView } from "../../overseas/contract.ts";

/** What happened to the worker; seen by the keeper and the province, each look written down. */
export function IncidentsTab({ page }: { page: CasePageView }) {
  const t = useText();
  const { values, set } = useUrl();
  const { id } = page.row;
  const { data, error, refetch } = useAnswer(overseasRoutes.incidents, { params: { id } });
  const close = () => set({ do: null }, "replace");
  const solving = data?.rows.find((row) => values["do"] === `solve-${row.id}`);
  return (
    <Stack gap="wide">
      <Hint>{t("migration.abroad.incidentsHint")}</Hint>
      <ErrorNotice error={error} retry={() => void refetch()} />
      {page.row.departedOn && <Row><Button kind="primary" size="small" onClick={() => set({ do: "incident" }, "replace")}>{t("migration.abroad.addIncident")}</Button></Row>}
      {data?.rows.length === 0 && <EmptyState title={t("migration.abroad.noIncidents")}>{t("migration.abroad.noIncidentsText")}</EmptyState>}
      {data?.rows.map((row) => <Incident key={row.id} row={row} solve={() => set({ do: `solve-${row.id}` }, "replace")} />)}
      {values["do"] === "incident" && <Drawer open title={t("migration.abroad.addIncident")} onClose={close}><IncidentForm id={id} onDone={close} /></Drawer>}
      {solving && <Drawer open title={t("migration.abroad.resolve")} onClose={close}><ResolveForm id={id} incident={solving.id} onDone={close} /></Drawer>}
    </Stack>
  );
}

function Incident({ row, solve }: { row: IncidentView; solve: () => void }) {
  const t = useText();
  return (
    <Section title={`${t(`migration.abroad.incident.${row.kind}`)}, ${dayText(row.on)}`} actions={row.resolvedOn === null && <Button size="small" onClick={solve}>{t("migration.abroad.resolve")}</Button>}>
      <KeyValue pairs={[
        { label: t("migration.abroad.content"), value: row.content }, { label: t("migration.abroad.toldBy"), value: row.toldBy ?? "—" }, { label: t("migration.abroad.wanted"), value: row.wanted ?? "—" },
        { label: t("migration.abroad.resolution"), value: row.resolvedOn ? `${dayText(row.resolvedOn)}: ${row.resolution}` : t("migration.abroad.unresolved") },
      ]} />
    </Section>
  );
}

function IncidentForm({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(overseasRoutes.addIncident);
  const form = useForm<{ kind: string | null; on: string | null; toldBy: string; content: string; wanted: string }>({
    draft: `migration:incident:${id}`, initial: { kind: null, on: null, toldBy: "", content: "", wanted: "" },
    validate: (draft) => ({ ...(draft.kind === null && { kind: t("migration.abroad.textMissing") }), ...(draft.on === null && { on: t("migration.abroad.dayMissing") }), ...(draft.content.trim().length < 3 && { content: t("migration.abroad.textMissing") }) }),
  });
  return (
    <FormPage form={form} action={t("migration.abroad.addIncident")} busy={command.isPending} error={command.error}
      onSubmit={(draft) => command.mutate({ params: { id }, body: { kind: draft.kind as "accident", on: draft.on as PlainDate, toldBy: draft.toldBy.trim() || null, content: draft.content, wanted: draft.wanted.trim() || null } }, { onSuccess: () => (form.clear(), say(t("migration.abroad.saved")), onDone()) })}>
      <Select label={t("migration.abroad.incidentKind")} required options={INCIDENT_KINDS.map((value) => ({ value, label: t(`migration.abroad.incident.${value}`) }))} {...form.field("kind")} />
      <DateInput label={t("migration.abroad.day")} required {...form.field("on")} />
      <TextArea label={t("migration.abroad.content")} required rows={4} {...form.field("content")} />
      <TextInput label={t("migration.abroad.toldBy")} {...form.field("toldBy")} />
      <TextArea label={t("migration.abroad.wanted")} rows={2} {...form.field("wanted")} />
    </FormPage>
  );
}

function ResolveForm({ id, incident, onDone }: { id: string; incident: string; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(overseasRoutes.resolveIncident);
  const form = useForm<{ on: string | null; resolution: string }>({
    draft: `migration:resolve:${incident}`, initial: { on: today(), resolution: "" },
    validate: (draft) => ({ ...(draft.on === null && { on: t("migration.abroad.dayMissing") }), ...(draft.resolution.trim().length < 3 && { resolution: t("migration.abroad.textMissing") }) }),
  });
  return (
    <FormPage form={form} action={t("migration.abroad.resolve")} busy={command.isPending} error={command.error}
      onSubmit={(draft) => command.mutate({ params: { id, incident }, body: { on: draft.on as PlainDate, resolution: draft.resolution } }, { onSuccess: () => (form.clear(), say(t("migration.abroad.saved")), onDone()) })}>
      <DateInput label={t("migration.abroad.day")} required {...form.field("on")} />
      <TextArea label={t("migration.abroad.resolution")} required rows={4} {...form.field("resolution")} />
    </FormPage>
  );
}
