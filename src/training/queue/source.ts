import type { Services } from "../../platform/feature.ts";
import type { QueueSource } from "../../queue/public.ts";
import { waitingCases } from "./cases.ts";
import { waitingClasses } from "./classes.ts";
import { dueFollowUps } from "./follow-ups.ts";
import { waitingPayments } from "./payments.ts";

/** What training has to do: one statement a kind. */
export const trainingQueue = (services: Services): QueueSource => async (tx, asked) =>
  tx.actor.scope.fields.includes("training") ? [...(await waitingCases(tx, asked)), ...(await waitingClasses(tx, asked)), ...(await dueFollowUps(tx, services, asked)), ...(await waitingPayments(tx, asked))] : [];
