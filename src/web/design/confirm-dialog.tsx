import { type FormEvent, type ReactNode, useState } from "react";
import { useText } from "../text/text.tsx";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import classes from "./drawer.module.css";
import { TextArea } from "./form/text-input.tsx";

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly children?: ReactNode;
  /** the verb on the button: "Khóa tài khoản" */
  readonly action: string;
  readonly danger?: boolean;
  /** asks for a reason of at least three letters and gives it to onConfirm */
  readonly reason?: boolean;
  readonly busy?: boolean;
  readonly error?: ReactNode;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

export function ConfirmDialog({ open, title, children, action, danger, reason, busy, error, onConfirm, onClose }: ConfirmDialogProps) {
  const t = useText();
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(false);
  const short = reason === true && text.trim().length < 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!short) onConfirm(text.trim());
  };
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <form onSubmit={submit} className={classes["body"]} noValidate>
        {children}
        {reason && (
          <TextArea
            label={t("web.confirm.reason")}
            value={text}
            onChange={setText}
            required
            error={asked && short ? t("web.confirm.reasonShort") : undefined}
          />
        )}
        {error}
        <div className={classes["actions"]}>
          <Button onClick={onClose}>{t("web.cancel")}</Button>
          <Button type="submit" kind={danger ? "danger" : "primary"} busy={busy ?? false}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
