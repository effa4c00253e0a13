import { useState } from "react";
import { useHamlets, useUnits } from "../../web/area-period.ts";
import { useAnswer, useCommand } from "../../web/data.ts";
import { Button, LinkButton } from "../../web/design/button.tsx";
import { Checkbox } from "../../web/design/form/checkbox.tsx";
import { capital } from "../../web/design/format.ts";
import { FormPage } from "../../web/design/form/form-page.tsx";
import { Select } from "../../web/design/form/select.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { type FormErrors, useForm } from "../../web/design/form/use-form.ts";
import { Hint } from "../../web/design/layout.tsx";
import { Page } from "../../web/design/page.tsx";
import { useGo } from "../../web/navigation.tsx";
import { type Translate, useText } from "../../web/text/text.tsx";
import { today } from "../../web/today.ts";
import { accountsRoutes } from "../contract.ts";
import { CheckList } from "./check-list.tsx";
import { FIELDS, ROLES, type Role, USERNAME, worksIn } from "./choices.ts";
import { InvitationLink } from "./invitation-link.tsx";

interface Typed {
  readonly displayName: string;
  readonly username: string;
  readonly role: Role | null;
  readonly unitUid: string | null;
  readonly hamletIds: readonly string[];
  readonly organisationId: string | null;
  readonly fields: readonly (typeof FIELDS)[number][];
}

const INITIAL: Typed = { displayName: "", username: "", role: null, unitUid: null, hamletIds: [], organisationId: null, fields: ["poverty"] };

const validate = (t: Translate) => (typed: Typed): FormErrors<Typed> => ({
  ...(typed.displayName.trim().length < 2 && { displayName: t("accounts.new.nameMissing") }),
  ...(!USERNAME.test(typed.username.trim()) && { username: t("accounts.new.usernameWrong") }),
  ...(typed.role === null && { role: t("accounts.new.roleMissing") }),
  ...(typed.unitUid === null && { unitUid: t("accounts.new.unitMissing") }),
  ...(typed.role === "surveyor" && typed.hamletIds.length === 0 && { hamletIds: t("accounts.new.hamletsMissing") }),
  ...(typed.role === "training_centre" && typed.organisationId === null && { organisationId: t("accounts.new.organisationMissing") }),
  ...(typed.fields.length === 0 && { fields: t("accounts.new.fieldsMissing") }),
});

export default function NewAccount() {
  const t = useText();
  const go = useGo();
  const create = useCommand(accountsRoutes.createAccount);
  const [made, setMade] = useState<{ username: string; invitation: string } | null>(null);
  const form = useForm<Typed>({ draft: "account:new", initial: INITIAL, validate: validate(t) });
  const { role, unitUid } = form.values;
  const units = useUnits(today()).filter((unit) => role !== null && worksIn(role, unit.level));
  const submit = (typed: Typed) => {
    const username = typed.username.trim();
    const body = {
      username, displayName: typed.displayName.trim(), role: typed.role!, unitUid: typed.unitUid!, fields: [...typed.fields],
      ...(typed.role === "surveyor" && { hamletIds: [...typed.hamletIds] }),
      ...(typed.organisationId !== null && { organisationId: typed.organisationId }),
    };
    create.mutate({ body }, { onSuccess: ({ invitation }) => (form.clear(), setMade({ username, invitation })) });
  };
  const takeRole = (value: string | null) => form.set({ role: ROLES.find((one) => one === value) ?? null, unitUid: null, hamletIds: [], organisationId: null });
  const crumbs = [{ label: t("accounts.list.title"), to: "/accounts" }, { label: t("accounts.new.title") }];
  if (made) {
    const actions = (
      <>
        <Button onClick={() => setMade(null)}>{t("accounts.link.another")}</Button>
        <LinkButton to="/accounts">{t("accounts.link.list")}</LinkButton>
      </>
    );
    return (
      <Page title={t("accounts.new.title")} width="narrow" crumbs={crumbs}>
        <InvitationLink title={t("accounts.link.made", { username: made.username })} invitation={made.invitation} actions={actions} />
      </Page>
    );
  }
  return (
    <Page title={t("accounts.new.title")} subtitle={t("accounts.new.text")} width="narrow" crumbs={crumbs}>
      <FormPage form={form} action={t("accounts.new.save")} busy={create.isPending} error={create.error} onSubmit={submit} onCancel={() => go({ to: "/accounts" })}>
        <TextInput {...form.field("displayName")} label={t("accounts.displayName")} required />
        <TextInput {...form.field("username")} label={t("accounts.username")} hint={t("accounts.new.usernameHint")} required />
        <Select {...form.field("role")} onChange={takeRole} label={t("accounts.role")} options={ROLES.map((value) => ({ value, label: t(`web.role.${value}`) }))} required />
        <Select
          {...form.field("unitUid")}
          onChange={(uid) => form.set({ unitUid: uid, hamletIds: [] })}
          label={t("accounts.unit")}
          hint={role === null ? t("accounts.new.roleFirst") : undefined}
          options={units.map((unit) => ({ value: unit.uid, label: unit.former ? t("accounts.new.formerUnit", { name: unit.fullName }) : unit.fullName }))}
          disabled={role === null}
          required
        />
        {role === "surveyor" && <Hamlets unitUid={unitUid} {...form.field("hamletIds")} />}
        {(role === "training_centre" || role === "job_centre") && <Organisations required={role === "training_centre"} {...form.field("organisationId")} />}
        <CheckList {...form.field("fields")} label={t("accounts.fields")} options={FIELDS.map((value) => ({ value, label: t(`accounts.field.${value}`) }))} />
      </FormPage>
    </Page>
  );
}

type OrganisationProps = { readonly id: string; readonly value: string | null; readonly onChange: (id: string | null) => void; readonly error: string | undefined; readonly required: boolean };

/** A centre sees its own classes, learners and referrals only. */
function Organisations(field: OrganisationProps) {
  const t = useText();
  const { data } = useAnswer(accountsRoutes.organisations, {});
  const options = (data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return <Select {...field} label={t("accounts.new.organisation")} hint={data && options.length === 0 ? t("accounts.new.noOrganisation") : t("accounts.new.organisationHint")} options={options} />;
}

type HamletsProps = { readonly unitUid: string | null; readonly id: string; readonly value: readonly string[]; readonly onChange: (ids: readonly string[]) => void; readonly error: string | undefined };

/** A surveyor sees and writes the households of these only. */
function Hamlets({ unitUid, ...field }: HamletsProps) {
  const t = useText();
  const hamlets = useHamlets(unitUid, today());
  if (unitUid === null) return <Hint>{t("accounts.new.unitFirst")}</Hint>;
  if (hamlets?.length === 0) return <Hint>{t("accounts.new.noHamlets")}</Hint>;
  return (
    <>
      <CheckList {...field} label={t("accounts.hamlets")} options={(hamlets ?? []).map((hamlet) => ({ value: hamlet.id, label: capital(hamlet.label) }))} />
      {hamlets && hamlets.length > 1 && (
        <Checkbox
          label={t("accounts.new.allHamlets")}
          value={field.value.length === hamlets.length}
          onChange={(all) => field.onChange(all ? hamlets.map((hamlet) => hamlet.id) : [])}
        />
      )}
    </>
  );
}
