import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { Page } from "../../../web/design/page.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { Link, useGo, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { allowanceListRoutes, type ClassListRow } from "../../allowance-lists/contract.ts";
import { LIST_STATES } from "../../allowance-lists/rules/list-state.ts";
import { LIST_PATTERN } from "./list-pattern.ts";

const REMADE = ["computed", "returned"];

/** Classes that have opened, each with its list of allowances: made, signed, approved, paid, settled. */
export default function ListsPage() {
  const t = useText();
  const { area, areaName, on } = useAreaPeriod();
  const { values, set } = useUrl();
  const table = useTable("lists");
  const { data, error, refetch } = useAnswer(allowanceListRoutes.allowanceClasses, { query: { area, on, ...(values["state"] && { state: values["state"] as "none" }), ...(values["q"] && { q: values["q"] }), page: table.page } }, { keep: true });
  const making = data?.rows.find((row) => row.classId === values["make"]);
  const close = () => set({ make: null }, "replace");
  return (
    <Page title={t("training.lists.title")} subtitle={t("training.lists.subtitle", { area: areaName })} print>
      <Filters
        search={t("training.lists.search")}
        filters={[{ key: "state", label: t("training.lists.state"), all: t("training.lists.anyState"), options: ["none", ...LIST_STATES].map((value) => ({ value, label: t(`training.lists.state.${value}`) })) }]}
      />
      <DataTable<ClassListRow>
        label={t("training.lists.title")} name="lists" rows={data?.rows} total={data?.total ?? 0} rowKey={(row) => row.classId} error={error} onRetry={() => void refetch()} exports={false}
        columns={[
          { key: "code", label: t("training.lists.code"), nowrap: true, render: (row) => row.code },
          { key: "name", label: t("training.lists.class"), main: true, text: (row) => row.name, render: (row) => (row.list === null ? row.name : <Link to="/training/allowance-lists/$id" params={{ id: row.list.id }}>{row.name}</Link>) },
          { key: "provider", label: t("training.lists.provider"), render: (row) => row.provider },
          { key: "unit", label: t("training.lists.unit"), hidden: true, render: (row) => row.unit },
          { key: "opened", label: t("training.allowance.openedOn"), nowrap: true, render: (row) => (row.openedOn ? dayText(row.openedOn) : "—") },
          { key: "learners", label: t("training.lists.learners"), align: "end", render: (row) => figureText(row.learners) },
          { key: "state", label: t("training.lists.state"), text: (row) => t(`training.lists.state.${row.list?.state ?? "none"}`), render: (row) => <StatusBadge pattern={LIST_PATTERN[row.list?.state ?? "none"]!}>{t(`training.lists.state.${row.list?.state ?? "none"}`)}</StatusBadge> },
          { key: "open", label: t("training.lists.openItems"), align: "end", render: (row) => figureText(row.list?.open ?? null) },
          { key: "total", label: t("training.allowance.total"), align: "end", nowrap: true, render: (row) => figureText(row.list?.totalDong ?? null) },
          { key: "make", label: t("training.lists.make"), text: () => null, render: (row) => (data?.may.make && (row.list === null || REMADE.includes(row.list.state)) ? <Button size="small" onClick={() => set({ make: row.classId }, "replace")}>{t(row.list === null ? "training.lists.makeIt" : "training.lists.makeAgain")}</Button> : null) },
        ]}
        empty={<EmptyState title={t("training.lists.none")}>{t("training.lists.noneText")}</EmptyState>}
      />
      <Drawer open={making !== undefined} title={t("training.lists.makeOf", { name: making?.name ?? "" })} onClose={close}>{making && <MakeForm row={making} onDone={close} />}</Drawer>
    </Page>
  );
}

function MakeForm({ row, onDone }: { row: ClassListRow; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const go = useGo();
  const command = useCommand(allowanceListRoutes.makeAllowanceList);
  const form = useForm<{ attendedTo: string | null; cost: number | null }>({ draft: `training:list:${row.classId}`, initial: { attendedTo: today(), cost: null }, validate: ({ attendedTo }) => (attendedTo === null ? { attendedTo: t("training.lists.dayMissing") } : {}) });
  return (
    <FormPage form={form} action={t("training.lists.makeIt")} busy={command.isPending} error={command.error} onSubmit={({ attendedTo, cost }) => command.mutate({ body: { classId: row.classId, attendedTo: attendedTo as PlainDate, actualCostDong: cost } }, { onSuccess: ({ id, lines, leftOut }) => (form.clear(), say(t("training.lists.made", { lines, leftOut })), onDone(), go({ to: "/training/allowance-lists/$id", params: { id } })) })}>
      <Hint>{t("training.lists.makeHint")}</Hint>
      <DateInput label={t("training.lists.attendedTo")} required {...form.field("attendedTo")} />
      <NumberInput label={t("training.allowance.cost")} hint={t("training.lists.costHint")} {...form.field("cost")} />
    </FormPage>
  );
}
