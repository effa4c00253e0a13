import { type ReactNode, useEffect } from "react";
import { Link, type Target } from "../navigation.tsx";
import { useText } from "../text/text.tsx";
import { Button } from "./button.tsx";
import classes from "./page.module.css";

export interface Crumb extends Partial<Target> {
  readonly label: string;
}

export interface PageProps {
  readonly title: string;
  /** one line below the title: why the class, the state, the day */
  readonly subtitle?: ReactNode;
  readonly crumbs?: readonly Crumb[];
  readonly actions?: ReactNode;
  /** adds the button "In" */
  readonly print?: boolean;
  /** "narrow" for forms and text */
  readonly width?: "full" | "narrow";
  readonly children: ReactNode;
}

export function Page({ title, subtitle, crumbs = [], actions, print, width = "full", children }: PageProps) {
  const t = useText();
  useEffect(() => {
    document.title = `${title} · ${t("web.product")}`;
  }, [title, t]);
  return (
    <div className={`${classes["page"]} ${classes[width]}`}>
      {crumbs.length > 0 && <Crumbs crumbs={crumbs} label={t("web.page.crumbs")} />}
      <div className={classes["head"]}>
        <div className={classes["titles"]}>
          <h1>{title}</h1>
          {subtitle && <div className={classes["subtitle"]}>{subtitle}</div>}
        </div>
        {(actions || print) && (
          <div className={`${classes["actions"]} no-print`}>
            {print && <Button onClick={() => window.print()}>{t("web.page.print")}</Button>}
            {actions}
          </div>
        )}
      </div>
      {children}
    </div>
  );
}

function Crumbs({ crumbs, label }: { crumbs: readonly Crumb[]; label: string }) {
  return (
    <nav aria-label={label} className={`${classes["crumbs"]} no-print`}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.label}>{crumb.to ? <Link {...(crumb as Target)}>{crumb.label}</Link> : <span>{crumb.label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
