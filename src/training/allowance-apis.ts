import type { Api, Services } from "../platform/feature.ts";
import type { Wording } from "../platform/http/messages.ts";
import { allowanceApi } from "./allowance/api.ts";
import { allowanceListApi } from "./allowance-lists/api.ts";
import { paymentListApi } from "./payment-list/api.ts";
import { supervisionApi } from "./supervision/api.ts";
import { supportCaseApi } from "./support-cases/api.ts";

/** Everything about the money of learners. */
export const allowanceApis = (services: Services, wording: Wording): Api[] => [
  allowanceApi(services), allowanceListApi(services), paymentListApi(services), supportCaseApi(services, wording), supervisionApi(services),
];
