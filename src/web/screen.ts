import type { ComponentType } from "react";
import type { Session } from "../accounts/contract.ts";

/** The groups of the left rail, in the order people speak of their work. */
export const NAV_GROUPS = [
  "overview",
  "households",
  "poverty",
  "training",
  "jobs",
  "fairs",
  "migration",
  "enterprises",
  "programmes",
  "outreach",
  "livelihoods",
  "indicators",
  "reports",
  "exchange",
  "admin",
] as const;
export type NavGroup = (typeof NAV_GROUPS)[number];

/** One page that a feature contributes. `src/<feature>/web/screens.tsx` exports `screens: readonly Screen[]`. */
export interface Screen {
  /** "/households", "/households/$id" */
  readonly path: string;
  readonly titleKey: string;
  readonly nav?: { readonly group: NavGroup; readonly labelKey: string; readonly order: number };
  /** path of the page in the rail it belongs to, where the beginning of its own path does not say it */
  readonly under?: string;
  /** who sees it; everybody when absent */
  readonly roles?: readonly Session["role"][];
  /** also without signing in */
  readonly open?: true;
  /** shown first (sign-in, board): drawn without waiting for the words of parts (`web/<part>/messages.vi.json`) */
  readonly first?: true;
  readonly load: () => Promise<{ default: ComponentType }>;
}
