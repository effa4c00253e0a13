import { useState } from "react";
import { call } from "../../platform/http/client.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import { newCommandId, useCommand } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { FileDrop } from "../../web/design/file-drop.tsx";
import { Checkbox, Choice } from "../../web/design/form/checkbox.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { Hint, Stack } from "../../web/design/layout.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { useLanguage, useText } from "../../web/text/text.tsx";
import { supportRoutes } from "../contract.ts";
import { bytesOf } from "./send-bytes.ts";

/** The list as a workbook of the receiver's columns, or in the receiver's own empty form; what for is written down. */
export function ExportListForm({ id, compared, onDone }: { id: string; compared: boolean; onDone: (file: FileAnswer) => void }) {
  const t = useText();
  const [language] = useLanguage();
  const [which, setWhich] = useState<string | null>("full");
  const [numbers, setNumbers] = useState(false);
  const [purpose, setPurpose] = useState("");
  const [asked, setAsked] = useState(false);
  const [filling, setFilling] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const command = useCommand(supportRoutes.exportList);
  const short = purpose.trim().length < 3;
  const kind = which === "changes" ? "changes" : "full";
  const run = () => {
    setAsked(true);
    if (!short) command.mutate({ params: { id }, body: { which: kind, numbers, purpose: purpose.trim() } }, { onSuccess: onDone });
  };
  const fill = async (file: File) => {
    setAsked(true);
    if (short) return;
    setFilling(true);
    setError(null);
    try {
      onDone(await call(supportRoutes.fillForm, { params: { id }, query: { which: kind, purpose: purpose.trim(), ...(numbers && { numbers: "1" as const }) }, body: await bytesOf(file) }, { language, commandId: newCommandId() }));
    } catch (cause) {
      setError(cause);
    } finally {
      setFilling(false);
    }
  };
  return (
    <Stack>
      <ErrorNotice error={command.error ?? error} />
      <Choice label={t("support.lists.which")} value={which} onChange={setWhich} options={[{ value: "full", label: t("support.lists.full") }, ...(compared ? [{ value: "changes", label: t("support.lists.changes") }] : [])]} />
      <Checkbox label={t("support.lists.numbers")} value={numbers} onChange={setNumbers} />
      <TextInput label={t("support.purpose")} required value={purpose} onChange={setPurpose} error={asked && short ? t("support.purposeMissing") : undefined} />
      <Button kind="primary" busy={command.isPending} onClick={run}>{t("support.lists.export")}</Button>
      <Hint>{t("support.lists.formHint")}</Hint>
      <FileDrop label={t("support.lists.form")} accept=".xlsx" busy={filling} onFile={(file) => void fill(file)} />
    </Stack>
  );
}
