import type { PlainDate } from "../../kernel/date.ts";
import { Choice } from "../../web/design/form/checkbox.tsx";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { TextArea, TextInput } from "../../web/design/form/text-input.tsx";
import { Hint } from "../../web/design/layout.tsx";
import { useText } from "../../web/text/text.tsx";
import { registryRoutes, type MemberView, type PersonView } from "../contract.ts";
import { CommandForm } from "./command-form.tsx";
import type { ActionProps } from "./action-props.ts";
import { personBody, PersonFields, type PersonDraft } from "./person-fields.tsx";

type MemberProps = ActionProps & { readonly member: MemberView };

const draftOf = (person: PersonView): PersonDraft => ({
  fullName: person.fullName, sex: String(person.sex), ethnicity: person.ethnicity, number: "",
  birth: person.birthPrecision === "day" ? person.birthDate : person.birthYear === null ? null : String(person.birthYear),
});

const LEAST_REASON = 3;

/** Mends what was written down wrongly; the earlier words stay in the history. */
export function CorrectForm({ member, onDone }: MemberProps) {
  const t = useText();
  const { person } = member;
  const initial: { readonly person: PersonDraft; readonly diedOn: string | null; readonly reason: string } = { person: draftOf(person), diedOn: person.diedOn, reason: "" };
  return (
    <CommandForm
      route={registryRoutes.correctPerson}
      draft={`person:${person.id}:correct`}
      initial={initial}
      validate={({ reason }) => ({ ...(reason.trim().length < LEAST_REASON && { reason: t("web.confirm.reasonShort") }) })}
      request={(draft, confirm) => {
        const { numbers: _, ...facts } = personBody(draft.person);
        return { params: { id: person.id }, body: { baseVersion: person.version, person: facts, diedOn: draft.diedOn as PlainDate | null, reason: draft.reason, confirm } };
      }}
      action={t("registry.save")}
      onDone={onDone}
    >
      {(form) => (
        <>
          <PersonFields id={`${form.id}-person`} value={form.values.person} onChange={(next) => form.set({ person: next })} withNumber={false} />
          <DateInput label={t("registry.person.diedOn")} {...form.field("diedOn")} />
          <TextArea label={t("web.confirm.reason")} required rows={2} {...form.field("reason")} />
        </>
      )}
    </CommandForm>
  );
}

export function NumberForm({ member, onDone }: MemberProps) {
  const t = useText();
  const { person } = member;
  const initial: { readonly type: string | null; readonly number: string; readonly source: string; readonly reason: string } = { type: "CCCD", number: "", source: "", reason: "" };
  return (
    <CommandForm
      route={registryRoutes.setNumber}
      draft={`person:${person.id}:number`}
      initial={initial}
      validate={({ reason }) => ({ ...(reason.trim().length < LEAST_REASON && { reason: t("web.confirm.reasonShort") }) })}
      request={({ type, number, source, reason }, confirm) => ({
        params: { id: person.id }, body: { baseVersion: person.version, type: type as "CCCD" | "CMND", number: number.trim() || null, source: source || t("registry.number.byOfficer"), reason, confirm },
      })}
      action={t("registry.save")}
      onDone={onDone}
    >
      {(form) => (
        <>
          <Hint>{t("registry.number.hint")}</Hint>
          <Choice label={t("registry.number.type")} options={[{ value: "CCCD", label: "CCCD" }, { value: "CMND", label: "CMND" }]} {...form.field("type")} />
          <TextInput label={t("registry.person.number")} inputMode="numeric" {...form.field("number")} />
          <TextInput label={t("registry.number.source")} {...form.field("source")} />
          <TextArea label={t("web.confirm.reason")} required rows={2} {...form.field("reason")} />
        </>
      )}
    </CommandForm>
  );
}
