import { getUnit, unitLabel } from "../../areas/public.ts";
import { handOut } from "../../papers/print-log.ts";
import type { Actor } from "../../platform/actor.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import { limitCallers } from "../../platform/http/rate-limit.ts";
import { holdsOn } from "../../registry/rules/facts.ts";
import { mayRecognise, maySurvey } from "../policy.ts";
import { certificatesOf, issueCertificates, spansOf, withdrawCertificate, type CertificateWithState } from "./certificates.ts";
import { paperRoutes, type CertificateView } from "./contract.ts";
import { explanationJob, type PaperContributions } from "./explanation.ts";
import { placeOfHousehold } from "./households.ts";
import { paperOverview } from "./overview.ts";
import { certificatesJob } from "./print-certificates.ts";
import { hamletFileJob } from "./print-hamlet-file.ts";
import { listsJob } from "./print-lists.ts";
import { turnQrOff, turnQrOn } from "./qr.ts";
import { certificateNumber } from "./rules/certificate-paper.ts";
import { verifyCertificate } from "./verify.ts";

const view = ({ id, number, unitUid, issuedOn, year, state, withdrawReason }: CertificateWithState): CertificateView => ({
  id, number: certificateNumber(number), unit: unitLabel(getUnit(unitUid)), issuedOn, year, state: state.state,
  since: state.state === "withdrawn" ? state.on : null, reason: state.state === "withdrawn" && state.because === "withdrawn" ? withdrawReason : null,
});

// many offices stand behind one address; guessing a code of 128 bits is hopeless all the same
const VERIFY_MOST = 120;
const VERIFY_MINUTES = 10;

/** Lists, certificates, notices, explanations. `systemOf`: the program's own actor of a province, for the open page. */
export function paperApi(services: Services, contributions: PaperContributions, systemOf: (tenantId: string) => Promise<Actor | undefined>): Api {
  const { door } = services;
  const slowDown = limitCallers(VERIFY_MOST, VERIFY_MINUTES);
  return api(paperRoutes, {
    paperOverview: ({ actor, query }) => door.read(actor, (tx) => paperOverview(tx, services, query.area, query.on)),
    async printList({ actor, body, commandId }) {
      return handOut(services, { actor, commandId }, { name: "poverty.printList", input: body, format: body.format }, await listsJob(services, actor, body));
    },
    issueCertificates: ({ actor, body, commandId }) => issueCertificates(services, actor, commandId, body),
    async printCertificates({ actor, body, commandId }) {
      return handOut(services, { actor, commandId }, { name: "poverty.printCertificates", input: body, format: body.format }, await certificatesJob(services, actor, body));
    },
    withdrawCertificate: ({ actor, params, body, commandId }) => withdrawCertificate(services, actor, commandId, params.id, body),
    householdCertificates: ({ actor, params, query }) => door.read(actor, async (tx) => {
      const { unitUid } = await placeOfHousehold(tx, params.id, query.on);
      const spans = (await spansOf(tx, [params.id])).get(params.id) ?? [];
      return {
        certificates: (await certificatesOf(tx, [params.id], query.on)).map(view), recognised: spans.some((span) => holdsOn(span, query.on)), unitUid,
        may: { issue: mayRecognise(actor), explain: maySurvey(actor) },
      };
    }),
    async printExplanation({ actor, params, body, commandId }) {
      const job = await explanationJob(services, contributions, actor, params.id, body.on);
      return handOut(services, { actor, commandId }, { name: "poverty.printExplanation", input: { ...params, ...body }, format: body.format }, job);
    },
    async printHamletFile({ actor, params, body, commandId }) {
      const job = await hamletFileJob(services, actor, { roundId: params.id, ...body });
      return handOut(services, { actor, commandId }, { name: "poverty.printHamletFile", input: { ...params, ...body }, format: body.format }, job);
    },
    turnQrOn: ({ actor, body, commandId }) => turnQrOn(services, actor, commandId, body),
    turnQrOff: ({ actor, params, body, commandId }) => turnQrOff(services, actor, commandId, { ...params, ...body }),
    async verifyCertificate({ params, context }) {
      slowDown(context, services.now());
      return verifyCertificate(services, systemOf, params.token);
    },
  });
}
