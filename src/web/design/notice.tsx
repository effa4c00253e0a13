import type { ReactNode } from "react";
import { ProblemError } from "../../platform/http/client.ts";
import { useText } from "../text/text.tsx";
import { Button } from "./button.tsx";
import classes from "./notice.module.css";
import { useShows } from "./shown-errors.ts";

export interface NoticeProps {
  readonly kind?: "error" | "warn" | "info" | "done";
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** A message that stays. An error is announced at once. */
export function Notice({ kind = "info", title, children, actions }: NoticeProps) {
  const t = useText();
  return (
    <div className={`${classes["notice"]} ${classes[kind]}`} role={kind === "error" ? "alert" : "status"}>
      <p className={classes["title"]}>
        <span className={classes["kind"]}>{t(`web.notice.${kind}`)}</span>
        {title}
      </p>
      {children && <div>{children}</div>}
      {actions && <div className={classes["actions"]}>{actions}</div>}
    </div>
  );
}

export function problemText(error: unknown, t: ReturnType<typeof useText>): string {
  if (error instanceof ProblemError)
    return error.problem.code === "http.unreadable" ? t("web.error.server", { status: String(error.problem.status) }) : error.problem.title;
  return error instanceof TypeError ? t("web.error.offline") : t("web.error.unknown");
}

/** An error of a request in the words of the server. Shows nothing without an error. `quiet`: the frame says it, nobody else did. */
export function ErrorNotice({ error, retry, quiet }: { error: unknown; retry?: () => void; quiet?: boolean }) {
  const t = useText();
  useShows(quiet ? null : error);
  if (!error) return null;
  const again = retry && (
    <Button size="small" onClick={retry}>
      {t("web.error.retry")}
    </Button>
  );
  return <Notice kind="error" title={problemText(error, t)} actions={again} />;
}
