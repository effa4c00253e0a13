import type { HouseholdPage } from "../contract.ts";

/** What every form beside the household's page is given. */
export interface ActionProps {
  readonly household: HouseholdPage;
  readonly on: string;
  readonly onDone: () => void;
}
