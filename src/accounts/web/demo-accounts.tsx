import type { AnswerOf } from "../../platform/http/contract.ts";
import { Hint } from "../../web/design/layout.tsx";
import { useText } from "../../web/text/text.tsx";
import type { accountsRoutes } from "../contract.ts";
import classes from "./sign-in.module.css";

type DemoAccount = AnswerOf<typeof accountsRoutes.welcome>["demoAccounts"][number];

/** In a demo folder: one press fills the form in. */
export function DemoAccounts({ accounts, onChoose }: { accounts: readonly DemoAccount[]; onChoose: (account: DemoAccount) => void }) {
  const t = useText();
  return (
    <div className={classes["demo"]}>
      <h2>{t("accounts.demo.title")}</h2>
      <Hint>{t("accounts.demo.text")}</Hint>
      <ul>
        {accounts.map((account) => (
          <li key={account.username}>
            <button type="button" onClick={() => onChoose(account)}>
              <strong>{account.displayName}</strong>
              <span>
                {account.username} / {account.password}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
