import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { DecimalInput, NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint, Row } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { ClassPageView } from "../../classes/contract.ts";
import { PARTS, SESSION_KINDS, type PartOfDay, type SessionKind } from "../../rules/codes.ts";
import { sessionsOf } from "../../rules/timetable.ts";
import { timetableRoutes } from "../../timetable/contract.ts";

interface Line {
  readonly weekday: string | null;
  readonly part: string | null;
  readonly kind: string | null;
  readonly hours: string | null;
}

interface Draft {
  readonly lines: readonly Line[];
  readonly from: string | null;
  readonly to: string | null;
  readonly count: number | null;
  readonly teacher: string;
  readonly topic: string;
}

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"];
const NEW_LINE: Line = { weekday: null, part: "morning", kind: "integrated", hours: "4" };
const complete = ({ weekday, part, kind, hours }: Line): boolean => weekday !== null && part !== null && kind !== null && hours !== null;
const plain = ({ weekday, part, kind, hours }: Line) => ({ weekday: Number(weekday), part: part as PartOfDay, kind: kind as SessionKind, hours: hours! });

/** A weekly pattern from a day on; the count of sessions that it gives is shown before it is made. */
export function TimetableForm({ page, onDone }: { page: ClassPageView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(timetableRoutes.makeTimetable);
  const form = useForm<Draft>({
    draft: `training:timetable:${page.row.id}`, initial: { lines: [NEW_LINE], from: page.row.openedOn ?? page.row.plannedFrom, to: page.row.plannedTo, count: null, teacher: page.teacher ?? "", topic: "" },
    validate: (draft) => ({
      ...(!draft.lines.every(complete) && { lines: t("training.classes.linesMissing") }), ...(draft.from === null && { from: t("training.classes.dayMissing") }),
      ...(draft.to === null && draft.count === null && { to: t("training.classes.endMissing") }),
    }),
  });
  const { lines, from, to, count } = form.values;
  const change = (at: number, changes: Partial<Line>) => form.set({ lines: lines.map((line, i) => (i === at ? { ...line, ...changes } : line)) });
  const preview = from !== null && (to !== null || count !== null) && lines.every(complete) ? sessionsOf(lines.map(plain), from as PlainDate, { to: to as PlainDate | null, count }) : null;
  const submit = (draft: Draft) =>
    command.mutate(
      { params: { id: page.row.id }, body: { lines: draft.lines.map(plain), from: draft.from as PlainDate, to: draft.to as PlainDate | null, count: draft.count, without: [], teacher: draft.teacher.trim() || null, topic: draft.topic.trim() || null } },
      { onSuccess: ({ added, kept }) => (form.clear(), say(t("training.classes.timetableMade", { added, kept })), onDone()) },
    );
  return (
    <FormPage form={form} action={t("training.classes.makeTimetable")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t("training.classes.timetableHint")}</Hint>
      {lines.map((line, i) => (
        <FieldSet key={`${i + 1}`} label={t("training.classes.weekly", { number: String(i + 1) })}>
          <Select label={t("training.classes.weekday")} required value={line.weekday} onChange={(weekday) => change(i, { weekday })} options={WEEKDAYS.map((value) => ({ value, label: t(`training.classes.weekday.${value}`) }))} />
          <Select label={t("training.classes.part")} required value={line.part} onChange={(part) => change(i, { part })} options={PARTS.map((value) => ({ value, label: t(`training.classes.part.${value}`) }))} />
          <Select label={t("training.classes.sessionKind")} required value={line.kind} onChange={(kind) => change(i, { kind })} options={SESSION_KINDS.map((value) => ({ value, label: t(`training.classes.sessionKind.${value}`) }))} />
          <DecimalInput label={t("training.classes.hours")} required value={line.hours} onChange={(hours) => change(i, { hours })} />
          {lines.length > 1 && <Button size="small" kind="quiet" onClick={() => form.set({ lines: lines.filter((_, at) => at !== i) })}>{t("training.classes.dropLine")}</Button>}
        </FieldSet>
      ))}
      <Row><Button size="small" onClick={() => form.set({ lines: [...lines, NEW_LINE] })}>{t("training.classes.addLine")}</Button></Row>
      {form.errors.lines && <Hint>{form.errors.lines}</Hint>}
      <DateInput label={t("training.classes.from")} required {...form.field("from")} />
      <DateInput label={t("training.classes.to")} {...form.field("to")} />
      <NumberInput label={t("training.classes.sessionCount")} hint={t("training.classes.sessionCountHint")} {...form.field("count")} />
      <TextInput label={t("training.classes.teacher")} {...form.field("teacher")} />
      <TextInput label={t("training.classes.topic")} {...form.field("topic")} />
      {preview && <Hint>{t("training.classes.preview", { count: preview.length, last: preview.at(-1)?.on ?? "" })}</Hint>}
    </FormPage>
  );
}
