import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { Link } from "../../navigation.tsx";
import { type NavSection, navOf, railPath } from "../../screens.ts";
import { useSession } from "../../session.ts";
import { useText } from "../../text/text.tsx";
import { Drawer } from "../drawer.tsx";
import { GroupIcon } from "./group-icon.tsx";
import classes from "./frame.module.css";

const ON_PHONE = 4;

/** Who has no board has the work queue alone in "Tổng quan", and finds it by its own name. */
const aloneKey = ({ group, links }: NavSection): string | undefined => (group === "overview" && links.length === 1 ? links[0]!.labelKey : undefined);

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
  const current = railPath(sections, useLocation().pathname);
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
              {t(aloneKey(section) ?? `web.nav.${section.group}`)}
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
  const current = railPath(sections, useLocation().pathname);
  const shown = sections.slice(0, ON_PHONE);
  return (
    <nav className={`${classes["bottom"]} no-print`} aria-label={t("web.nav.label")}>
      {shown.map((section) => (
        <Link key={section.group} to={section.links[0]!.path} aria-current={section.links.some((link) => link.path === current) ? "page" : undefined}>
          <GroupIcon group={section.group} />
          <span>{t(aloneKey(section) ?? `web.nav.short.${section.group}`)}</span>
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
