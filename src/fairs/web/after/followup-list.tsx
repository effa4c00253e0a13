import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { followupRoutes, type FollowupView } from "../../followups/contract.ts";
import { FollowupForm } from "./followup-form.tsx";

const PATTERN = { late: "late", soon: "striped", open: "plain", done: "dotted" } as const;

/** The work list, of an area or of one fair: what waits first, late ones marked. */
export function FollowupList({ fairId }: { fairId?: string }) {
  const t = useText();
  const { area, on } = useAreaPeriod();
  const { values, set } = useUrl();
  const table = useTable("followups");
  const asked = { area, on, ...(fairId && { fair: fairId }), kind: values["kind"] as FollowupView["kind"] | undefined, state: values["state"] as FollowupView["state"] | undefined, due: values["due"] as "late" | "soon" | undefined, q: values["q"] };
  const { data, error, refetch } = useAnswer(followupRoutes.followups, { query: { ...asked, page: table.page, perPage: 50 } }, { keep: true });
  const chosen = data?.rows.find(({ id }) => id === values["followup"]);
  const close = () => set({ followup: null }, "replace");
  const filtered = [asked.kind, asked.state, asked.due, asked.q].some(Boolean);
  return (
    <Stack>
      {data && <Hint>{t("fairs.after.counts", data.counts)}</Hint>}
      <Filters
        search={t("fairs.desk.search")}
        filters={[
          { key: "kind", label: t("fairs.after.kind"), all: t("fairs.after.anyKind"), options: (["overseas", "training"] as const).map((value) => ({ value, label: t(`fairs.after.kind.${value}`) })) },
          { key: "state", label: t("fairs.after.state"), all: t("fairs.after.anyState"), options: (["open", "done", "dropped"] as const).map((value) => ({ value, label: t(`fairs.after.state.${value}`) })) },
          { key: "due", label: t("fairs.after.due"), all: t("fairs.after.anyDue"), options: (["late", "soon"] as const).map((value) => ({ value, label: t(`fairs.after.due.${value}`) })) },
        ]}
      />
      <DataTable<FollowupView>
        label={t("fairs.followups.title")} name="followups" rows={data?.rows} total={data?.total ?? 0} rowKey={(row) => row.id} onOpen={(row) => set({ followup: row.id }, "replace")} error={error} onRetry={() => void refetch()} exports={false}
        tools={data && data.total > 0 && <ExportList route={followupRoutes.exportFollowups} total={data.total} input={(purpose) => ({ body: { ...asked, purpose } })} />}
        columns={[
          { key: "name", label: t("fairs.desk.fullName"), main: true, render: (row) => row.name ?? t("fairs.desk.erased") },
          { key: "kind", label: t("fairs.after.kind"), render: (row) => t(`fairs.after.kind.${row.kind}`) },
          { key: "topic", label: t("fairs.after.topic"), render: (row) => row.topic ?? "—" },
          { key: "place", label: t("fairs.desk.place"), render: (row) => row.place ?? "—" },
          { key: "phone", label: t("fairs.desk.phone"), hidden: true, render: (row) => row.phone ?? "—" },
          ...(fairId ? [] : [{ key: "fair", label: t("fairs.one"), render: (row: FollowupView) => row.fair }]),
          { key: "owner", label: t("fairs.after.owner"), render: (row) => row.owner },
          { key: "dueOn", label: t("fairs.after.dueOn"), nowrap: true, render: (row) => dayText(row.dueOn) },
          { key: "due", label: t("fairs.after.due"), text: (row) => t(`fairs.after.due.${row.due}`), render: (row) => <StatusBadge pattern={PATTERN[row.due]}>{t(row.due === "done" ? `fairs.after.state.${row.state}` : `fairs.after.due.${row.due}`)}</StatusBadge> },
          { key: "result", label: t("fairs.after.result"), render: (row) => (row.result ? t(`fairs.after.result.${row.result}`) : "—") },
        ]}
        empty={filtered ? <EmptyState title={t("fairs.after.noneFound")}>{t("fairs.desk.noneFoundText")}</EmptyState> : <EmptyState title={t("fairs.after.none")}>{t("fairs.after.noneText")}</EmptyState>}
      />
      <Drawer open={chosen !== undefined} title={chosen ? `${chosen.name ?? chosen.shortCode} — ${t(`fairs.after.kind.${chosen.kind}`)}` : ""} onClose={close}>
        {chosen && <FollowupForm row={chosen} onDone={close} />}
      </Drawer>
    </Stack>
  );
}
