import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { dayText } from "../../../web/design/format.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { DecimalInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Notice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { PARTS, SESSION_KINDS, type PartOfDay, type SessionKind } from "../../rules/codes.ts";
import { movedReasons } from "../../rules/timetable.ts";
import { timetableRoutes, type SessionView } from "../../timetable/contract.ts";

interface Draft {
  readonly on: string | null;
  readonly part: string | null;
  readonly kind: string | null;
  readonly hours: string | null;
  readonly topic: string;
  readonly teacher: string;
  readonly reason: string;
}

const WORDS: Readonly<Record<string, string>> = { marksMove: "training.classes.sessionMoveMarked", sameDay: "training.classes.sessionSameDay" };

/** One session of a timetable: its day and part, what is taught, by whom. `rows`: all sessions of the class. */
export function SessionForm({ session, rows, onDone }: { session: SessionView; rows: readonly SessionView[]; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(timetableRoutes.changeSession);
  const warnings = ({ on, part }: Pick<Draft, "on" | "part">) =>
    movedReasons({ moved: on !== session.on || part !== session.part, newDay: on !== session.on, marked: session.marked, others: rows.filter((row) => row.id !== session.id && row.cancelledOn === null && row.on === on).length });
  const form = useForm<Draft>({
    draft: `training:session:${session.id}`, initial: { on: session.on, part: session.part, kind: session.kind, hours: session.hours, topic: session.topic ?? "", teacher: session.teacher ?? "", reason: "" },
    validate: (draft) => ({
      ...(draft.on === null && { on: t("training.classes.dayMissing") }), ...(draft.hours === null && { hours: t("training.classes.textMissing") }), ...(warnings(draft).length > 0 && draft.reason.trim().length < 3 && { reason: t("training.classes.reasonMissing") }),
    }),
  });
  const reasons = warnings(form.values);
  const submit = ({ on, part, kind, hours, topic, teacher, reason }: Draft) =>
    command.mutate(
      { params: { id: session.id }, body: { baseVersion: session.version, on: on as PlainDate, part: part as PartOfDay, kind: kind as SessionKind, hours: hours!, topic: topic.trim() || null, teacher: teacher.trim() || null, reason: reason.trim() || null } },
      { onSuccess: () => (form.clear(), say(t("training.classes.saved")), onDone()) },
    );
  return (
    <FormPage form={form} action={t("training.classes.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <DateInput label={t("training.classes.day")} required {...form.field("on")} />
      <Select label={t("training.classes.part")} required {...form.field("part")} options={PARTS.map((value) => ({ value, label: t(`training.classes.part.${value}`) }))} />
      <Select label={t("training.classes.sessionKind")} required {...form.field("kind")} options={SESSION_KINDS.map((value) => ({ value, label: t(`training.classes.sessionKind.${value}`) }))} />
      <DecimalInput label={t("training.classes.hours")} required {...form.field("hours")} />
      <TextInput label={t("training.classes.topic")} {...form.field("topic")} />
      <TextInput label={t("training.classes.teacher")} {...form.field("teacher")} />
      {reasons.length > 0 && (
        <>
          <Notice kind="warn" title={dayText(form.values.on ?? "")}><ul>{reasons.map(({ code, data }) => <li key={code}>{t(WORDS[code]!, { count: data["count"] ?? 0 })}</li>)}</ul></Notice>
          <TextArea label={t("training.classes.reasonToGoOn")} required rows={3} {...form.field("reason")} />
        </>
      )}
    </FormPage>
  );
}
