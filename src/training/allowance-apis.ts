import type { Api, Services } from "../platform/feature.ts";
import { allowanceApi } from "./allowance/api.ts";
import { allowanceListApi } from "./allowance-lists/api.ts";
import { paymentListApi } from "./payment-list/api.ts";

/** Everything about the money of learners. */
export const allowanceApis = (services: Services): Api[] => [allowanceApi(services), allowanceListApi(services), paymentListApi(services)];
