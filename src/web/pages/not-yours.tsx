import { LinkButton } from "../design/button.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { Page } from "../design/page.tsx";
import { useSession } from "../session.ts";
import { useText } from "../text/text.tsx";

export function NotYoursPage() {
  const t = useText();
  const { role } = useSession();
  const home = (
    <LinkButton to="/" kind="primary">
      {t("web.notFound.home")}
    </LinkButton>
  );
  return (
    <Page title={t("web.notYours.title")} width="narrow">
      <EmptyState title={t("web.notYours.text", { role: t(`web.role.${role}`) })} actions={home} />
    </Page>
  );
}
