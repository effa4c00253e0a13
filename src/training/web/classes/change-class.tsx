import { useCommand } from "../../../web/data.ts";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { classRoutes, type ClassPageView } from "../../classes/contract.ts";
import { ClassFields, classBody, type ClassDraft, classErrors } from "./class-form.tsx";

export function ChangeClass({ page, onDone }: { page: ClassPageView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(classRoutes.changeClass);
  const { row } = page;
  const form = useForm<ClassDraft>({
    draft: `training:class:${row.id}`, validate: (draft) => classErrors(t, draft),
    initial: {
      name: row.name, tradeCode: row.tradeCode, providerId: row.providerId, hamletId: page.hamletId, venue: page.venue ?? "", fundingLineId: page.fundingLineId, contractId: page.contractId, planId: page.planId, plannedFrom: row.plannedFrom,
      plannedTo: row.plannedTo, learnersPlanned: row.learnersPlanned, costDong: row.costDong, teacher: page.teacher ?? "", offtaker: page.offtaker ?? "",
    },
  });
  const submit = (draft: ClassDraft) => command.mutate({ params: { id: row.id }, body: { baseVersion: page.version, ...classBody(draft) } }, { onSuccess: () => (form.clear(), say(t("training.classes.saved")), onDone()) });
  return (
    <FormPage form={form} action={t("training.classes.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <ClassFields form={form} unitUid={row.unitUid} />
    </FormPage>
  );
}
