import { useMantineColorScheme } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { accountsRoutes } from "../../../accounts/contract.ts";
import { call } from "../../../platform/http/client.ts";
import { useAreaPeriod } from "../../area-period.ts";
import { newCommandId } from "../../data.ts";
import { useGo } from "../../navigation.tsx";
import { useSession } from "../../session.ts";
import { useLanguage, useText } from "../../text/text.tsx";
import { dayText } from "../format.ts";
import { LanguageSwitch } from "../language-switch.tsx";
import { Menu } from "../menu.tsx";
import classes from "./frame.module.css";
import { GroupIcon } from "./group-icon.tsx";

const Switcher = lazy(() => import("./switcher.tsx"));
const CommandPalette = lazy(() => import("./command-palette.tsx"));

export function Head({ searching, onSearch }: { searching: boolean; onSearch: (open: boolean) => void }) {
  const t = useText();
  const { areaName, on } = useAreaPeriod();
  const [switching, setSwitching] = useState(false);
  return (
    <header className={`${classes["head"]} no-print`}>
      <button type="button" className={classes["where"]} aria-haspopup="dialog" onClick={() => setSwitching(true)}>
        <span className="visually-hidden">{t("web.head.change")}</span>
        <span>
          <span className={classes["small"]}>{t("web.head.area")}</span>
          <strong>{areaName}</strong>
        </span>
        <span>
          <span className={classes["small"]}>{t("web.head.period")}</span>
          <strong className="numbers">{dayText(on)}</strong>
        </span>
      </button>
      <button type="button" className={classes["search"]} aria-haspopup="dialog" aria-keyshortcuts="Control+K" onClick={() => onSearch(true)}>
        <GroupIcon group="search" />
        <span>{t("web.head.search")}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <span className={classes["language"]}>
        <LanguageSwitch />
      </span>
      <AccountMenu />
      <Suspense>
        {switching && <Switcher onClose={() => setSwitching(false)} />}
        {searching && <CommandPalette onClose={() => onSearch(false)} />}
      </Suspense>
    </header>
  );
}

function AccountMenu() {
  const t = useText();
  const session = useSession();
  const go = useGo();
  const [language, setLanguage] = useLanguage();
  // not `useCommand`: it asks for everything again, as nobody; a page loaded anew holds nothing of the last account
  const signOut = useMutation({ mutationFn: () => call(accountsRoutes.signOut, {}, { commandId: newCommandId(), language }), onSuccess: () => window.location.assign("/login") });
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === "dark";
  const items = [
    { label: t("web.head.account"), run: () => go({ to: "/account" }) },
    { label: t("web.head.language"), run: () => setLanguage(language === "vi" ? "en" : "vi") },
    { label: t(dark ? "web.head.theme.light" : "web.head.theme.dark"), run: () => setColorScheme(dark ? "light" : "dark") },
    { label: t("web.head.signOut"), run: () => signOut.mutate(), apart: true },
  ];
  return (
    <Menu label={t("web.head.account")} items={items} className={classes["account"]}>
      <span className="visually-hidden">{t("web.head.account")}</span>
      <span className={classes["initial"]} aria-hidden="true">
        {initialOf(session.displayName)}
      </span>
      <span className={classes["who"]}>
        <strong>{session.displayName}</strong>
        <span className={classes["small"]}>{t(`web.role.${session.role}`)}</span>
      </span>
    </Menu>
  );
}

/** Of the given name, which comes last; what stands in brackets is no name. */
const initialOf = (name: string): string =>
  name
    .replace(/\s*\(.*$/, "")
    .split(" ")
    .at(-1)?.[0]
    ?.toUpperCase() ?? "";
