import type { Api, Services } from "../platform/feature.ts";
import type { Wording } from "../platform/http/messages.ts";
import { catalogueApi } from "./catalogue/api.ts";
import { certificatesApi } from "./certificates/api.ts";
import { classesApi } from "./classes/api.ts";
import { learnersApi } from "./learners/api.ts";
import { timetableApi } from "./timetable/api.ts";

/** Trades and money, classes, learners, timetable and attendance, certificates. */
export const trainingApis = (services: Services, wording: Wording): Api[] => [
  catalogueApi(services, wording), classesApi(services, wording), learnersApi(services, wording), timetableApi(services, wording), certificatesApi(services, wording),
];
