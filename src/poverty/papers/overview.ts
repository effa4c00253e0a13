import { getUnit, unitLabel } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayOpenSecondSet as isProvince, mayRecognise, mayReview } from "../policy.ts";
import { certificatesOf } from "./certificates.ts";
import type { PaperOverview } from "./contract.ts";
import { chosenHamlets, listsOn } from "./households.ts";
import { qrOn } from "./qr.ts";
import { countOf, type HamletList } from "./rules/households.ts";
import { marksOf, templateOn } from "./rules/template.ts";
import { templatesOf } from "./templates.ts";

/** Hamlet by hamlet: households on each list, and how many of the recognised hold a valid certificate. Errors: forbidden "poverty.outsideArea". */
export async function paperOverview(tx: Tx, services: Services, areaUid: string, on: PlainDate): Promise<PaperOverview> {
  const hamlets = await chosenHamlets(tx, areaUid, on, undefined);
  const { lists } = await listsOn(tx, hamlets, on);
  const recognised = hamlets.map((_, i) => [...lists.poor[i]!.households, ...lists.near_poor[i]!.households].map(({ householdId }) => householdId));
  const held = new Set((await certificatesOf(tx, recognised.flat(), on)).filter(({ state }) => state.state === "valid").map(({ householdId }) => householdId));
  const size = (list: HamletList | undefined): number => (list === undefined ? 0 : countOf([list]).households);
  const template = templateOn(templatesOf(services), "certificate", on);
  return {
    hamlets: hamlets.map(({ id, label, unitUid }, i) => {
      const certificates = recognised[i]!.filter((household) => held.has(household)).length;
      return {
        id, label, unit: unitLabel(getUnit(unitUid)), poor: size(lists.poor[i]), nearPoor: size(lists.near_poor[i]), escaped: size(lists.escaped_poor[i]) + size(lists.escaped_near_poor[i]),
        certificates, without: recognised[i]!.length - certificates,
      };
    }),
    qr: await qrOn(tx, on),
    template: template ? { id: template.id, title: template.title, source: template.source?.doc ?? "", mark: marksOf(template, false)[0] ?? null, validTo: template.validTo } : null,
    may: { print: mayReview(tx.actor), issue: mayRecognise(tx.actor), qr: isProvince(tx.actor) },
  };
}
