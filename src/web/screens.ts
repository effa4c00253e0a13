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

/** Fields of work of a group, where it belongs to some only. */
const FIELDS: Partial<Record<NavGroup, readonly string[]>> = { poverty: ["poverty"], training: ["training"], jobs: ["jobs"], fairs: ["jobs"], migration: ["jobs"], enterprises: ["training", "jobs"] };

const isOfSession = (group: NavGroup, session: Session | null): boolean => session === null || (FIELDS[group]?.some((field) => session.fields.includes(field)) ?? true);

/** A training centre has no area, so no households and no figures of one: it is offered the pages that name its role. */
export const isOffered = (screen: Screen, session: Session | null): boolean => maySee(screen, session) && (session?.role !== "training_centre" || (screen.roles?.includes("training_centre") ?? false));

/** The page that a session begins with: the board, for whoever works for a centre its work queue. */
export const firstPath = (session: Session | null): string => (session?.role === "training_centre" || session?.role === "job_centre" ? "/work" : "/board");

/** The rail of a session: only groups of its fields in which its role has a page, in the fixed order. */
export function navOf(session: Session | null): readonly NavSection[] {
  const seen = screens.filter((screen) => screen.nav && isOffered(screen, session));
  return NAV_GROUPS.filter((group) => isOfSession(group, session)).map((group) => ({
    group,
    links: seen
      .filter((screen) => screen.nav!.group === group)
      .toSorted((a, b) => a.nav!.order - b.nav!.order)
      .map((screen) => ({ path: screen.path, labelKey: screen.nav!.labelKey })),
  })).filter((section) => section.links.length > 0);
}

const leadsTo = (pattern: string, at: string): boolean => {
  const [own, shown] = [pattern.split("/"), at.split("/")];
  return own.length === shown.length && own.every((part, i) => part.startsWith("$") || part === shown[i]);
};
const within = (path: string, at: string): boolean => at === path || at.startsWith(`${path}/`);

/** Which page of the rail is open: the one that the screen names, else the longest path that leads to it. */
export function railPath(sections: readonly NavSection[], at: string): string | undefined {
  const paths = sections.flatMap((section) => section.links.map((link) => link.path));
  const named = screens.find(({ path, under }) => under !== undefined && leadsTo(path, at))?.under;
  return named !== undefined && paths.includes(named) ? named : paths.filter((path) => within(path, at)).toSorted((a, b) => b.length - a.length)[0];
}

/** What Ctrl K asks for a session: sources of lists that it has in its rail, and those of everybody. */
export function searchSourcesOf(session: Session | null): readonly SearchSource[] {
  const lists = new Set(navOf(session).flatMap(({ links }) => links.map(({ path }) => path)));
  return searchSources.filter(({ path }) => path === undefined || lists.has(path)).toSorted((a, b) => Number(b.first ?? false) - Number(a.first ?? false));
}
