import type { Session } from "../accounts/contract.ts";
import { NAV_GROUPS, type NavGroup, type Screen } from "./screen.ts";
import type { SearchSource } from "./search-source.ts";

interface Contribution {
  readonly screens: readonly Screen[];
  readonly searchSources?: readonly SearchSource[];
}

const contributions = Object.values(import.meta.glob<Contribution>("../*/web/screens.tsx", { eager: true }));

export const screens: readonly Screen[] = contributions.flatMap((contribution) => contribution.screens);
export const searchSources: readonly SearchSource[] = contributions.flatMap((contribution) => contribution.searchSources ?? []);

export const maySee = (screen: Screen, session: Session | null): boolean =>
  session ? !screen.roles || screen.roles.includes(session.role) : screen.open === true;

export interface NavSection {
  readonly group: NavGroup;
  readonly links: readonly { readonly path: string; readonly labelKey: string }[];
}

/** The rail of a role: only groups in which it has a page, in the fixed order. */
export function navOf(session: Session | null): readonly NavSection[] {
  const seen = screens.filter((screen) => screen.nav && maySee(screen, session));
  return NAV_GROUPS.map((group) => ({
    group,
    links: seen
      .filter((screen) => screen.nav!.group === group)
      .toSorted((a, b) => a.nav!.order - b.nav!.order)
      .map((screen) => ({ path: screen.path, labelKey: screen.nav!.labelKey })),
  })).filter((section) => section.links.length > 0);
}
