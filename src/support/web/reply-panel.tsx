import { useState } from "react";
import { call } from "../../platform/http/client.ts";
import { saveFile, useCommand } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { FileDrop } from "../../web/design/file-drop.tsx";
import { Hint, Stack } from "../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../web/design/notice.tsx";
import { useLanguage, useText } from "../../web/text/text.tsx";
import { supportRoutes } from "../contract.ts";
import { bytesOf, WORKBOOKS } from "./send-bytes.ts";

/** The file that came back from the receiver, line by line against the list. */
export function ReplyPanel({ id }: { id: string }) {
  const t = useText();
  const [language] = useLanguage();
  const command = useCommand(supportRoutes.reconcile);
  const [error, setError] = useState<unknown>(null);
  const send = async (file: File) => command.mutate({ params: { id }, query: { fileName: file.name }, body: await bytesOf(file) });
  const marked = async (token: string) => {
    setError(null);
    await call(supportRoutes.markedReply, { params: { id: token } }, { language }).then(saveFile, setError);
  };
  const { data } = command;
  return (
    <Stack>
      <Hint>{t("support.reply.hint")}</Hint>
      <FileDrop label={t("support.reply.drop")} accept={WORKBOOKS} busy={command.isPending} onFile={(file) => void send(file)} />
      <ErrorNotice error={command.error ?? error} />
      {data && (
        <>
          <Notice kind={data.counts.notFound + data.counts.differs + data.counts.absent === 0 ? "done" : "warn"} title={t("support.reply.counts", data.counts)} actions={<Button size="small" onClick={() => void marked(data.token)}>{t("support.marked")}</Button>} />
          <DataTable
            label={t("support.reply.title")} name="reply" local exports={false} rows={data.rows} rowKey={(row) => `${row.kind} ${row.sheet} ${row.row} ${row.name} ${row.householdId ?? ""}`}
            columns={[
              { key: "name", label: t("support.person"), main: true, render: (row) => row.name },
              { key: "kind", label: t("support.reply.kind"), render: (row) => t(`support.reply.${row.kind}`) },
              { key: "row", label: t("support.reply.row"), align: "end", render: (row) => (row.row === 0 ? "—" : String(row.row)) },
              { key: "hamlet", label: t("support.hamlet"), render: (row) => row.hamlet || "—" },
            ]}
          />
        </>
      )}
    </Stack>
  );
}
