import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { noticeIn } from "../notice.ts";
import { fairParameters } from "../parameters.ts";
import { worksAt } from "../policy.ts";
import { getFair } from "../store.ts";
import { recordConsent, withdrawConsent } from "./consents.ts";
import { consentRoutes } from "./contract.ts";
import { handOver, handoverLines, listFirms, listHandovers, markDeleted, markNotHired } from "./handovers.ts";

/** Consent, lists handed to firms, and what firms have to delete. */
export function consentApi(services: Services, wording: Wording): Api {
  const { door } = services;
  return api(consentRoutes, {
    recordConsent: ({ actor, params, body, commandId }) => recordConsent(services, actor, commandId, params.id, { ...body, employerId: body.employerId ?? null }),
    withdrawConsent: ({ actor, params, body, commandId }) => withdrawConsent(services, actor, commandId, params.id, body.purpose),
    handovers: ({ actor, params, language }) => door.read(actor, async (tx) => {
      const fair = await getFair(tx, params.id);
      const { deleteAfterDays } = fairParameters(services);
      return {
        firms: await listFirms(tx, fair.id), handovers: await listHandovers(tx, fair.id, services.today()), deleteAfterDays: deleteAfterDays.value, deleteNote: deleteAfterDays.note[language], deleteSource: deleteAfterDays.source,
        share: noticeIn(language).share, mayWork: worksAt(actor, fair),
      };
    }),
    handOver: ({ actor, params, body, commandId, language }) => handOver(services, wording, actor, commandId, params.id, body, language),
    handover: ({ actor, params }) => door.read(actor, async (tx) => {
      const { fairId, employer, lines } = await handoverLines(tx, params.id, services.today());
      services.views.note(actor, "fairs.viewHandover", params.id, lines.length);
      return { employer, lines, mayWork: worksAt(actor, await getFair(tx, fairId)) };
    }),
    markNotHired: async ({ actor, params, body, commandId }) => markNotHired(services, actor, commandId, { ...params, ...body }),
    markDeleted: async ({ actor, params, body, commandId }) => markDeleted(services, actor, commandId, { ...params, ...body }),
  });
}
