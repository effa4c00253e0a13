import type { CallInput } from "../../../platform/http/client.ts";
import type { AnswerOf, FileAnswer, Route } from "../../../platform/http/contract.ts";
import { saveFile, useCommand } from "../../data.ts";
import { useUrl } from "../../navigation.tsx";
import { useText } from "../../text/text.tsx";
import { Button } from "../button.tsx";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { ErrorNotice } from "../notice.tsx";

interface ExportListProps<R extends Route> {
  /** answers a file */
  readonly route: AnswerOf<R> extends FileAnswer ? R : never;
  /** what the route is asked, with the purpose typed */
  readonly input: (purpose: string) => CallInput<R>;
  readonly total: number;
  /** of the address, when there are two lists on a page */
  readonly name?: string;
}

/** Takes a list of households out exactly as it is filtered, all its pages, made by the server; what for is written into the audit trail. */
export function ExportList<R extends Route>({ route, input, total, name = "export" }: ExportListProps<R>) {
  const t = useText();
  const { values, set } = useUrl();
  const command = useCommand<R>(route);
  const close = () => set({ do: null }, "replace");
  const run = (purpose: string) =>
    command.mutate(input(purpose), {
      onSuccess: (file) => {
        saveFile(file as FileAnswer);
        close();
      },
    });
  return (
    <>
      <Button size="small" onClick={() => set({ do: name }, "replace")}>
        {t("web.table.export")}
      </Button>
      {values["do"] === name && (
        <ConfirmDialog open title={t("web.table.exportAsk", { total })} action={t("web.table.export")} reason busy={command.isPending} error={<ErrorNotice error={command.error} />} onConfirm={run} onClose={close}>
          <p>{t("web.table.exportWhy")}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
