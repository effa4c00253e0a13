import { useState } from "react";
import type { PlainDate } from "../../kernel/date.ts";
import { useAnswer } from "../../web/data.ts";
import { Choice } from "../../web/design/form/checkbox.tsx";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { Select } from "../../web/design/form/select.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { Hint } from "../../web/design/layout.tsx";
import { useText } from "../../web/text/text.tsx";
import { LEAVING, registryRoutes, type MemberView } from "../contract.ts";
import { optionsOf, useCodes } from "./codes.ts";
import { CommandForm } from "./command-form.tsx";
import type { ActionProps } from "./action-props.ts";
import { NOBODY, personBody, PersonFields, type PersonDraft } from "./person-fields.tsx";

type MemberProps = ActionProps & { readonly member: MemberView };

interface JoinDraft {
  readonly kind: string | null;
  readonly personId: string | null;
  readonly person: PersonDraft;
  readonly relation: string | null;
  readonly from: string | null;
}

/** Somebody joins: new to the register, or already in it. */
export function AddMemberForm({ household, onDone }: ActionProps) {
  const t = useText();
  const { codes } = useCodes();
  const initial: JoinDraft = { kind: "new", personId: null, person: NOBODY, relation: null, from: null };
  return (
    <CommandForm
      route={registryRoutes.addMember}
      draft={`household:${household.id}:addMember`}
      initial={initial}
      validate={({ kind, personId, person, relation, from }) => ({
        ...(kind === "new" && person.fullName.trim().length < 2 && { person: t("registry.new.nameMissing", { who: t("registry.person.fullName") }) }),
        ...(kind === "new" && person.sex === null && { person: t("registry.new.sexMissing", { who: person.fullName }) }),
        ...(kind === "known" && personId === null && { personId: t("registry.add.personMissing") }),
        ...(relation === null && { relation: t("registry.add.relationMissing") }),
        ...(from === null && { from: t("registry.add.fromMissing") }),
      })}
      request={({ kind, personId, person, relation, from }, confirm) => ({
        params: { id: household.id },
        body: { baseVersion: household.version, from: from as PlainDate, confirm, member: { relation: relation!, who: kind === "known" ? { personId: personId! } : { person: personBody(person) } } },
      })}
      action={t("registry.do.addMember")}
      onDone={onDone}
    >
      {(form) => (
        <>
          <Choice label={t("registry.add.kind")} options={[{ value: "new", label: t("registry.add.new") }, { value: "known", label: t("registry.add.known") }]} {...form.field("kind")} />
          {form.values.kind === "known" ? (
            <KnownPerson value={form.values.personId} onChange={(personId) => form.set({ personId })} id={`${form.id}-personId`} error={form.errors.personId} />
          ) : (
            <PersonFields id={`${form.id}-person`} value={form.values.person} onChange={(person) => form.set({ person })} errors={{ fullName: form.errors.person }} />
          )}
          <Select label={t("registry.relation")} required options={optionsOf(codes?.relations.filter(({ code }) => code !== "01"))} {...form.field("relation")} />
          <DateInput label={t("registry.member.from")} required {...form.field("from")} />
        </>
      )}
    </CommandForm>
  );
}

/** Finds somebody of the register by name or number. */
function KnownPerson({ value, onChange, id, error }: { value: string | null; onChange: (personId: string | null) => void; id: string; error: string | undefined }) {
  const t = useText();
  const [text, setText] = useState("");
  const { data } = useAnswer(registryRoutes.searchPersons, { query: { q: text, most: 8 } }, { enabled: text.trim().length > 1, keep: true });
  const persons = text.trim().length > 1 ? (data?.persons ?? []) : [];
  return (
    <>
      <TextInput label={t("registry.add.search")} id={id} value={text} onChange={setText} error={error} />
      {persons.length > 0 && (
        <Choice
          label={t("registry.add.found")}
          value={value}
          onChange={onChange}
          options={persons.map((person) => ({ value: person.personId, label: `${person.fullName}${person.birthYear === null ? "" : ` (${person.birthYear})`} · ${person.hamlet}${person.headName ? ` · ${t("registry.household.of", { name: person.headName })}` : ""}` }))}
        />
      )}
      {text.trim().length > 1 && data?.persons.length === 0 && <Hint>{t("registry.add.nobody")}</Hint>}
    </>
  );
}

export function LeaveForm({ household, member, onDone }: MemberProps) {
  const t = useText();
  const initial: { readonly on: string | null; readonly why: string | null; readonly note: string } = { on: null, why: null, note: "" };
  return (
    <CommandForm
      route={registryRoutes.endMembership}
      draft={`household:${household.id}:leave:${member.membershipId}`}
      initial={initial}
      validate={({ on, why }) => ({ ...(on === null && { on: t("registry.add.fromMissing") }), ...(why === null && { why: t("registry.leave.whyMissing") }) })}
      request={({ on, why, note }) => ({
        params: { id: household.id, membershipId: member.membershipId },
        body: { baseVersion: household.version, on: on as PlainDate, why: why as (typeof LEAVING)[number], ...(note.trim() && { note }) },
      })}
      action={t("registry.do.leave")}
      onDone={onDone}
    >
      {(form) => (
        <>
          <Choice label={t("registry.leave.why")} required options={LEAVING.map((value) => ({ value, label: t(`registry.leaving.${value}`) }))} {...form.field("why")} />
          <DateInput label={t("registry.leave.on")} hint={t("registry.leave.onHint")} required {...form.field("on")} />
          <TextInput label={t("registry.note")} {...form.field("note")} />
        </>
      )}
    </CommandForm>
  );
}

export function MakeHeadForm({ household, member, onDone }: MemberProps) {
  const t = useText();
  const { codes, relation } = useCodes();
  const options = optionsOf(codes?.relations.filter(({ code }) => code !== "01"));
  const others = household.members.filter((one) => one.membershipId !== member.membershipId && one.relation !== "01");
  const head = household.members.find((one) => one.relation === "01");
  const initial: { readonly on: string | null; readonly relationOfOld: string | null; readonly relations: Readonly<Record<string, string>> } = {
    on: null, relationOfOld: null, relations: Object.fromEntries(others.map((one) => [one.membershipId, one.relation])),
  };
  return (
    <CommandForm
      route={registryRoutes.changeHead}
      draft={`household:${household.id}:head:${member.membershipId}`}
      initial={initial}
      validate={({ on, relationOfOld }) => ({ ...(on === null && { on: t("registry.add.fromMissing") }), ...(relationOfOld === null && { relationOfOld: t("registry.add.relationMissing") }) })}
      request={({ on, relationOfOld, relations }) => ({
        params: { id: household.id },
        body: { baseVersion: household.version, membershipId: member.membershipId, on: on as PlainDate, relationOfOld: relationOfOld!, relations: { ...relations } },
      })}
      action={t("registry.do.makeHead")}
      onDone={onDone}
    >
      {(form) => (
        <>
          <DateInput label={t("registry.head.from")} required {...form.field("on")} />
          <Hint>{t("registry.head.relations", { name: member.person.fullName })}</Hint>
          {head && <Select label={head.person.fullName} required options={options} {...form.field("relationOfOld")} />}
          {others.map((one) => (
            <Select
              key={one.membershipId}
              label={one.person.fullName}
              hint={t("registry.head.now", { relation: relation(one.relation) })}
              options={options}
              value={form.values.relations[one.membershipId] ?? one.relation}
              onChange={(code) => form.set({ relations: { ...form.values.relations, [one.membershipId]: code ?? one.relation } })}
            />
          ))}
        </>
      )}
    </CommandForm>
  );
}
