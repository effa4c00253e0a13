import { useState } from "react";
import { fold } from "../../kernel/text/fold.ts";
import { useAnswer } from "../../web/data.ts";
import { Button, LinkButton } from "../../web/design/button.tsx";
import type { Column } from "../../web/design/data/column.ts";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { Filters } from "../../web/design/data/filters.tsx";
import { EmptyState } from "../../web/design/empty-state.tsx";
import { dayText } from "../../web/design/format.ts";
import { Page } from "../../web/design/page.tsx";
import { StatusBadge } from "../../web/design/status-badge.tsx";
import { type UrlValues, useUrl } from "../../web/navigation.tsx";
import { useSession } from "../../web/session.ts";
import { type Translate, useText } from "../../web/text/text.tsx";
import { type Account, accountsRoutes } from "../contract.ts";
import { CloseAccount, InviteAgain } from "./account-actions.tsx";
import classes from "./accounts.module.css";
import { FIELDS, ROLES } from "./choices.ts";

interface Doing {
  readonly action: "close" | "invite";
  readonly account: Account;
}

const STATES = ["open", "closed"] as const;

/** What the address asks for; names are found without tone marks. */
function asked(accounts: readonly Account[], { q, role, field, state }: UrlValues): readonly Account[] {
  const words = fold(q ?? "");
  return accounts.filter(({ displayName, username, closed, assignments }) =>
    fold([displayName, username, ...assignments.map(({ unitName }) => unitName)].join(" ")).includes(words)
    && (!role || assignments.some((one) => one.role === role))
    && (!field || assignments.some(({ fields }) => fields.includes(field)))
    && (!state || closed === (state === "closed")));
}

export default function AccountList() {
  const t = useText();
  const { values } = useUrl();
  const { data, error, refetch } = useAnswer(accountsRoutes.listAccounts, {});
  const [doing, setDoing] = useState<Doing | null>(null);
  const done = () => setDoing(null);
  const add = (
    <LinkButton to="/accounts/new" kind="primary">
      {t("accounts.new.action")}
    </LinkButton>
  );
  const option = (key: string) => (value: string) => ({ value, label: t(`${key}.${value}`) });
  return (
    <Page title={t("accounts.list.title")} actions={add} print>
      <Filters
        search={t("accounts.list.search")}
        filters={[
          { key: "role", label: t("accounts.role"), all: t("accounts.list.anyRole"), options: ROLES.map(option("web.role")) },
          { key: "field", label: t("accounts.fields"), all: t("accounts.list.anyField"), options: FIELDS.map(option("accounts.field")) },
          { key: "state", label: t("accounts.state"), all: t("accounts.list.anyState"), options: STATES.map(option("accounts.state")) },
        ]}
      />
      <DataTable
        label={t("accounts.list.title")}
        local
        usualSort="displayName"
        columns={useColumns(t, setDoing)}
        rows={data && asked(data.accounts, values)}
        rowKey={(account) => account.id}
        error={error}
        onRetry={() => void refetch()}
        {...(data?.accounts.length === 0 && { empty: <EmptyState title={t("accounts.list.empty")} actions={add} /> })}
      />
      {doing?.action === "close" && <CloseAccount account={doing.account} onClose={done} />}
      {doing?.action === "invite" && <InviteAgain account={doing.account} onClose={done} />}
    </Page>
  );
}

function useColumns(t: Translate, onDo: (doing: Doing) => void): readonly Column<Account>[] {
  const self = useSession().username;
  const each = (show: (assignment: Account["assignments"][number]) => string) => ({
    render: (account: Account) => account.assignments.map((assignment) => <div key={assignment.id}>{show(assignment)}</div>),
    text: (account: Account) => account.assignments.map(show).join("; "),
  });
  const period = ({ validFrom, validTo }: Account["assignments"][number]): string =>
    validTo ? t("accounts.list.fromTo", { from: dayText(validFrom), to: dayText(validTo) }) : t("accounts.list.since", { from: dayText(validFrom) });
  return [
    { key: "displayName", label: t("accounts.displayName"), main: true, sort: true, sortValue: (account) => account.displayName, render: (account) => account.displayName },
    { key: "username", label: t("accounts.username"), sort: true, sortValue: (account) => account.username, render: (account) => account.username },
    { key: "role", label: t("accounts.role"), sort: true, sortValue: ({ assignments }) => t(`web.role.${assignments[0]?.role}`), ...each(({ role }) => t(`web.role.${role}`)) },
    { key: "unit", label: t("accounts.unit"), sort: true, sortValue: ({ assignments }) => assignments[0]?.unitName ?? null, ...each(({ unitName }) => unitName) },
    { key: "fields", label: t("accounts.fields"), ...each(({ fields }) => fields.map((field) => t(`accounts.field.${field}`)).join(", ") || "—") },
    { key: "period", label: t("accounts.list.period"), hidden: true, ...each(period) },
    {
      key: "state", label: t("accounts.state"), sort: true, sortValue: ({ closed }) => (closed ? 1 : 0),
      text: ({ closed }) => t(`accounts.state.${closed ? "closed" : "open"}`),
      render: ({ closed }) => <StatusBadge pattern={closed ? "striped" : "plain"}>{t(`accounts.state.${closed ? "closed" : "open"}`)}</StatusBadge>,
    },
    {
      key: "actions", label: t("accounts.list.actions"), nowrap: true, text: null,
      render: (account) =>
        account.closed || account.username === self ? "—" : (
          <div className={classes["actions"]}>
            <Button size="small" onClick={() => onDo({ action: "invite", account })}>
              {t("accounts.list.invite")}
            </Button>
            <Button size="small" onClick={() => onDo({ action: "close", account })}>
              {t("accounts.list.close")}
            </Button>
          </div>
        ),
    },
  ];
}
