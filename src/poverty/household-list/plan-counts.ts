import type { ListPreview } from "../../registry/public.ts";
import type { Counts } from "./contract.ts";
import type { Decision } from "./decision.ts";
import type { ListPlan } from "./plan.ts";

const isTold = ({ rewrites }: Decision): boolean => rewrites.voided.length + rewrites.residence.length + rewrites.membership.length + rewrites.characteristic.length > 0;

/** Whether committing changes anything of a household on file. */
export const changes = (decision: Decision): boolean =>
  isTold(decision) || decision.patch !== null || decision.assessment !== null || (decision.status !== null && decision.status.kind !== "same")
  || decision.members.some(({ known, fill, newNumber }) => known === null || fill !== null || newNumber);

/** What committing would do, and what the list itself holds. */
export function countPlan({ reading }: ListPreview, plan: ListPlan): Counts {
  const { decisions, off } = plan;
  const known = decisions.filter((decision) => decision.known !== null);
  const changed = known.filter(changes).length;
  const members = decisions.flatMap((decision) => decision.members);
  const kinds = decisions.map(({ status }) => status?.kind);
  const count = (kind: string): number => kinds.filter((each) => each === kind).length;
  const listed = decisions.map(({ line }) => line.facts.listedClass);
  const left = (reason: string): number => decisions.filter(({ line, status }) => line.facts.listedClass === reason && (status?.kind === "ended" || status?.kind === "withdrawn")).length;
  return {
    households: {
      accepted: reading.counts.households.accepted, acceptedWithWarnings: reading.counts.households.accepted_with_warnings, rejected: reading.counts.households.rejected,
      new: decisions.length - known.length, known: known.length, changed, unchanged: known.length - changed, held: plan.held,
    },
    members: {
      accepted: reading.counts.members.accepted, acceptedWithWarnings: reading.counts.members.accepted_with_warnings, rejected: reading.counts.members.rejected,
      new: members.filter((member) => member.known === null).length, known: members.filter((member) => member.known !== null).length,
      left: new Set(decisions.flatMap(({ rewrites }) => rewrites.voided.filter(({ table, reason }) => table === "membership" && reason === "ended").map(({ id }) => id))).size,
    },
    statuses: {
      poor: listed.filter((each) => each === "poor").length, nearPoor: listed.filter((each) => each === "near_poor").length,
      new: count("new"), renewed: count("renewed"), changedClass: count("changed_class"), corrected: count("corrected"), unchanged: decisions.filter(({ line, status }) => status?.kind === "same" && (line.facts.listedClass === "poor" || line.facts.listedClass === "near_poor")).length,
      escapedPoverty: left("escaped_poverty"), escapedNearPoverty: left("escaped_near_poverty"), notOnList: off.length,
      escapedUnknown: decisions.filter(({ line, status }) => status?.kind === "same" && (line.facts.listedClass === "escaped_poverty" || line.facts.listedClass === "escaped_near_poverty")).length,
    },
    hamlets: { new: plan.newHamlets.length, unknown: decisions.filter(({ hamlet, known: on }) => hamlet === null && on === null).length },
    findings: decisions.filter(({ maybe, known: on }) => maybe.length > 0 && on === null).length + members.filter(({ differs }) => differs.length > 0).length,
  };
}
