import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useCommand } from "../../../web/data.ts";
import { Checkbox, Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { useToast } from "../../../web/design/toast.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { adviceRoutes, SESSION_KINDS, TOPICS, type SessionBody } from "../../advice/contract.ts";

interface Draft {
  readonly unitUid: string | null;
  readonly onDate: string | null;
  readonly kind: string | null;
  readonly topics: readonly string[];
  readonly place: string;
  readonly adviser: string;
  readonly unnamed: number | null;
  readonly note: string;
}

/** A session of advice: one person, a group, or at a distance. */
export function SessionForm({ onDone }: { onDone: (id: string) => void }) {
  const t = useText();
  const say = useToast();
  const session = useSession();
  const { units } = useAreaPeriod();
  const command = useCommand(adviceRoutes.addSession);
  const form = useForm<Draft>({
    draft: "jobs:advice:new", initial: { unitUid: session.unit.uid, onDate: today(), kind: "single", topics: ["job"], place: "", adviser: session.displayName, unnamed: 0, note: "" },
    validate: ({ unitUid, onDate, topics, adviser }) => ({
      ...(unitUid === null && { unitUid: t("jobs.advice.unitMissing") }), ...(onDate === null && { onDate: t("jobs.event.dayMissing") }), ...(topics.length === 0 && { topics: t("jobs.advice.topicMissing") }), ...(adviser.trim() === "" && { adviser: t("jobs.advice.adviserMissing") }),
    }),
  });
  const { topics } = form.values;
  const submit = (draft: Draft) => command.mutate(
    { body: { unitUid: draft.unitUid!, onDate: draft.onDate as PlainDate, kind: draft.kind as SessionBody["kind"], topics: draft.topics as SessionBody["topics"], place: draft.place.trim() || null, adviser: draft.adviser, unnamed: draft.unnamed ?? 0, note: draft.note.trim() || null } },
    { onSuccess: ({ id }) => (form.clear(), say(t("jobs.advice.saved")), onDone(id)) },
  );
  const own = [{ value: session.unit.uid, label: session.unit.fullName }, ...units.filter(({ uid, former, level }) => uid !== session.unit.uid && !former && level === "commune").map(({ uid, fullName }) => ({ value: uid, label: fullName }))];
  return (
    <FormPage form={form} action={t("jobs.event.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <DateInput label={t("jobs.advice.on")} required {...form.field("onDate")} />
      {own.length > 1 && <Select label={t("jobs.advice.unit")} required options={own} {...form.field("unitUid")} />}
      <Choice label={t("jobs.advice.kind")} options={SESSION_KINDS.map((value) => ({ value, label: t(`jobs.advice.kind.${value}`) }))} {...form.field("kind")} />
      <FieldSet label={t("jobs.advice.topics")} id={form.field("topics").id} error={form.errors.topics}>
        {TOPICS.map((topic) => <Checkbox key={topic} label={t(`jobs.advice.topic.${topic}`)} value={topics.includes(topic)} onChange={(chosen) => form.set({ topics: chosen ? [...topics, topic] : topics.filter((one) => one !== topic) })} />)}
      </FieldSet>
      <TextInput label={t("jobs.advice.place")} {...form.field("place")} />
      <TextInput label={t("jobs.advice.adviser")} required {...form.field("adviser")} />
      <NumberInput label={t("jobs.advice.unnamed")} hint={t("jobs.advice.unnamedHint")} {...form.field("unnamed")} />
      <TextInput label={t("jobs.seeker.note")} {...form.field("note")} />
    </FormPage>
  );
}
