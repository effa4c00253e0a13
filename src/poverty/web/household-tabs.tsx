import type { HouseholdTab } from "../../registry/web/public.tsx";
import { HouseholdPapersTab } from "./papers/household-papers-tab.tsx";
import { HouseholdStatusTab } from "./review/household-status-tab.tsx";
import { HouseholdCasesTab } from "./workflow/household-cases-tab.tsx";

export const householdTabs: readonly HouseholdTab[] = [
  { key: "review", labelKey: "poverty.status.tab", order: 1, content: HouseholdStatusTab },
  { key: "papers", labelKey: "poverty.papers.tab", order: 5, content: HouseholdPapersTab },
  { key: "cases", labelKey: "poverty.work.tab", order: 2, content: HouseholdCasesTab },
];
