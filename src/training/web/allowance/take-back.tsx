import { useState, type ReactNode } from "react";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";

interface Command {
  readonly isPending: boolean;
  readonly error: unknown;
}

/** The last step was recorded wrongly: asks why. `step`: its name in words. */
export function TakeBack({ step, command, children, onConfirm }: { step: string; command: Command; children: ReactNode; onConfirm: (reason: string, done: () => void) => void }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>{t("training.lists.takeBack", { step })}</Button>
      <ConfirmDialog open={open} danger reason title={t("training.lists.takeBack", { step })} action={t("training.lists.takeBackIt")} busy={command.isPending} error={<ErrorNotice error={command.error} />} onConfirm={(reason) => onConfirm(reason, close)} onClose={close}>
        {children}
      </ConfirmDialog>
    </>
  );
}
