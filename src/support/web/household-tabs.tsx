import type { HouseholdTab } from "../../registry/web/public.tsx";
import { HouseholdSupportTab } from "./household-support-tab.tsx";

export const householdTabs: readonly HouseholdTab[] = [{ key: "support", labelKey: "support.household.tab", order: 5, content: HouseholdSupportTab }];
