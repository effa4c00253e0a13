import { useState } from "react";
import { useAnswer, useCommand } from "../../web/data.ts";
import { Button, LinkButton } from "../../web/design/button.tsx";
import { ConfirmDialog } from "../../web/design/confirm-dialog.tsx";
import type { Column } from "../../web/design/data/column.ts";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { EmptyState } from "../../web/design/empty-state.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { Page } from "../../web/design/page.tsx";
import { StatusBadge } from "../../web/design/status-badge.tsx";
import { useToast } from "../../web/design/toast.tsx";
import { useSession } from "../../web/session.ts";
import { useText } from "../../web/text/text.tsx";
import { type Account, accountsRoutes } from "../contract.ts";

/** Who may work in the province, and closing an account with a reason. */
export default function AccountsList() {
  const t = useText();
  const say = useToast();
  const { username } = useSession();
  const { data, error, refetch } = useAnswer(accountsRoutes.listAccounts, {});
  const close = useCommand(accountsRoutes.closeAccount);
  const [closing, setClosing] = useState<Account | null>(null);
  const columns = useColumns(username, setClosing);
  const add = (
    <LinkButton to="/accounts/new" kind="primary">
      {t("accounts.list.add")}
    </LinkButton>
  );
  return (
    <Page title={t("accounts.list.title")} actions={add}>
      <DataTable
        label={t("accounts.list.title")}
        local
        columns={columns}
        rows={data?.accounts}
        rowKey={(account) => account.id}
        usualSort="displayName"
        error={error}
        onRetry={() => void refetch()}
        empty={<EmptyState title={t("accounts.list.empty")} actions={add} />}
      />
      <ConfirmDialog
        key={closing?.id ?? "none"}
        open={closing !== null}
        title={t("accounts.close.title", { name: closing?.displayName ?? "" })}
        action={t("accounts.close.action")}
        danger
        reason
        busy={close.isPending}
        error={<ErrorNotice error={close.error} />}
        onClose={() => setClosing(null)}
        onConfirm={(reason) =>
          close.mutate(
            { params: { id: closing!.id }, body: { reason } },
            {
              onSuccess: () => {
                say(t("accounts.close.done", { name: closing!.displayName }));
                setClosing(null);
              },
            },
          )
        }
      >
        <p>{t("accounts.close.text")}</p>
      </ConfirmDialog>
    </Page>
  );
}

function useColumns(own: string, onClose: (account: Account) => void): readonly Column<Account>[] {
  const t = useText();
  const list = (account: Account, each: (one: Account["assignments"][number]) => string) => account.assignments.map(each).join("; ") || "—";
  return [
    { key: "displayName", label: t("accounts.displayName"), main: true, sort: true, sortValue: (account) => account.displayName, render: (account) => account.displayName },
    { key: "username", label: t("accounts.username"), sort: true, sortValue: (account) => account.username, render: (account) => account.username },
    { key: "role", label: t("accounts.role"), render: (account) => list(account, (one) => t(`web.role.${one.role}`)) },
    { key: "unit", label: t("accounts.unit"), render: (account) => list(account, (one) => one.unitName) },
    { key: "state", label: t("accounts.state"), render: (account) => <StatusBadge pattern={account.closed ? "refused" : "plain"}>{t(account.closed ? "accounts.closed" : "accounts.open")}</StatusBadge> },
    {
      key: "actions",
      label: t("accounts.actions"),
      render: (account) =>
        !account.closed &&
        account.username !== own && (
          <Button size="small" onClick={() => onClose(account)}>
            {t("accounts.close.action")}
          </Button>
        ),
    },
  ];
}
