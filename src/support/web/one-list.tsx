import { useState } from "react";
import { useAnswer, useCommand, saveFile } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { ConfirmDialog } from "../../web/design/confirm-dialog.tsx";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { Filters } from "../../web/design/data/filters.tsx";
import { useTable } from "../../web/design/data/table-url.ts";
import { Drawer } from "../../web/design/drawer.tsx";
import { dayText, figureText } from "../../web/design/format.ts";
import { KeyValue } from "../../web/design/key-value.tsx";
import { Row, Section, Stack } from "../../web/design/layout.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { useToast } from "../../web/design/toast.tsx";
import { useUrl } from "../../web/navigation.tsx";
import { useText } from "../../web/text/text.tsx";
import { LINE_KINDS, supportRoutes, type LineView, type ListPage } from "../contract.ts";
import { ExportListForm } from "./export-list-form.tsx";
import { ReplyPanel } from "./reply-panel.tsx";
import { SentForm } from "./sent-form.tsx";

const isKind = (text: string | undefined): text is (typeof LINE_KINDS)[number] => LINE_KINDS.includes(text as never);

/** One list: its lines, what changed since the last one sent, what is done with it. */
export function OneList({ id }: { id: string }) {
  const t = useText();
  const { values } = useUrl();
  const table = useTable();
  const { data, error, refetch } = useAnswer(supportRoutes.list, { params: { id }, query: { page: table.page, ...(isKind(values["kind"]) && { kind: values["kind"] }) } }, { keep: true });
  return (
    <Stack gap="wide">
      <ErrorNotice error={error} retry={() => void refetch()} />
      {data && <Head page={data} />}
      {data && <Deeds page={data} />}
      <Filters filters={[{ key: "kind", label: t("support.lists.kind"), all: t("support.lists.full"), options: LINE_KINDS.map((value) => ({ value, label: t(`support.kind.${value}`) })) }]} />
      <DataTable<LineView>
        label={t("support.lists.lines")} rows={data?.rows} total={data?.total ?? 0} rowKey={(row) => row.personId ?? row.householdId} rowTarget={(row) => ({ to: "/households/$id", params: { id: row.householdId } })}
        columns={[
          { key: "name", label: t("support.person"), main: true, render: (row) => row.name },
          { key: "head", label: t("support.head"), render: (row) => row.headName },
          { key: "birth", label: t("support.birth"), nowrap: true, render: (row) => row.birth || "—" },
          { key: "masked", label: t("support.identity"), nowrap: true, render: (row) => row.masked || "—" },
          { key: "hamlet", label: t("support.hamlet"), render: (row) => row.hamlet },
          { key: "class", label: t("support.class"), render: (row) => row.class },
          { key: "amount", label: t("support.valueDong"), align: "end", render: (row) => (row.amount === null ? "—" : figureText(row.amount)) },
          { key: "change", label: t("support.lists.kind"), render: (row) => (row.differs.length > 0 ? `${row.change}: ${row.differs.join(", ")}` : row.change) },
        ]}
      />
    </Stack>
  );
}

function Head({ page: { list, changes } }: { page: ListPage }) {
  const t = useText();
  return (
    <Section title={list.policyTitle}>
      <KeyValue
        columns={2}
        pairs={[
          { label: t("support.receiver"), value: list.receiverName }, { label: t("support.attribute.unit"), value: list.unit }, { label: t("support.lists.on"), value: dayText(list.on) }, { label: t("support.period"), value: list.period },
          { label: t("support.lists.counts"), value: t("support.lists.countsText", list.counts) },
          { label: t("support.lists.changes"), value: list.baseId === null ? t("support.lists.first") : t("support.lists.changesText", changes) },
          { label: t("support.lists.sent"), value: list.sentOn === null ? t("support.lists.notSent") : [dayText(list.sentOn), list.sentNo].filter(Boolean).join(", ") },
          { label: t("support.lists.replied"), value: list.replyCounts === null ? "—" : `${dayText(list.repliedOn)}: ${t("support.reply.counts", list.replyCounts)}` },
        ]}
      />
    </Section>
  );
}

function Deeds({ page: { list, may } }: { page: ListPage }) {
  const t = useText();
  const say = useToast();
  const { values, set } = useUrl();
  const [wrong, setWrong] = useState(false);
  const voidList = useCommand(supportRoutes.voidList);
  if (!may.keep) return null;
  const close = () => set({ do: null }, "replace");
  return (
    <div className="no-print">
      <Row>
        <Button size="small" kind="primary" onClick={() => set({ do: "export" }, "replace")}>{t("support.lists.export")}</Button>
        {list.sentOn === null && <Button size="small" onClick={() => set({ do: "sent" }, "replace")}>{t("support.lists.markSent")}</Button>}
        {list.sentOn !== null && <Button size="small" onClick={() => set({ do: "reply" }, "replace")}>{t("support.reply.title")}</Button>}
        <Button size="small" onClick={() => setWrong(true)}>{t("support.lists.void")}</Button>
      </Row>
      <Drawer open={values["do"] === "export"} title={t("support.lists.export")} onClose={close}><ExportListForm id={list.id} compared={list.baseId !== null} onDone={(file) => (saveFile(file), close())} /></Drawer>
      <Drawer open={values["do"] === "sent"} title={t("support.lists.markSent")} onClose={close}><SentForm id={list.id} onDone={() => (say(t("support.lists.sentSaved")), close())} /></Drawer>
      <Drawer open={values["do"] === "reply"} title={t("support.reply.title")} onClose={close}><ReplyPanel id={list.id} /></Drawer>
      <ConfirmDialog
        open={wrong} title={t("support.lists.voidTitle")} action={t("support.lists.void")} danger reason busy={voidList.isPending} error={<ErrorNotice error={voidList.error} />} onClose={() => setWrong(false)}
        onConfirm={(reason) => voidList.mutate({ params: { id: list.id }, body: { reason } }, { onSuccess: () => (setWrong(false), set({ list: null }, "push")) })}
      />
    </div>
  );
}
