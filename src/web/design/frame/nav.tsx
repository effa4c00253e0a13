import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { Link } from "../../navigation.tsx";
import { type NavSection, navOf } from "../../screens.ts";
import { useSession } from "../../session.ts";
import { useText } from "../../text/text.tsx";
import { Drawer } from "../drawer.tsx";
import { GroupIcon } from "./group-icon.tsx";
import classes from "./frame.module.css";

const ON_PHONE = 4;

const within = (path: string, at: string): boolean => at === path || at.startsWith(`${path}/`);

/** The link of the page that is open: the longest path that leads to it. */
function currentPath(sections: readonly NavSection[], at: string): string | undefined {
  const paths = sections.flatMap((section) => section.links.map((link) => link.path)).filter((path) => within(path, at));
  return paths.toSorted((a, b) => b.length - a.length)[0];
}

export function Rail() {
  const t = useText();
  return (
    <nav className={`${classes["rail"]} no-print`} aria-label={t("web.nav.label")}>
      <Link to="/" className={classes["product"] ?? ""}>
        {t("web.product")}
      </Link>
      <NavList />
    </nav>
  );
}

function NavList({ onGo }: { onGo?: () => void }) {
  const t = useText();
  const sections = navOf(useSession());
  const current = currentPath(sections, useLocation().pathname);
  return (
    <ul className={classes["sections"]}>
      {sections.map((section) => (
        <li key={section.group}>
          {section.links.length === 1 ? (
            <Link
              to={section.links[0]!.path}
              className={`${classes["link"]} ${classes["alone"]}`}
              aria-current={section.links[0]!.path === current ? "page" : undefined}
              onClick={() => onGo?.()}
            >
              <GroupIcon group={section.group} />
              {t(section.group === "overview" ? section.links[0]!.labelKey : `web.nav.${section.group}`)}
            </Link>
          ) : (
            <NavGroupLinks section={section} current={current} onGo={onGo} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface GroupProps {
  readonly section: NavSection;
  readonly current: string | undefined;
  readonly onGo: (() => void) | undefined;
}

function NavGroupLinks({ section, current, onGo }: GroupProps) {
  const t = useText();
  const here = section.links.some(({ path }) => path === current);
  const [chosen, choose] = useState<boolean | null>(null);
  const open = chosen ?? here;
  return (
    <>
      <button type="button" className={classes["group"]} aria-expanded={open} onClick={() => choose(!open)}>
        <GroupIcon group={section.group} />
        {t(`web.nav.${section.group}`)}
      </button>
      <ul hidden={!open}>
        {section.links.map((link) => (
          <li key={link.path}>
            <Link to={link.path} className={classes["link"] ?? ""} aria-current={link.path === current ? "page" : undefined} onClick={() => onGo?.()}>
              {t(link.labelKey)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

export function BottomBar() {
  const t = useText();
  const [open, setOpen] = useState(false);
  const sections = navOf(useSession());
  const current = currentPath(sections, useLocation().pathname);
  const shown = sections.slice(0, ON_PHONE);
  return (
    <nav className={`${classes["bottom"]} no-print`} aria-label={t("web.nav.label")}>
      {shown.map((section) => (
        <Link key={section.group} to={section.links[0]!.path} aria-current={section.links.some((link) => link.path === current) ? "page" : undefined}>
          <GroupIcon group={section.group} />
          <span>{t(`web.nav.short.${section.group}`)}</span>
        </Link>
      ))}
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <GroupIcon group="more" />
        <span>{t("web.nav.more")}</span>
      </button>
      <Drawer open={open} title={t("web.nav.label")} onClose={() => setOpen(false)}>
        <NavList onGo={() => setOpen(false)} />
      </Drawer>
    </nav>
  );
}
