import { useRef } from "react";
import { Button, LinkButton } from "../../web/design/button.tsx";
import { Hint, Row, Stack } from "../../web/design/layout.tsx";
import { Notice } from "../../web/design/notice.tsx";
import { type Crumb, Page } from "../../web/design/page.tsx";
import { useToast } from "../../web/design/toast.tsx";
import { useText } from "../../web/text/text.tsx";
import classes from "./accounts.module.css";

interface InvitationLinkProps {
  readonly username: string;
  readonly invitation: string;
  readonly crumbs: readonly Crumb[];
  readonly onAnother: () => void;
}

/** The only time the link is shown: the server keeps a hash of it. */
export function InvitationLink({ username, invitation, crumbs, onAnother }: InvitationLinkProps) {
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
    <Page title={t("accounts.new.title")} width="narrow" crumbs={crumbs}>
      <Notice kind="done" title={t("accounts.link.made", { username })}>
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
        <Button onClick={onAnother}>{t("accounts.link.another")}</Button>
        <LinkButton to="/accounts">{t("accounts.link.list")}</LinkButton>
      </Row>
    </Page>
  );
}
