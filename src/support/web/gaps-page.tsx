import { isPlainDate, makeDate, type PlainDate, yearOf } from "../../kernel/date.ts";
import { useAreaPeriod } from "../../web/area-period.ts";
import { saveFile, useAnswer, useCommand } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { ConfirmDialog } from "../../web/design/confirm-dialog.tsx";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { useTable } from "../../web/design/data/table-url.ts";
import { EmptyState } from "../../web/design/empty-state.tsx";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { Select } from "../../web/design/form/select.tsx";
import { dayText, figureText } from "../../web/design/format.ts";
import { Columns, Hint, Stack } from "../../web/design/layout.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { Page } from "../../web/design/page.tsx";
import { useUrl } from "../../web/navigation.tsx";
import { useSession } from "../../web/session.ts";
import { useText } from "../../web/text/text.tsx";
import { supportRoutes } from "../contract.ts";

const dayOf = (text: string | undefined, usual: PlainDate): PlainDate => (text !== undefined && isPlainDate(text) ? text : usual);

/** Đủ điều kiện nhưng chưa nhận, of one policy in a period. */
export default function GapsPage() {
  const t = useText();
  const { area, areaName, on } = useAreaPeriod();
  const { role } = useSession();
  const { values, set } = useUrl();
  const table = useTable();
  const year = yearOf(on);
  const [from, to] = [dayOf(values["from"], makeDate(year, 1, 1)), dayOf(values["to"], makeDate(year, 12, 31))];
  const catalogue = useAnswer(supportRoutes.catalogue, { query: { on, area } }, { keep: true });
  const active = (catalogue.data?.policies ?? []).filter(({ state }) => state === "active");
  const policy = values["policy"] ?? active[0]?.id;
  const asked = { area, policy: policy ?? "", on, from, to };
  const { data, error, refetch } = useAnswer(supportRoutes.gaps, { query: { ...asked, page: table.page } }, { keep: true, enabled: policy !== undefined });
  const exporting = useCommand(supportRoutes.exportGaps);
  const close = () => set({ do: null }, "replace");
  const officer = role === "commune" || role === "province";
  return (
    <Page title={t("support.gap.title")} subtitle={t("support.gap.subtitle", { area: areaName, on: dayText(on) })} print>
      <Stack>
        <div className="no-print">
          <Columns least={180}>
            <Select label={t("support.policy")} options={active.map(({ id, title }) => ({ value: id, label: title }))} value={policy ?? null} onChange={(value) => set({ policy: value, page: null }, "replace")} />
            <DateInput label={t("support.gap.from")} value={from} onChange={(value) => set({ from: value, page: null }, "replace")} />
            <DateInput label={t("support.gap.to")} value={to} onChange={(value) => set({ to: value, page: null }, "replace")} />
          </Columns>
        </div>
        <ErrorNotice error={catalogue.error} retry={() => void catalogue.refetch()} />
        {data && <Hint>{t("support.gap.counts", { eligible: data.eligible, received: data.received, open: data.total, missing: data.missing })}</Hint>}
        <DataTable
          label={t("support.gap.title")} rows={policy === undefined && catalogue.data ? [] : data?.rows} total={data?.total ?? 0} rowKey={(row) => row.personId ?? row.householdId} rowTarget={(row) => ({ to: "/households/$id", params: { id: row.householdId }, search: { tab: "support" } })}
          error={error} onRetry={() => void refetch()} empty={<EmptyState title={t("support.gap.none")}>{t("support.gap.noneText")}</EmptyState>}
          tools={officer && <Button size="small" onClick={() => set({ do: "export" }, "replace")}>{t("support.export")}</Button>}
          columns={[
            { key: "name", label: t("support.person"), main: true, render: (row) => row.name },
            { key: "head", label: t("support.head"), render: (row) => row.headName },
            { key: "birth", label: t("support.birth"), nowrap: true, render: (row) => row.birth || "—" },
            { key: "hamlet", label: t("support.hamlet"), render: (row) => row.hamlet },
            { key: "class", label: t("support.class"), render: (row) => row.class },
            { key: "amount", label: t("support.valueDong"), align: "end", render: (row) => (row.amount === null ? "—" : figureText(row.amount)) },
          ]}
        />
      </Stack>
      {values["do"] === "export" && (
        <ConfirmDialog
          open title={t("support.exportTitle", { total: data?.total ?? 0 })} action={t("support.export")} reason busy={exporting.isPending} error={<ErrorNotice error={exporting.error} />} onClose={close}
          onConfirm={(purpose) => exporting.mutate({ body: { ...asked, purpose } }, { onSuccess: (file) => (saveFile(file), close()) })}
        />
      )}
    </Page>
  );
}
