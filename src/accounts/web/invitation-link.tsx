import { type ReactNode, useRef } from "react";
import { Button } from "../../web/design/button.tsx";
import { Hint, Row, Stack } from "../../web/design/layout.tsx";
import { Notice } from "../../web/design/notice.tsx";
import { useToast } from "../../web/design/toast.tsx";
import { useText } from "../../web/text/text.tsx";
import classes from "./accounts.module.css";

/** The only time the link is shown: the server keeps a hash of it. */
export function InvitationLink({ title, invitation, actions }: { title: string; invitation: string; actions?: ReactNode }) {
  const t = useText();
  const say = useToast();
  const shown = useRef<HTMLElement>(null);
  const link = `${window.location.origin}/invitation/${invitation}`;
  const mark = () => {
    window.getSelection()?.selectAllChildren(shown.current!);
    say(t("accounts.link.marked"));
  };
  // in an office the program is often reached without TLS, where a page may not write to the clipboard
  const copy = () => (window.isSecureContext ? void navigator.clipboard.writeText(link).then(() => say(t("accounts.link.copied")), mark) : mark());
  return (
    <Stack>
      <Notice kind="done" title={title}>
        <Stack gap="tight">
          <p>{t("accounts.link.text")}</p>
          <code ref={shown} className={classes["link"]}>
            {link}
          </code>
          <Hint>{t("accounts.link.once")}</Hint>
        </Stack>
      </Notice>
      <Row>
        <Button kind="primary" onClick={copy}>
          {t("accounts.link.copy")}
        </Button>
        {actions}
      </Row>
    </Stack>
  );
}
