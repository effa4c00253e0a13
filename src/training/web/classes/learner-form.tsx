import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { dayText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Stack } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { learnerRoutes, type LearnerView } from "../../learners/contract.ts";
import { groupBody, type GroupDraft, GroupFields } from "./group-fields.tsx";

/** What is known of a learner in the class, and the groups to mend. */
export function LearnerForm({ learner, groups, onDone, onVoid }: { learner: LearnerView; groups: readonly { code: string; name: string }[]; onDone: () => void; onVoid: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(learnerRoutes.changeLearner);
  const proofs = learner.groups.map((group) => ({ ...(learner.evidence.find((one) => one.group === group) ?? { document: "", from: null, to: null }), group }));
  const form = useForm<GroupDraft>({
    draft: `training:learner:${learner.id}`,
    initial: { proofs, chosenGroup: learner.chosenGroup, distanceKm: learner.distanceKm, areaClass: learner.areaClass, priorJob: learner.priorJob ?? "", priorIncomeDong: learner.priorIncomeDong, note: learner.note ?? "" },
  });
  const submit = (draft: GroupDraft) => command.mutate({ params: { id: learner.id }, body: { baseVersion: learner.version, ...groupBody(draft) } }, { onSuccess: () => (form.clear(), say(t("training.classes.saved")), onDone()) });
  return (
    <Stack>
      <KeyValue pairs={[
        { label: t("training.classes.state"), value: t(`training.classes.learnerState.${learner.state}`) },
        { label: t("training.classes.enrolledOn"), value: dayText(learner.enrolledOn) },
        { label: t("training.classes.identified"), value: t(learner.personId ? "training.classes.inRegistry" : "training.classes.notIdentified") },
      ]} />
      {learner.admitReasons.length > 0 && <Notice kind="warn" title={t("training.classes.inTheWayShort")}><ul>{learner.admitReasons.map(({ text }) => <li key={text}>{text}</li>)}</ul></Notice>}
      {learner.state !== "certified" && (
        <FormPage form={form} action={t("training.classes.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
          <GroupFields form={form} groups={groups} />
        </FormPage>
      )}
      {learner.days === 0 && learner.state !== "certified" && <Button kind="quiet" onClick={onVoid}>{t("training.classes.voidLearner")}</Button>}
    </Stack>
  );
}
