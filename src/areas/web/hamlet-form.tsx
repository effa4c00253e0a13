import { useCommand } from "../../web/data.ts";
import { FormPage } from "../../web/design/form/form-page.tsx";
import { Select } from "../../web/design/form/select.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { useForm } from "../../web/design/form/use-form.ts";
import { useText } from "../../web/text/text.tsx";
import { areasRoutes, HAMLET_KINDS } from "../contract.ts";

interface Draft {
  readonly kind: string | null;
  readonly name: string;
  readonly document: string;
}

export function HamletForm({ uid, onDone }: { uid: string; onDone: () => void }) {
  const t = useText();
  const command = useCommand(areasRoutes.addHamlet);
  const form = useForm<Draft>({
    draft: `hamlet:${uid}`,
    initial: { kind: "ap", name: "", document: "" },
    validate: ({ name }) => (name.trim() === "" ? { name: t("areas.hamlet.nameMissing") } : {}),
  });
  const submit = ({ kind, name, document }: Draft) =>
    command.mutate(
      { params: { uid }, body: { name, ...(kind && { kind: kind as (typeof HAMLET_KINDS)[number] }), ...(document.trim().length > 2 && { document }) } },
      { onSuccess: () => (form.clear(), onDone()) },
    );
  return (
    <FormPage form={form} action={t("areas.hamlet.add")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Select label={t("areas.hamlet.kind")} options={HAMLET_KINDS.filter((kind) => kind !== "unknown").map((kind) => ({ value: kind, label: t(`areas.hamletKind.${kind}`) }))} {...form.field("kind")} />
      <TextInput label={t("areas.hamlet.name")} hint={t("areas.hamlet.nameHint")} required {...form.field("name")} />
      <TextInput label={t("areas.document")} {...form.field("document")} />
    </FormPage>
  );
}
