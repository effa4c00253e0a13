import type { Api, Services } from "../platform/feature.ts";
import type { Wording } from "../platform/http/messages.ts";
import { needsApi } from "./needs/api.ts";
import { outcomesApi } from "./outcomes/api.ts";
import { selfTaughtApi } from "./self-taught/api.ts";
import { trainingTablesApi, type TablesContributions } from "./tables/api.ts";

/** What comes before and after a class: needs, outcomes, self-taught workers, the tables counted from all of it. */
export const followUpApis = (services: Services, wording: Wording, contributions: TablesContributions = {}): Api[] => [
  needsApi(services, wording), outcomesApi(services, wording), selfTaughtApi(services, wording), trainingTablesApi(services, wording, contributions),
];
