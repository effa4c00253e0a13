import { useAreaPeriod } from "../../web/area-period.ts";
import { Button } from "../../web/design/button.tsx";
import { Checkbox } from "../../web/design/form/checkbox.tsx";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { Select } from "../../web/design/form/select.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import type { Form, FormErrors } from "../../web/design/form/use-form.ts";
import { Hint, Stack } from "../../web/design/layout.tsx";
import { Page } from "../../web/design/page.tsx";
import { useToast } from "../../web/design/toast.tsx";
import { useGo } from "../../web/navigation.tsx";
import { useSession } from "../../web/session.ts";
import { type Translate, useText } from "../../web/text/text.tsx";
import type { PlainDate } from "../../kernel/date.ts";
import { registryRoutes, type CreateHousehold } from "../contract.ts";
import { useCodes } from "./codes.ts";
import { CommandForm } from "./command-form.tsx";
import { useHamletOptions } from "./hamlet-options.ts";
import classes from "./household-form.module.css";
import { NOBODY, personBody, PersonFields, type PersonDraft } from "./person-fields.tsx";
import { optionsOf } from "./codes.ts";

interface MemberDraft extends PersonDraft {
  readonly key: number;
  readonly relation: string | null;
}

interface Draft {
  readonly hamletId: string | null;
  readonly from: string | null;
  readonly localCode: string;
  readonly address: string;
  readonly formedBy: string | null;
  readonly members: readonly MemberDraft[];
  readonly characteristics: readonly string[];
}

const HEAD = "01";

const initialOf = (hamletId: string | null): Draft => ({
  hamletId, from: null, localCode: "", address: "", formedBy: "listed", members: [{ ...NOBODY, key: 1, relation: HEAD }], characteristics: [],
});

/** Wrong fields by the ids the fields carry: "from", "members.2.fullName". */
function wrong(t: Translate, draft: Draft): FormErrors<Draft> {
  const errors: Record<string, string> = {};
  if (draft.hamletId === null) errors["hamletId"] = t("registry.new.hamletMissing");
  if (draft.from === null) errors["from"] = t("registry.new.fromMissing");
  for (const [at, member] of draft.members.entries()) {
    const who = member.fullName.trim() || t("registry.new.memberNumber", { number: at + 1 });
    if (member.fullName.trim().length < 2) errors[`members.${member.key}-fullName`] = t("registry.new.nameMissing", { who });
    if (member.sex === null) errors[`members.${member.key}-sex`] = t("registry.new.sexMissing", { who });
    if (member.relation === null) errors[`members.${member.key}-relation`] = t("registry.new.relationMissing", { who });
  }
  const heads = draft.members.filter(({ relation }) => relation === HEAD).length;
  if (heads !== 1) errors[`members.${draft.members[0]?.key ?? 1}-relation`] = t("registry.new.oneHead");
  return errors as FormErrors<Draft>;
}

const requestOf = (draft: Draft, confirm: string[]): { body: CreateHousehold } => ({
  body: {
    hamletId: draft.hamletId!, from: draft.from as PlainDate, localCode: draft.localCode || null, address: draft.address || null,
    formedBy: draft.formedBy as CreateHousehold["formedBy"], characteristics: [...draft.characteristics], confirm,
    members: draft.members.map((member) => ({ who: { person: personBody(member) }, relation: member.relation! })),
  },
});

export default function HouseholdForm() {
  const t = useText();
  const go = useGo();
  const say = useToast();
  const session = useSession();
  const { area, on } = useAreaPeriod();
  const hamlets = useHamletOptions(area, on);
  const only = hamlets.length === 1 ? hamlets[0]!.value : null;
  return (
    <Page title={t("registry.new.title")} subtitle={t("registry.new.subtitle")} width="narrow" crumbs={[{ label: t("registry.list.title"), to: "/households" }, { label: t("registry.new.title") }]}>
      <CommandForm
        key={only}
        route={registryRoutes.createHousehold}
        draft={`household:new:${session.username}`}
        initial={initialOf(only)}
        validate={(draft) => wrong(t, draft)}
        request={requestOf}
        action={t("registry.new.action")}
        onDone={({ id }) => {
          say(t("registry.new.done"));
          go({ to: "/households/$id", params: { id } });
        }}
      >
        {(form) => <Fields form={form} hamlets={hamlets} />}
      </CommandForm>
    </Page>
  );
}

function Fields({ form, hamlets }: { form: Form<Draft>; hamlets: ReturnType<typeof useHamletOptions> }) {
  const t = useText();
  const { codes } = useCodes();
  const { members, characteristics } = form.values;
  const setMember = (changed: MemberDraft) => form.set({ members: members.map((member) => (member.key === changed.key ? changed : member)) });
  const toggle = (code: string, holds: boolean) => form.set({ characteristics: holds ? [...characteristics, code] : characteristics.filter((one) => one !== code) });
  return (
    <>
      <Select label={t("registry.hamlet")} required options={hamlets} {...form.field("hamletId")} />
      <DateInput label={t("registry.new.from")} hint={t("registry.new.fromHint")} required {...form.field("from")} />
      <Select
        label={t("registry.new.formedBy")}
        options={(["listed", "new", "arrived"] as const).map((value) => ({ value, label: t(`registry.formedBy.${value}`) }))}
        {...form.field("formedBy")}
      />
      <TextInput label={t("registry.localCode")} hint={t("registry.new.localCodeHint")} {...form.field("localCode")} />
      <TextInput label={t("registry.address")} {...form.field("address")} />
      {members.map((member, at) => (
        <MemberFieldset key={member.key} form={form} member={member} at={at} onChange={setMember} />
      ))}
      <div>
        <Button onClick={() => form.set({ members: [...members, { ...NOBODY, key: Math.max(...members.map(({ key }) => key)) + 1, relation: null }] })}>{t("registry.new.addMember")}</Button>
      </div>
      <fieldset className={classes["group"]}>
        <legend>{t("registry.characteristics")}</legend>
        <Stack gap="tight">
          {codes?.characteristics.map(({ code, name }) => <Checkbox key={code} label={name} value={characteristics.includes(code)} onChange={(holds) => toggle(code, holds)} />)}
        </Stack>
      </fieldset>
    </>
  );
}

function MemberFieldset({ form, member, at, onChange }: { form: Form<Draft>; member: MemberDraft; at: number; onChange: (member: MemberDraft) => void }) {
  const t = useText();
  const { codes } = useCodes();
  const errors = form.errors as Record<string, string | undefined>;
  const key = `members.${member.key}`;
  return (
    <fieldset className={classes["group"]}>
      <legend>{member.relation === HEAD ? t("registry.head") : t("registry.new.memberNumber", { number: at + 1 })}</legend>
      <Stack>
        {at === 0 && <Hint>{t("registry.new.headFirst")}</Hint>}
        <Select label={t("registry.relation")} required id={`${form.id}-${key}-relation`} options={optionsOf(codes?.relations)} value={member.relation} onChange={(relation) => onChange({ ...member, relation })} error={errors[`${key}-relation`]} />
        <PersonFields id={`${form.id}-${key}`} value={member} onChange={(person) => onChange({ ...member, ...person })} errors={{ fullName: errors[`${key}-fullName`], sex: errors[`${key}-sex`] }} />
        {form.values.members.length > 1 && (
          <div>
            <Button kind="quiet" size="small" onClick={() => form.set({ members: form.values.members.filter((one) => one.key !== member.key) })}>
              {t("registry.new.removeMember")}
            </Button>
          </div>
        )}
      </Stack>
    </fieldset>
  );
}
