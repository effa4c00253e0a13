import type { Route } from "../../../platform/http/contract.ts";
import { useCommand } from "../../../web/data.ts";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { catalogueRoutes } from "../../catalogue/contract.ts";

type VoidRoute = (typeof catalogueRoutes)["voidFunding" | "voidPlan" | "voidContract"] & Route;

/** Takes back a line that was entered by mistake. */
export function VoidRow({ route, row, title, onClose }: { route: VoidRoute; row: { readonly id: string; readonly version: number }; title: string; onClose: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(route);
  const run = (reason: string) => command.mutate({ params: { id: row.id }, body: { baseVersion: row.version, reason } } as never, { onSuccess: () => (say(t("training.classes.saved")), onClose()) });
  return <ConfirmDialog open title={title} action={t("training.catalogue.takeBack")} danger reason busy={command.isPending} error={<ErrorNotice error={command.error} />} onConfirm={run} onClose={onClose} />;
}
