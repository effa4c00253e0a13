import { useState } from "react";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { erasingRoutes as routes, type DueFair } from "../../erasing/contract.ts";

/** Fairs whose term of keeping has passed: what would be erased, chosen, asked once, done in one go. */
export default function ErasuresPage() {
  const t = useText();
  const say = useToast();
  const { data, error, refetch } = useAnswer(routes.dueErasures, { query: {} });
  const erase = useCommand(routes.eraseDue);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const chosen = data?.rows.filter(({ fairId }) => selected.has(fairId)) ?? [];
  const people = chosen.reduce((sum, row) => sum + row.people, 0);
  const number = (key: "people" | "phones" | "held"): Column<DueFair> => ({ key, label: t(`fairs.erasing.${key}`), align: "end", sort: true, sortValue: (row) => row[key], text: (row) => row[key], render: (row) => figureText(row[key]) });
  const columns: Column<DueFair>[] = [
    { key: "name", label: t("fairs.one"), main: true, sort: true, sortValue: (row) => row.name, render: (row) => row.name },
    { key: "unit", label: t("fairs.erasing.unit"), render: (row) => row.unit },
    { key: "last", label: t("fairs.erasing.lastDay"), nowrap: true, sort: true, sortValue: (row) => row.lastDay, text: (row) => dayText(row.lastDay), render: (row) => dayText(row.lastDay) },
    { key: "due", label: t("fairs.erasing.dueOn"), nowrap: true, sort: true, sortValue: (row) => row.dueOn, text: (row) => dayText(row.dueOn), render: (row) => dayText(row.dueOn) },
    number("people"), number("phones"), number("held"),
  ];
  return (
    <Page title={t("fairs.erasing.title")} {...(data?.term != null && { subtitle: t("fairs.erasing.subtitle", { term: data.term }) })} crumbs={[{ label: t("fairs.list.title"), to: "/fairs" }]}>
      <Stack>
        <Hint>{t("fairs.erasing.hint")}</Hint>
        <DataTable<DueFair>
          label={t("fairs.erasing.title")} columns={columns} rows={data?.rows} local rowKey={({ fairId }) => fairId} error={error} onRetry={() => void refetch()} exports={[t("fairs.erasing.title")]}
          {...(data?.may && { selection: { selected, onChange: setSelected, actions: <Button size="small" kind="danger" onClick={() => setAsking(true)}>{t("fairs.erasing.erase")}</Button> } })}
          empty={data?.term == null ? <EmptyState title={t("fairs.erasing.noTerm")}>{t("fairs.erasing.noTermText")}</EmptyState> : <EmptyState title={t("fairs.erasing.none")}>{t("fairs.erasing.noneText", { term: data.term })}</EmptyState>}
        />
      </Stack>
      <ConfirmDialog
        open={asking} title={t("fairs.erasing.ask", { people, fairs: chosen.length })} action={t("fairs.erasing.erase")} danger busy={erase.isPending} error={<ErrorNotice error={erase.error} />} onClose={() => setAsking(false)}
        onConfirm={() => erase.mutate({ body: { fairIds: chosen.map(({ fairId }) => fairId), expected: people } }, { onSuccess: (done) => (setAsking(false), setSelected(new Set()), say(t("fairs.erasing.done", done))) })}
      >
        <ul>{chosen.map((row) => <li key={row.fairId}>{t("fairs.erasing.line", { fair: row.name, people: row.people, phones: row.phones, held: row.held })}</li>)}</ul>
        <p>{t("fairs.erasing.cannotUndo")}</p>
      </ConfirmDialog>
    </Page>
  );
}
