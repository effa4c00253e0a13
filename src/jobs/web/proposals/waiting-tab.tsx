import { useState } from "react";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { capital, dayText } from "../../../web/design/format.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import { proposalRoutes as routes, type Accepted, type ProposalRow } from "../../proposals/contract.ts";
import { PLACE_KINDS, type PlaceKind } from "../../rules/event.ts";
import { HIRE_SOURCES } from "../../rules/hire.ts";
import { AcceptForm } from "./accept-form.tsx";

const itemOf = ({ source, recordId }: ProposalRow): Accepted => ({ source, recordId, startedOn: null, channel: null, nature: null, placeKind: null, employerName: null, job: null, distinctReason: null });

export const startText = (row: { startedOn: string; dayKnown: boolean }, t: Translate): string => (row.dayKnown ? dayText(row.startedOn) : t("jobs.proposals.by", { on: dayText(row.startedOn) }));
const ruleText = ({ rule }: ProposalRow, t: Translate): string => rule.text ?? (rule.on === null ? t(`jobs.proposals.rule.${rule.kind}`) : t(`jobs.proposals.rule.${rule.kind}`, { on: dayText(rule.on) }));

/** Each line with its source and what accepting would do; one or many at once. */
export function WaitingTab() {
  const t = useText();
  const say = useToast();
  const { area, on, year } = useAreaPeriod();
  const { values } = useUrl();
  const { page } = useTable();
  const source = HIRE_SOURCES.find((one) => one === values["source"]);
  const { data, error, refetch } = useAnswer(routes.proposals, { query: { area, on, year, page, ...(source && { source }), ...(values["q"] && { q: values["q"] }) } }, { keep: true });
  const accept = useCommand(routes.accept);
  const decline = useCommand(routes.decline);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<ProposalRow | null>(null);
  const [place, setPlace] = useState<string | null>(null);
  const [declining, setDeclining] = useState(false);
  const chosen = data?.rows.filter(({ recordId }) => selected.has(recordId)) ?? [];
  const take = () => accept.mutate({ body: { items: chosen.map(itemOf), placeKind: place as PlaceKind | null } }, {
    onSuccess: ({ added, linked, refused }) => (setSelected(new Set(refused.map(({ recordId }) => recordId))), say(t("jobs.proposals.taken", { added, linked, refused: refused.length }))),
  });
  const refused = accept.data?.refused ?? [];
  const columns: Column<ProposalRow>[] = [
    { key: "name", label: t("jobs.worker.name"), main: true, render: (row) => row.fullName },
    { key: "born", label: t("jobs.worker.birth"), nowrap: true, hidden: true, render: (row) => (row.birthDate === null ? String(row.birthYear ?? "—") : dayText(row.birthDate)) },
    { key: "hamlet", label: t("jobs.worker.hamlet"), render: (row) => capital(row.hamlet) },
    { key: "source", label: t("jobs.proposals.source"), render: (row) => `${t(`jobs.proposals.source.${row.source}`)}: ${row.about}` },
    { key: "employer", label: t("jobs.event.employer"), render: (row) => row.employerName ?? "—" },
    { key: "started", label: t("jobs.event.started"), nowrap: true, render: (row) => startText(row, t) },
    { key: "channel", label: t("jobs.event.channel"), render: (row) => (row.nature === "kept" ? `${t(`jobs.event.channel.${row.channel}`)} (${t("jobs.event.nature.kept")})` : t(`jobs.event.channel.${row.channel}`)) },
    { key: "place", label: t("jobs.event.place"), render: (row) => (row.placeKind === null ? t("jobs.proposals.placeUnknown") : t(`jobs.event.place.${row.placeKind}`)) },
    { key: "rule", label: t("jobs.proposals.rule"), text: (row) => ruleText(row, t), render: (row) => ruleText(row, t) },
  ];
  const missing = chosen.some(({ placeKind, rule }) => placeKind === null && rule.kind !== "same");
  return (
    <Stack>
      <Filters search={t("jobs.proposals.search")} filters={[{ key: "source", label: t("jobs.proposals.source"), all: t("jobs.events.all"), options: HIRE_SOURCES.map((value) => ({ value, label: t(`jobs.proposals.source.${value}`) })) }]} />
      {data && !data.training && <Hint>{t("jobs.proposals.noTraining")}</Hint>}
      {data && data.counts.flagged > 0 && <Notice kind="warn" title={t("jobs.proposals.flaggedCount", { flagged: data.counts.flagged })} />}
      <ErrorNotice error={accept.error} />
      {refused.length > 0 && <Notice kind="warn" title={t("jobs.proposals.refused", { refused: refused.length })}>{[...new Set(refused.map(({ text }) => text))].map((text) => <p key={text}>{text}</p>)}</Notice>}
      {missing && <Select label={t("jobs.proposals.placeFor")} hint={t("jobs.proposals.placeForHint")} none={t("jobs.proposals.placeUnknown")} options={PLACE_KINDS.map((value) => ({ value, label: t(`jobs.event.place.${value}`) }))} value={place} onChange={setPlace} />}
      <DataTable
        label={t("jobs.proposals.waiting")} columns={columns} rows={data?.rows} total={data?.total ?? 0} rowKey={({ recordId }) => recordId} onOpen={setOpened} error={error} onRetry={() => void refetch()} exports={false}
        {...(data?.may.enter && {
          selection: {
            selected, onChange: setSelected,
            actions: <><Button size="small" kind="primary" busy={accept.isPending} onClick={take}>{t("jobs.proposals.accept")}</Button><Button size="small" onClick={() => setDeclining(true)}>{t("jobs.proposals.decline")}</Button></>,
          },
        })}
        empty={<EmptyState title={t("jobs.proposals.none")}>{t("jobs.proposals.noneText")}</EmptyState>}
      />
      <Drawer open={opened !== null} title={opened ? t("jobs.proposals.one", { name: opened.fullName }) : ""} onClose={() => setOpened(null)}>
        {opened && <AcceptForm key={opened.recordId} row={opened} ruleText={ruleText(opened, t)} mayEnter={data?.may.enter === true} onDone={() => setOpened(null)} />}
      </Drawer>
      <ConfirmDialog
        open={declining} title={t("jobs.proposals.declineTitle", { lines: chosen.length })} action={t("jobs.proposals.decline")} reason busy={decline.isPending} error={<ErrorNotice error={decline.error} />} onClose={() => setDeclining(false)}
        onConfirm={(reason) => decline.mutate({ body: { items: chosen.map(({ source: from, recordId }) => ({ source: from, recordId })), reason } }, { onSuccess: () => (setDeclining(false), setSelected(new Set())) })}
      />
    </Stack>
  );
}
