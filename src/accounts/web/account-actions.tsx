import { useCommand } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { ConfirmDialog } from "../../web/design/confirm-dialog.tsx";
import { Drawer } from "../../web/design/drawer.tsx";
import { Stack } from "../../web/design/layout.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { useToast } from "../../web/design/toast.tsx";
import { useText } from "../../web/text/text.tsx";
import { type Account, accountsRoutes } from "../contract.ts";
import { InvitationLink } from "./invitation-link.tsx";

interface ActionProps {
  readonly account: Account;
  readonly onClose: () => void;
}

export function CloseAccount({ account, onClose }: ActionProps) {
  const t = useText();
  const say = useToast();
  const close = useCommand(accountsRoutes.closeAccount);
  const confirm = (reason: string) =>
    close.mutate({ params: { id: account.id }, body: { reason } }, { onSuccess: () => (say(t("accounts.close.done", { username: account.username })), onClose()) });
  return (
    <ConfirmDialog
      open
      danger
      reason
      title={t("accounts.close.title", { name: account.displayName })}
      action={t("accounts.close.action")}
      busy={close.isPending}
      error={<ErrorNotice error={close.error} />}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t("accounts.close.text")}</p>
    </ConfirmDialog>
  );
}

/** For a lost password, or a first link that ran out. */
export function InviteAgain({ account, onClose }: ActionProps) {
  const t = useText();
  const invite = useCommand(accountsRoutes.inviteAgain);
  return (
    <Drawer open title={t("accounts.invite.title", { name: account.displayName })} onClose={onClose}>
      {invite.data ? (
        <InvitationLink title={t("accounts.invite.made", { username: account.username })} invitation={invite.data.invitation} />
      ) : (
        <Stack>
          <p>{t("accounts.invite.text")}</p>
          <ErrorNotice error={invite.error} />
          <div>
            <Button kind="primary" busy={invite.isPending} onClick={() => invite.mutate({ params: { id: account.id } })}>
              {t("accounts.invite.action")}
            </Button>
          </div>
        </Stack>
      )}
    </Drawer>
  );
}
