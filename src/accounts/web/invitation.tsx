import { type FormEvent, useState } from "react";
import { useCommand } from "../../web/data.ts";
import { Button, LinkButton } from "../../web/design/button.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { Stack } from "../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../web/design/notice.tsx";
import { Page } from "../../web/design/page.tsx";
import { useParam } from "../../web/navigation.tsx";
import { useText } from "../../web/text/text.tsx";
import { accountsRoutes } from "../contract.ts";

const LEAST_LETTERS = 10;

/** The first password, set by the one-time link of the administrator. */
export default function Invitation() {
  const t = useText();
  const token = useParam("token");
  const accept = useCommand(accountsRoutes.acceptInvitation);
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [asked, setAsked] = useState(false);
  const short = password.length < LEAST_LETTERS ? t("accounts.password.short", { least: LEAST_LETTERS }) : undefined;
  const different = again !== password ? t("accounts.password.different") : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!short && !different) accept.mutate({ params: { token }, body: { password } });
  };
  if (accept.data) {
    const signIn = (
      <LinkButton to="/login" kind="primary">
        {t("accounts.signIn.title")}
      </LinkButton>
    );
    return (
      <Page title={t("accounts.invitation.title")} width="narrow">
        <Notice kind="done" title={t("accounts.invitation.done", { username: accept.data.username })} actions={signIn} />
      </Page>
    );
  }
  return (
    <Page title={t("accounts.invitation.title")} subtitle={t("accounts.invitation.text")} width="narrow">
      <form onSubmit={submit} noValidate>
        <Stack>
          <ErrorNotice error={accept.error} />
          <TextInput
            label={t("accounts.password.new")}
            hint={t("accounts.password.hint", { least: LEAST_LETTERS })}
            type="password"
            autoComplete="new-password"
            required
            value={password}
            onChange={setPassword}
            error={asked ? short : undefined}
          />
          <TextInput label={t("accounts.password.again")} type="password" autoComplete="new-password" required value={again} onChange={setAgain} error={asked ? different : undefined} />
          <div>
            <Button type="submit" kind="primary" busy={accept.isPending}>
              {t("accounts.invitation.action")}
            </Button>
          </div>
        </Stack>
      </form>
    </Page>
  );
}
