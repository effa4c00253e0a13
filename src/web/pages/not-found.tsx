import { useLocation } from "@tanstack/react-router";
import { LinkButton } from "../design/button.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { Page } from "../design/page.tsx";
import { useText } from "../text/text.tsx";

export function NotFoundPage() {
  const t = useText();
  const { pathname } = useLocation();
  const home = (
    <LinkButton to="/" kind="primary">
      {t("web.notFound.home")}
    </LinkButton>
  );
  return (
    <Page title={t("web.notFound.title")} width="narrow">
      <EmptyState title={t("web.notFound.text", { path: pathname })} actions={home} />
    </Page>
  );
}
