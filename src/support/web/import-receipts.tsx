import { useState } from "react";
import { isPlainDate } from "../../kernel/date.ts";
import { call } from "../../platform/http/client.ts";
import { saveFile, useCommand } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { FileDrop } from "../../web/design/file-drop.tsx";
import { DateInput } from "../../web/design/form/date-input.tsx";
import type { Option } from "../../web/design/form/option.ts";
import { Select } from "../../web/design/form/select.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { Hint, Stack } from "../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../web/design/notice.tsx";
import { useToast } from "../../web/design/toast.tsx";
import { useLanguage, useText } from "../../web/text/text.tsx";
import { supportRoutes } from "../contract.ts";
import { bytesOf, WORKBOOKS } from "./send-bytes.ts";

/** A list of what was handed out: what stands for empty columns → file → problems by cell → written, or the marked copy. */
export function ImportReceipts({ area, policies, onDone }: { area: string; policies: readonly Option[]; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const [language] = useLanguage();
  const [policy, setPolicy] = useState<string | null>(null);
  const [receivedOn, setReceivedOn] = useState<string | null>(null);
  const [document, setDocument] = useState("");
  const [error, setError] = useState<unknown>(null);
  const read = useCommand(supportRoutes.readReceipts);
  const commit = useCommand(supportRoutes.commitReceipts);
  const send = async (file: File) => {
    commit.reset();
    const query = { fileName: file.name, area, ...(policy && { policy }), ...(receivedOn && isPlainDate(receivedOn) && { receivedOn }), ...(document.trim().length > 1 && { document: document.trim() }) };
    read.mutate({ query, body: await bytesOf(file) });
  };
  const found = read.data;
  const marked = () => (setError(null), call(supportRoutes.markedReceipts, { params: { id: found!.token } }, { language }).then(saveFile, setError));
  const write = () => commit.mutate({ params: { id: found!.token } }, { onSuccess: ({ added }) => (say(t("support.import.done", { added })), onDone()) });
  return (
    <Stack>
      <Hint>{t("support.import.hint")}</Hint>
      <Select label={t("support.policy")} none={t("support.import.inFile")} options={policies} value={policy} onChange={setPolicy} />
      <DateInput label={t("support.receivedOn")} value={receivedOn} onChange={setReceivedOn} />
      <TextInput label={t("support.document")} value={document} onChange={setDocument} />
      <FileDrop label={t("support.import.drop")} accept={WORKBOOKS} busy={read.isPending} onFile={(file) => void send(file)} />
      <ErrorNotice error={read.error ?? commit.error ?? error} />
      {found && (
        <>
          <Notice
            kind={found.counts.rejected > 0 ? "warn" : "info"} title={t("support.import.counts", found.counts)}
            actions={(
              <>
                {found.counts.fresh > 0 && <Button size="small" kind="primary" busy={commit.isPending} onClick={write}>{t("support.import.write", { fresh: found.counts.fresh })}</Button>}
                {found.problems.length > 0 && <Button size="small" onClick={() => void marked()}>{t("support.marked")}</Button>}
              </>
            )}
          />
          {found.problems.length > 0 && (
            <DataTable
              label={t("support.import.problems")} name="problems" local exports={false} rows={found.problems} rowKey={(row) => `${row.sheet} ${row.cell} ${row.text}`}
              columns={[{ key: "cell", label: t("support.import.cell"), main: true, render: (row) => row.cell }, { key: "text", label: t("support.import.problem"), render: (row) => row.text }]}
            />
          )}
        </>
      )}
    </Stack>
  );
}
