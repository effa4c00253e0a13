import type { CallInput } from "../../platform/http/client.ts";
import { useUnits } from "../../web/area-period.ts";
import { useCommand } from "../../web/data.ts";
import { LinkButton } from "../../web/design/button.tsx";
import { Checkbox } from "../../web/design/form/checkbox.tsx";
import { FieldSet } from "../../web/design/form/field-set.tsx";
import { FormPage } from "../../web/design/form/form-page.tsx";
import { Select } from "../../web/design/form/select.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { useForm } from "../../web/design/form/use-form.ts";
import { KeyValue } from "../../web/design/key-value.tsx";
import { Notice } from "../../web/design/notice.tsx";
import { Page } from "../../web/design/page.tsx";
import { useGo } from "../../web/navigation.tsx";
import { today } from "../../web/today.ts";
import { useText } from "../../web/text/text.tsx";
import { accountsRoutes } from "../contract.ts";

const ROLES = ["surveyor", "commune", "district", "province", "leader", "auditor", "admin"] as const;
const FIELDS = ["poverty", "training", "jobs"] as const;
const USERNAME = /^[a-z0-9][a-z0-9._-]{2,40}$/;

interface Values {
  displayName: string;
  username: string;
  role: string | null;
  unitUid: string | null;
  fields: readonly string[];
  hamletIds: readonly string[];
}
const EMPTY: Values = { displayName: "", username: "", role: null, unitUid: null, fields: ["poverty"], hamletIds: [] };

const toggled = (all: readonly string[], one: string, on: boolean): readonly string[] => (on ? [...all, one] : all.filter((each) => each !== one));

/** Makes an account and shows the one-time link by which its person sets the password. */
export default function NewAccount() {
  const t = useText();
  const go = useGo();
  const units = useUnits(today());
  const create = useCommand(accountsRoutes.createAccount);
  const form = useForm<Values>({
    draft: "account:new",
    initial: EMPTY,
    validate: (values) => ({
      ...(values.displayName.trim().length < 2 && { displayName: t("accounts.new.nameMissing") }),
      ...(!USERNAME.test(values.username) && { username: t("accounts.new.usernameForm") }),
      ...(!values.role && { role: t("accounts.new.roleMissing") }),
      ...(!values.unitUid && { unitUid: t("accounts.new.unitMissing") }),
      ...(values.role === "surveyor" && values.hamletIds.length === 0 && { hamletIds: t("accounts.new.hamletsMissing") }),
    }),
  });
  const { role, unitUid, fields, hamletIds } = form.values;
  const hamlets = role === "surveyor" ? (units.find((unit) => unit.uid === unitUid)?.hamlets ?? []) : [];
  const submit = (values: Values) => {
    const body = { ...values, hamletIds: values.role === "surveyor" ? values.hamletIds : undefined } as unknown as CallInput<typeof accountsRoutes.createAccount>["body"];
    create.mutate({ body }, { onSuccess: form.clear });
  };
  const crumbs = [{ label: t("accounts.list.title"), to: "/accounts" }, { label: t("accounts.new.title") }];
  if (create.data) return <Invited crumbs={crumbs} invitation={create.data.invitation} />;
  return (
    <Page title={t("accounts.new.title")} crumbs={crumbs} width="narrow">
      <FormPage form={form} action={t("accounts.new.action")} onSubmit={submit} busy={create.isPending} error={create.error} onCancel={() => go({ to: "/accounts" })}>
        <TextInput {...form.field("displayName")} label={t("accounts.displayName")} required />
        <TextInput {...form.field("username")} label={t("accounts.username")} hint={t("accounts.new.usernameHint")} required />
        <Select {...form.field("role")} label={t("accounts.role")} required options={ROLES.map((value) => ({ value, label: t(`web.role.${value}`) }))} />
        <Select {...form.field("unitUid")} label={t("accounts.unit")} required options={units.map((unit) => ({ value: unit.uid, label: unit.fullName }))} />
        {role === "surveyor" && unitUid && (
          <FieldSet label={t("accounts.new.hamlets")} error={form.errors.hamletIds} id={form.field("hamletIds").id}>
            {hamlets.map((hamlet) => (
              <Checkbox key={hamlet.id} label={hamlet.name} value={hamletIds.includes(hamlet.id)} onChange={(on) => form.set({ hamletIds: toggled(hamletIds, hamlet.id, on) })} />
            ))}
          </FieldSet>
        )}
        <FieldSet label={t("accounts.fields")}>
          {FIELDS.map((field) => (
            <Checkbox key={field} label={t(`accounts.field.${field}`)} value={fields.includes(field)} onChange={(on) => form.set({ fields: toggled(fields, field, on) })} />
          ))}
        </FieldSet>
      </FormPage>
    </Page>
  );
}

function Invited({ crumbs, invitation }: { crumbs: { label: string; to?: string }[]; invitation: string }) {
  const t = useText();
  const link = `${window.location.origin}/invitation/${invitation}`;
  const back = (
    <LinkButton to="/accounts" kind="primary">
      {t("accounts.new.back")}
    </LinkButton>
  );
  return (
    <Page title={t("accounts.new.title")} crumbs={crumbs} width="narrow">
      <Notice kind="done" title={t("accounts.new.done")} actions={back}>
        <p>{t("accounts.new.handOver")}</p>
      </Notice>
      <KeyValue pairs={[{ label: t("accounts.new.link"), value: link }]} />
    </Page>
  );
}
