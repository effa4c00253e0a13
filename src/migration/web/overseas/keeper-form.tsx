import { useCommand } from "../../../web/data.ts";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { overseasRoutes, type CasePageView } from "../../overseas/contract.ts";

/** Takes the case, or lets it go. */
export function KeeperForm({ page, onDone }: { page: CasePageView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(overseasRoutes.keepOverseas);
  const deed = page.row.kept === "me" ? "release" : "take";
  const form = useForm({ draft: `migration:keeper:${page.row.id}`, initial: { reason: "" }, validate: ({ reason }) => (reason.trim().length < 3 ? { reason: t("migration.abroad.textMissing") } : {}) });
  return (
    <FormPage form={form} action={t(`migration.abroad.do.${deed}`)} busy={command.isPending} error={command.error}
      onSubmit={({ reason }) => command.mutate({ params: { id: page.row.id }, body: { baseVersion: page.row.version, deed, reason } }, { onSuccess: () => (form.clear(), say(t("migration.abroad.saved")), onDone()) })}>
      <Hint>{t(`migration.abroad.hint.${deed}`)}</Hint>
      <TextInput label={t("migration.abroad.reason")} required {...form.field("reason")} />
    </FormPage>
  );
}
