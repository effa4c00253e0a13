import { saveFile, useCommand } from "../../web/data.ts";
import { ConfirmDialog } from "../../web/design/confirm-dialog.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { useText } from "../../web/text/text.tsx";
import { registryRoutes, type ListQuery } from "../contract.ts";

/** Takes the list out exactly as it is shown, all its pages; what for is written into the audit trail. */
export function ExportDialog({ query, total, onClose }: { query: ListQuery; total: number; onClose: () => void }) {
  const t = useText();
  const command = useCommand(registryRoutes.exportHouseholds);
  const run = (purpose: string) =>
    command.mutate({ body: { query, purpose } }, {
      onSuccess: (file) => {
        saveFile(file);
        onClose();
      },
    });
  return (
    <ConfirmDialog open title={t("registry.export.ask", { total })} action={t("registry.list.export")} reason busy={command.isPending} error={<ErrorNotice error={command.error} />} onConfirm={run} onClose={onClose}>
      <p>{t("registry.export.why")}</p>
    </ConfirmDialog>
  );
}
