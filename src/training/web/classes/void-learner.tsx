import { useCommand } from "../../../web/data.ts";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { learnerRoutes, type LearnerView } from "../../learners/contract.ts";

export function VoidLearner({ learner, onClose }: { learner: LearnerView; onClose: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(learnerRoutes.voidLearner);
  const run = (reason: string) => command.mutate({ params: { id: learner.id }, body: { baseVersion: learner.version, reason } }, { onSuccess: () => (say(t("training.classes.saved")), onClose()) });
  return (
    <ConfirmDialog open title={t("training.classes.voidLearnerOf", { name: learner.fullName })} action={t("training.classes.voidLearner")} danger reason busy={command.isPending} error={<ErrorNotice error={command.error} />} onConfirm={run} onClose={onClose}>
      <p>{t("training.classes.voidLearnerText")}</p>
    </ConfirmDialog>
  );
}
