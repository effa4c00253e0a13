import type { PlainDate } from "../../../kernel/date.ts";
import { holdsOn, type Fact } from "../../../registry/rules/facts.ts";

export type ListClass = "poor" | "near_poor";

/** A recognition on file that is not voided. */
export interface Status extends Fact {
  readonly hamletId: string;
  readonly class: ListClass;
  readonly ruleset: string;
  readonly statusYear: number;
  readonly members: number;
  readonly decisionNo: string | null;
  readonly decisionDate: PlainDate | null;
  readonly signer: string | null;
  readonly endReason: string | null;
  readonly source: "list" | "round" | "demo";
}

/** What a list says of a household. */
export interface Listed {
  readonly class: ListClass;
  readonly ruleset: string;
  readonly statusYear: number;
  readonly members: number;
  readonly decisionNo: string | null;
  readonly decisionDate: PlainDate | null;
  readonly from: PlainDate;
  /** the day of a later review on file: who has no recognition of its own by then was no longer on the list */
  readonly until: PlainDate | null;
}

/** A row to write; `own`: it is the list's recognition, else an earlier one told anew with its end. */
export type StatusRow = Omit<Status, "id" | "hamletId" | "source"> & { readonly source: Status["source"]; readonly hamletId: string | null };

export interface StatusChange {
  readonly kind: "same" | "new" | "renewed" | "changed_class" | "corrected" | "ended" | "withdrawn";
  readonly voided: readonly Status[];
  readonly added: readonly StatusRow[];
}

const SAME: StatusChange = { kind: "same", voided: [], added: [] };

const sameDecision = (status: Status, listed: Listed): boolean =>
  listed.decisionNo !== null && listed.decisionDate !== null && status.decisionNo === listed.decisionNo && status.decisionDate === listed.decisionDate;

const agrees = (status: Status, listed: Listed): boolean =>
  status.class === listed.class && status.members === listed.members
  && (listed.decisionNo === null || status.decisionNo === listed.decisionNo) && (listed.decisionDate === null || status.decisionDate === listed.decisionDate);

const ended = (status: Status, to: PlainDate, endReason: string): StatusRow => ({ ...status, to, endReason });

/**
 * A listed household's recognition against those on file. Told already: nothing. Of the same review, told otherwise: the row on file is
 * voided and told anew. Of an earlier review: that one ends where the new one begins. Later ones stay and bound it.
 */
export function listStatus(statuses: readonly Status[], listed: Listed, asOf: PlainDate): StatusChange {
  const standing = statuses.find((status) => holdsOn(status, asOf));
  if (standing && standing.class === listed.class && sameDecision(standing, listed) && standing.statusYear < listed.statusYear) return SAME;
  if (standing && standing.statusYear === listed.statusYear && agrees(standing, listed)) return SAME;
  const from = beginningOf(standing, listed, asOf);
  const touched = statuses.filter((status) => (status.to === null || status.to > from) && status.from <= asOf && status.statusYear <= listed.statusYear);
  const { until, ...own } = listed;
  const row: StatusRow = {
    ...own, from, ...endOf(statuses.filter((status) => !touched.includes(status) && status.from > from), until), hamletId: null, source: "list", signer: null,
    decisionNo: listed.decisionNo ?? carried(standing, listed)?.decisionNo ?? null, decisionDate: listed.decisionDate ?? carried(standing, listed)?.decisionDate ?? null,
  };
  const kept = touched.filter((status) => status.from < from).map((status) => ended(status, from, "next_decision"));
  return { kind: kindOf(standing, listed), voided: touched, added: [...kept, row] };
}

function endOf(later: readonly Status[], until: PlainDate | null): Pick<StatusRow, "to" | "endReason"> {
  const next = later.map(({ from }) => from).sort()[0];
  if (next !== undefined && (until === null || next <= until)) return { to: next, endReason: "next_decision" };
  return until === null ? { to: null, endReason: null } : { to: until, endReason: "not_on_list" };
}

const carried = (standing: Status | undefined, listed: Listed): Status | undefined =>
  standing?.statusYear === listed.statusYear && standing.class === listed.class ? standing : undefined;

/** A list of a later review never begins before the recognition it takes the place of. */
function beginningOf(standing: Status | undefined, listed: Listed, asOf: PlainDate): PlainDate {
  const laterReview = standing !== undefined && standing.statusYear !== listed.statusYear;
  return laterReview && listed.from <= standing.from ? asOf : listed.from;
}

function kindOf(standing: Status | undefined, listed: Listed): StatusChange["kind"] {
  if (!standing) return "new";
  if (standing.statusYear === listed.statusYear) return "corrected";
  return standing.class === listed.class ? "renewed" : "changed_class";
}

/**
 * A household that a list says left the poor or near-poor, or that a whole list no longer names: its recognition ends on `day`. One that
 * an earlier list of the same review began on that very day was an error and is withdrawn.
 */
export function endStatus(statuses: readonly Status[], { day, asOf, statusYear, reason }: { day: PlainDate; asOf: PlainDate; statusYear: number; reason: string }): StatusChange {
  const standing = statuses.find((status) => holdsOn(status, asOf) && status.statusYear <= statusYear);
  if (!standing) return SAME;
  const to = day > standing.from || standing.statusYear === statusYear ? day : asOf;
  if (to <= standing.from) return { kind: "withdrawn", voided: [standing], added: [] };
  return { kind: "ended", voided: [standing], added: [ended(standing, to, reason)] };
}

/** The household lives elsewhere from a day on: its standing recognition goes along. */
export function moveStatus(statuses: readonly Status[], from: PlainDate): Pick<StatusChange, "voided" | "added"> {
  const standing = statuses.filter((status) => status.to === null || status.to > from);
  const added = standing.flatMap((status): StatusRow[] => [
    ...(status.from < from ? [{ ...status, to: from, endReason: "moved" }] : []),
    { ...status, from: status.from < from ? from : status.from, hamletId: null },
  ]);
  return { voided: standing, added };
}
