import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useGo } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { classRoutes, type ClassPageView } from "../../classes/contract.ts";
import type { LearnerView } from "../../learners/contract.ts";

interface Draft {
  readonly code: string;
  readonly name: string;
  readonly on: string | null;
  readonly teacher: string;
  readonly venue: string;
  readonly cost: number | null;
  readonly reason: string;
}

/** A second class that takes the chosen learners. */
export function SplitForm({ page, learners, onDone }: { page: ClassPageView; learners: readonly LearnerView[]; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const go = useGo();
  const command = useCommand(classRoutes.splitClass);
  const form = useForm<Draft>({
    draft: `training:split:${page.row.id}`, initial: { code: "", name: page.row.name, on: today(), teacher: page.teacher ?? "", venue: page.venue ?? "", cost: null, reason: "" },
    validate: (draft) => ({
      ...(draft.code.trim() === "" && { code: t("training.classes.textMissing") }), ...(draft.name.trim() === "" && { name: t("training.classes.textMissing") }), ...(draft.on === null && { on: t("training.classes.dayMissing") }),
      ...(draft.reason.trim().length < 3 && { reason: t("training.classes.reasonMissing") }),
    }),
  });
  const submit = ({ code, name, on, teacher, venue, cost, reason }: Draft) =>
    command.mutate(
      { params: { id: page.row.id }, body: { baseVersion: page.version, code: code.trim(), name: name.trim(), ids: learners.map(({ id }) => id), on: on as PlainDate, reason: reason.trim(), teacher: teacher.trim() || null, venue: venue.trim() || null, costDong: cost } },
      { onSuccess: ({ id, moved }) => (form.clear(), say(t("training.classes.splitDone", { count: moved })), onDone(), go({ to: "/training/classes/$id", params: { id } })) },
    );
  return (
    <FormPage form={form} action={t("training.classes.split")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t("training.classes.splitHint", { count: learners.length })}</Hint>
      <TextInput label={t("training.classes.code")} required {...form.field("code")} />
      <TextInput label={t("training.classes.name")} required {...form.field("name")} />
      <DateInput label={t("training.classes.day")} required {...form.field("on")} />
      <TextInput label={t("training.classes.teacher")} {...form.field("teacher")} />
      <TextInput label={t("training.classes.venue")} {...form.field("venue")} />
      <NumberInput label={t("training.classes.cost")} hint={t("training.classes.splitCostHint")} {...form.field("cost")} />
      <TextArea label={t("training.classes.reason")} required rows={3} {...form.field("reason")} />
    </FormPage>
  );
}
