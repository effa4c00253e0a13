import { KeyValue } from "../../web/design/key-value.tsx";
import { Page } from "../../web/design/page.tsx";
import { useSession } from "../../web/session.ts";
import { useText } from "../../web/text/text.tsx";

export default function OwnAccount() {
  const t = useText();
  const session = useSession();
  return (
    <Page title={t("accounts.own.title")} width="narrow">
      <KeyValue
        pairs={[
          { label: t("accounts.displayName"), value: session.displayName },
          { label: t("accounts.username"), value: session.username },
          { label: t("accounts.role"), value: t(`web.role.${session.role}`) },
          { label: t("accounts.unit"), value: session.unit.fullName },
          { label: t("accounts.fields"), value: session.fields.map((field) => t(`accounts.field.${field}`)).join(", ") },
          { label: t("accounts.tenant"), value: session.tenant.name },
        ]}
      />
    </Page>
  );
}
