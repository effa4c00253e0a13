import type { ComponentType } from "react";
import type { PlainDate } from "../../kernel/date.ts";

/** A tab that another feature adds to the household's page: `src/<feature>/web/household-tabs.tsx` exports `householdTabs: readonly HouseholdTab[]`. */
export interface HouseholdTab {
  readonly key: string;
  readonly labelKey: string;
  readonly order: number;
  readonly content: ComponentType<{ readonly householdId: string; readonly hamletId: string; readonly on: PlainDate }>;
}
