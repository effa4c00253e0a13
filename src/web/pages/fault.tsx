import type { ErrorComponentProps } from "@tanstack/react-router";
import { useEffect } from "react";
import { Button } from "../design/button.tsx";
import { Notice, problemText } from "../design/notice.tsx";
import { Page } from "../design/page.tsx";
import { useText } from "../text/text.tsx";

/** What a page becomes when it breaks; the frame around it stays. */
export function FaultPage({ error }: ErrorComponentProps) {
  const t = useText();
  useEffect(() => console.error(error), [error]);
  return (
    <Page title={t("web.error.title")} width="narrow">
      <Notice kind="error" title={problemText(error, t)} actions={<Button onClick={() => window.location.reload()}>{t("web.error.reload")}</Button>} />
    </Page>
  );
}
