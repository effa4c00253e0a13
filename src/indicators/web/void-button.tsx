import { useState } from "react";
import { Button } from "../../web/design/button.tsx";
import { ConfirmDialog } from "../../web/design/confirm-dialog.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { useCommand } from "../../web/data.ts";
import { useText } from "../../web/text/text.tsx";
import { indicatorsRoutes } from "../contract.ts";

/** "Hủy": a plan or typed figure is withdrawn with a reason and stays on file. */
export function VoidButton({ route, id, what }: { route: typeof indicatorsRoutes.voidPlan | typeof indicatorsRoutes.voidTypedFigure; id: string; what: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const command = useCommand(route);
  return (
    <>
      <Button size="small" kind="quiet" onClick={() => setOpen(true)}>
        {t("indicators.void")}
        <span className="visually-hidden">{`: ${what}`}</span>
      </Button>
      {open && (
        <ConfirmDialog
          open
          danger
          reason
          title={t("indicators.void.title", { what })}
          action={t("indicators.void")}
          busy={command.isPending}
          error={<ErrorNotice error={command.error} />}
          onConfirm={(reason) => command.mutate({ params: { id }, body: { reason } }, { onSuccess: () => setOpen(false) })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
