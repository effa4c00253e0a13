import type { ListPreview } from "../../registry/public.ts";
import type { Counts } from "./contract.ts";
import { hasRewrites, type Decision } from "./decision.ts";
import type { ListPlan } from "./plan.ts";

/** Whether committing changes anything of a household on file. */
export const changes = (decision: Decision): boolean =>
  hasRewrites(decision.rewrites) || decision.patch !== null || decision.assessment !== null || (decision.status !== null && decision.status.kind !== "same")
  || decision.members.some(({ known, fill, newNumber }) => known === null || fill !== null || newNumber);

const STATES = { accepted: 0, accepted_with_warnings: 0, rejected: 0 };

function statesOf(lines: readonly { readonly state: keyof typeof STATES }[]): typeof STATES {
  const counts = { ...STATES };
  for (const { state } of lines) counts[state]++;
  return counts;
}

/** What committing would do, and what the list itself holds; with `unitUid` of one commune alone. */
export function countPlan({ reading }: ListPreview, whole: ListPlan, unitUid?: string): Counts {
  if (unitUid === undefined) return countOf(reading.counts, whole);
  const lines = reading.households.filter(({ commune }) => commune === unitUid);
  const plan = {
    ...whole, decisions: whole.decisions.filter(({ line }) => line.commune === unitUid), off: whole.off.filter(({ unitUid: of }) => of === unitUid), newHamlets: whole.newHamlets.filter((hamlet) => hamlet.unitUid === unitUid),
    held: 0,
  };
  return countOf({ households: statesOf(lines), members: statesOf(lines.flatMap(({ members }) => members)) }, plan);
}

function countOf(states: ListPreview["reading"]["counts"], plan: ListPlan): Counts {
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
      accepted: states.households.accepted, acceptedWithWarnings: states.households.accepted_with_warnings, rejected: states.households.rejected,
      new: decisions.length - known.length, known: known.length, changed, unchanged: known.length - changed, held: plan.held,
    },
    members: {
      accepted: states.members.accepted, acceptedWithWarnings: states.members.accepted_with_warnings, rejected: states.members.rejected,
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
    findings: decisions.filter(({ maybe, known: on }) => maybe.length > 0 && on === null).length + members.filter(({ differs }) => differs.length > 0).length + members.filter((member) => plan.elsewhere.has(member)).length,
  };
}
