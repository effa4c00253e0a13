import { getUnit, hamletLabel, unitPlace, type HamletKind } from "../areas/public.ts";
import type { Tx } from "../platform/door.ts";

/** What `workerSelect` reads of a row about a person. */
export interface WorkerRead {
  readonly personId: string | null;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly birthYear: number | null;
  readonly sex: number;
  readonly hamletId: string;
  readonly hamletName: string;
  readonly hamletKind: HamletKind;
  readonly unitUid: string | null;
}

/** Columns of the worker of `alias`, whose hamlet is joined as `p`; $`on` is the day of the borders. */
export const workerSelect = (alias: string, on: number): string => `${alias}.person_id as "personId", ${alias}.full_name as "fullName", ${alias}.birth_date::text as "birthDate", ${alias}.birth_year as "birthYear", ${alias}.sex,
  ${alias}.hamlet_id as "hamletId", p.name as "hamletName", p.kind as "hamletKind", (select hu.unit_uid from hamlet_unit hu where hu.hamlet_id = ${alias}.hamlet_id and hu.voided_at is null
    and hu.valid_from <= $${on}::date and (hu.valid_to is null or hu.valid_to > $${on}::date) limit 1) as "unitUid"`;

/** The row as it is shown: hamlet and commune by name. */
export function withPlace<R extends WorkerRead>({ actor }: Tx, { hamletName, hamletKind, unitUid, ...row }: R): Omit<R, "hamletName" | "hamletKind" | "unitUid"> & { hamlet: string; unit: string } {
  return { ...row, hamlet: hamletLabel({ name: hamletName, kind: hamletKind }), unit: unitUid === null ? "" : unitPlace(getUnit(unitUid), actor.on) };
}

/** "%text%" of folded words, with the signs of LIKE taken as they are. */
export const likeText = (folded: string): string => `%${folded.replace(/[\\%_]/g, "\\$&")}%`;
