import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useEffect, useState } from "react";
import { useAnswer, useCommand } from "../../web/data.ts";
import { Button, LinkButton } from "../../web/design/button.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { Hint, Stack } from "../../web/design/layout.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { useUrl } from "../../web/navigation.tsx";
import { useEnterSession, useFindSession } from "../../web/session.ts";
import { useText } from "../../web/text/text.tsx";
import { accountsRoutes } from "../contract.ts";
import { DemoAccounts } from "./demo-accounts.tsx";
import classes from "./sign-in.module.css";

const FIRST_PAGES = ["/", "/board"];

/** Only an address of this program; "//elsewhere" is none. */
const ownAddress = (back: string | undefined): string => (back && /^\/(?![/\\])/.test(back) && !back.startsWith("/login") ? back : "/");

export default function SignIn() {
  const t = useText();
  const { values } = useUrl();
  const navigate = useNavigate();
  const session = useFindSession();
  const enter = useEnterSession();
  const welcome = useAnswer(accountsRoutes.welcome, {});
  const signIn = useCommand(accountsRoutes.signIn);
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const back = ownAddress(values["back"]);

  useEffect(() => {
    document.title = `${t("accounts.signIn.title")} · ${t("web.product")}`;
  }, [t]);
  useEffect(() => {
    if (session) void navigate({ href: back, replace: true });
  }, [session, back, navigate]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (username.trim() && password) signIn.mutate({ body: { username: username.trim(), password } }, { onSuccess: enter });
  };
  return (
    <div className={classes["page"]}>
      <section className={classes["box"]}>
        <h1>{t("accounts.signIn.title")}</h1>
        {!FIRST_PAGES.includes(back) && <Hint>{t("accounts.signIn.again")}</Hint>}
        <form onSubmit={submit}>
          <Stack>
            <ErrorNotice error={signIn.error ?? welcome.error} />
            <TextInput label={t("accounts.username")} value={username} onChange={setUsername} autoComplete="username" required />
            <TextInput label={t("accounts.password")} type="password" value={password} onChange={setPassword} autoComplete="current-password" required />
            <Button type="submit" kind="primary" busy={signIn.isPending} full>
              {t("accounts.signIn.action")}
            </Button>
            <Hint>{t("accounts.signIn.lost")}</Hint>
          </Stack>
        </form>
      </section>
      <section className={classes["beside"]}>
        {welcome.data?.demo && (
          <DemoAccounts
            accounts={welcome.data.demoAccounts}
            onChoose={(account) => {
              setUsername(account.username);
              setPassword(account.password);
            }}
          />
        )}
        <div className={classes["check"]}>
          <h2>{t("accounts.checkList.title")}</h2>
          <p>{t("accounts.checkList.text")}</p>
          <LinkButton to="/check-list">{t("accounts.checkList.action")}</LinkButton>
        </div>
      </section>
    </div>
  );
}
