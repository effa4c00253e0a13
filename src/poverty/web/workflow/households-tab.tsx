import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint, Row, Stack } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { workflowRoutes, type CaseRowView } from "../../workflow/contract.ts";
import { CASE_STATES } from "../../workflow/rules/case-state.ts";
import { AddCaseForm } from "./add-case-form.tsx";
import { isOpen, type OfRound } from "./of-round.ts";
import { StateBadge } from "./state-badge.tsx";

const FLAGS = ["revisit", "not_visited", "without_request", "jump"] as const;
const LISTS = ["poor", "near_poor", "none", "open"] as const;

/** Every household on the list of the round, with its step, scores and class. */
export function HouseholdsTab({ page, setId }: OfRound) {
  const t = useText();
  const { values, set } = useUrl();
  const table = useTable("cases");
  const { q, hamlet, state, flag, list } = values;
  const asked = { set: setId, ...(q && { q }), ...(hamlet && { hamlet }), ...(state && { state }), ...(flag && { flag }), ...(list && { list }) };
  const { data, error, refetch } = useAnswer(workflowRoutes.cases, { params: { id: page.round.id }, query: { ...asked, page: table.page, perPage: 50 } }, { keep: true });
  const progress = useAnswer(workflowRoutes.progress, { params: { id: page.round.id }, query: { set: setId } });
  const hamlets = (progress.data?.hamlets ?? []).map((one) => ({ value: one.hamletId, label: one.hamlet }));
  const close = () => set({ do: null }, "replace");
  const narrowed = Boolean(q ?? hamlet ?? state ?? flag ?? list);
  const tools = (
    <Row gap="tight">
      {isOpen(page) && <Button size="small" onClick={() => set({ do: "takeList" }, "replace")}>{t("poverty.work.takeList")}</Button>}
      {page.round.closedOn === null && page.may.survey && <Button size="small" onClick={() => set({ do: "addCase" }, "replace")}>{t("poverty.work.addCase")}</Button>}
      {page.may.review && <ExportList route={workflowRoutes.exportCases} total={data?.total ?? 0} input={(purpose) => ({ params: { id: page.round.id }, body: { ...asked, purpose } })} />}
    </Row>
  );
  return (
    <Stack>
      <Filters
        search={t("poverty.work.search")}
        filters={[
          { key: "hamlet", label: t("poverty.review.hamlet"), all: t("poverty.work.allHamlets"), options: hamlets },
          { key: "state", label: t("poverty.work.step"), all: t("poverty.work.allSteps"), options: CASE_STATES.map((value) => ({ value, label: t(`poverty.work.state.${value}`) })) },
          { key: "list", label: t("poverty.work.result"), all: t("poverty.work.allResults"), options: LISTS.map((value) => ({ value, label: t(`poverty.work.list.${value}`) })) },
          { key: "flag", label: t("poverty.work.flags"), all: t("poverty.work.allFlags"), options: FLAGS.map((value) => ({ value, label: t(`poverty.work.flag.${value}`) })) },
        ]}
      />
      <DataTable<CaseRowView>
        label={t("poverty.work.households")} name="cases" rows={data?.rows} total={data?.total ?? 0} rowKey={(row) => row.id} rowTarget={(row) => ({ to: "/review/cases/$id", params: { id: row.id } })}
        error={error} onRetry={() => void refetch()} tools={tools} exports={false}
        columns={[
          { key: "head", label: t("poverty.review.head"), main: true, render: (row) => row.headName },
          { key: "hamlet", label: t("poverty.review.hamlet"), render: (row) => row.hamlet },
          { key: "members", label: t("poverty.status.members"), align: "end", render: (row) => figureText(row.members) },
          { key: "before", label: t("poverty.work.before"), render: (row) => t(`poverty.work.list.${row.previousClass}`) },
          { key: "step", label: t("poverty.work.step"), text: (row) => t(`poverty.work.state.${row.state}`), render: (row) => <StateBadge state={row.state} /> },
          { key: "b1", label: t("poverty.review.b1"), align: "end", render: (row) => figureText(row.scoreIncome) },
          { key: "b2", label: t("poverty.review.b2"), align: "end", render: (row) => figureText(row.scoreDeprivation) },
          { key: "class", label: t("poverty.work.result"), render: (row) => row.className ?? (row.state === "not_found" && row.list ? t(`poverty.work.list.${row.list}`) : "—") },
          { key: "visited", label: t("poverty.work.visitedOn"), nowrap: true, hidden: true, render: (row) => dayText(row.surveyedOn) },
          { key: "notes", label: t("poverty.work.flags"), render: (row) => row.flags.map((one) => t(`poverty.work.flag.${one}`)).join("; ") || "—" },
        ]}
        empty={narrowed ? <EmptyState title={t("poverty.work.noneFound")}>{t("poverty.work.noneFoundText")}</EmptyState> : <EmptyState title={t("poverty.work.noCases")} actions={tools}>{t("poverty.work.noCasesText")}</EmptyState>}
      />
      <Drawer open={values["do"] === "takeList" && isOpen(page)} title={t("poverty.work.takeList")} onClose={close}>
        <TakeListForm page={page} setId={setId} onDone={close} />
      </Drawer>
      <Drawer open={values["do"] === "addCase"} title={t("poverty.work.addCase")} onClose={close}>
        <AddCaseForm page={page} onDone={close} />
      </Drawer>
    </Stack>
  );
}

function TakeListForm({ page, onDone }: OfRound & { onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(workflowRoutes.takeList);
  const form = useForm<{ readonly on: string | null }>({ draft: `poverty:takeList:${page.round.id}`, initial: { on: page.round.openedOn }, validate: ({ on }) => ({ ...(on === null && { on: t("poverty.work.dayMissing") }) }) });
  return (
    <FormPage form={form} action={t("poverty.work.takeList")} busy={command.isPending} error={command.error}
      onSubmit={({ on }) => command.mutate({ params: { id: page.round.id }, body: { on: on as PlainDate } }, { onSuccess: ({ added, listed }) => (form.clear(), say(t("poverty.work.taken", { added, listed })), onDone()) })}>
      <Hint>{t("poverty.work.takeListHint")}</Hint>
      <DateInput label={t("poverty.work.listDay")} required {...form.field("on")} />
    </FormPage>
  );
}
