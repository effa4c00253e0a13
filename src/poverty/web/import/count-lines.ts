import type { Counts } from "../../household-list/contract.ts";

/** One sentence: the key of its words and the numbers in it. */
export interface CountLine {
  readonly key: string;
  readonly values: Readonly<Record<string, number | string>>;
}

export interface CountGroup {
  readonly key: "list" | "registry" | "recognised" | "ended" | "places";
  readonly lines: readonly CountLine[];
}

const lineIf = (count: number, name: string, values: CountLine["values"] = {}): CountLine[] => (count > 0 ? [{ key: `poverty.import.count.${name}`, values: { count, ...values } }] : []);

/** What a list holds and does, in sentences; what is zero is not said. */
export function countGroups(counts: Counts): CountGroup[] {
  const { households, members, statuses, hamlets, findings } = counts;
  const taken = households.accepted + households.acceptedWithWarnings;
  const people = members.accepted + members.acceptedWithWarnings;
  const groups: CountGroup[] = [
    {
      key: "list",
      lines: [
        { key: "poverty.import.count.households", values: { total: taken + households.rejected, taken, people } },
        ...lineIf(households.acceptedWithWarnings, "warned"),
        ...lineIf(households.rejected, "rejected", { people: members.rejected }),
      ],
    },
    {
      key: "registry",
      lines: [
        ...lineIf(households.new, "new"), ...lineIf(households.changed, "changed"), ...lineIf(households.unchanged, "unchanged"), ...lineIf(households.held, "held"),
        ...lineIf(members.new, "membersNew"), ...lineIf(members.left, "membersLeft"), ...lineIf(findings, "findings"),
      ],
    },
    {
      key: "recognised",
      lines: [
        ...(statuses.poor + statuses.nearPoor > 0 ? [{ key: "poverty.import.count.classes", values: { poor: statuses.poor, nearPoor: statuses.nearPoor } }] : []),
        ...lineIf(statuses.new, "statusNew"), ...lineIf(statuses.renewed, "statusRenewed"), ...lineIf(statuses.changedClass, "statusChanged"),
        ...lineIf(statuses.corrected, "statusCorrected"), ...lineIf(statuses.unchanged, "statusUnchanged"),
      ],
    },
    {
      key: "ended",
      lines: [
        ...lineIf(statuses.escapedPoverty, "escapedPoverty"), ...lineIf(statuses.escapedNearPoverty, "escapedNearPoverty"),
        ...lineIf(statuses.notOnList, "notOnList"), ...lineIf(statuses.escapedUnknown, "escapedUnknown"),
      ],
    },
    { key: "places", lines: [...lineIf(hamlets.new, "hamletsNew"), ...lineIf(hamlets.unknown, "hamletsUnknown")] },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}
