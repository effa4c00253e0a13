import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { drawArea } from "../lists/make.ts";
import type { Line } from "../lists/lines.ts";

/** Who is given a policy on a day but has received nothing of it in a period. */
export interface Gaps {
  readonly lines: readonly Line[];
  readonly eligible: number;
  readonly received: number;
  /** of whom it cannot be said yet */
  readonly missing: number;
}

/** "Đủ điều kiện nhưng chưa nhận": both days of the period included. A receipt of any member counts for a household's policy. */
export async function findGaps(tx: Tx, services: Services, asked: { areaUid: string; policyId: string; on: PlainDate; from: PlainDate; to: PlainDate }): Promise<Gaps> {
  const { lines, counts } = await drawArea(tx, services, asked);
  const { rows } = await tx.client.query<{ householdId: string; personId: string | null }>(
    `select distinct household_id as "householdId", person_id as "personId" from support_receipt
     where policy = $1 and received_on between $2 and $3 and voided_at is null and household_id = any ($4)`,
    [asked.policyId, asked.from, asked.to, [...new Set(lines.map(({ householdId }) => householdId))]],
  );
  const persons = new Set(rows.flatMap(({ personId }) => (personId === null ? [] : [personId])));
  const households = new Set(rows.map(({ householdId }) => householdId));
  const wholeHouseholds = new Set(rows.flatMap(({ householdId, personId }) => (personId === null ? [householdId] : [])));
  const got = (line: Line): boolean => (line.personId === null ? households.has(line.householdId) : persons.has(line.personId) || wholeHouseholds.has(line.householdId));
  const open = lines.filter((line) => !got(line));
  return { lines: open, eligible: lines.length, received: lines.length - open.length, missing: counts.missing };
}
