import type { Api, Services } from "../platform/feature.ts";
import type { Wording } from "../platform/http/messages.ts";
import { boothApi } from "./booth/api.ts";
import { consentApi } from "./consent/api.ts";
import { deskApi } from "./desk/api.ts";
import type { SystemOf } from "./desk/online.ts";
import { erasingApi } from "./erasing/api.ts";
import { followupApi } from "./followups/api.ts";
import { funnelApi } from "./funnel/api.ts";
import { planApi } from "./plan/api.ts";
import { reportApi } from "./report/api.ts";
import { resultApi } from "./results/api.ts";

/** Everything of fairs. `systemOf`: the program's own actor of a province, for the open registration page. */
export const fairApis = (services: Services, wording: Wording, systemOf: SystemOf): Api[] => [
  planApi(services), ...deskApi(services, wording, systemOf), boothApi(services), funnelApi(services, wording), followupApi(services, wording), resultApi(services), consentApi(services, wording), erasingApi(services), reportApi(services, wording),
];
