import { createHamlet, setAreaType } from "../../areas/public.ts";
import { plainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import { bulkInsert } from "../../platform/bulk.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { provinceActor } from "../../../test/support/actors.ts";

export const PHU_HUU = "30352@0";
export const KHANH_BINH = "30341@2005-04-27";
/** the communes of today that they became */
export const PHU_HUU_NOW = "30352@2025-07-01";
export const KHANH_BINH_NOW = "30341@2025-07-01";

/** A household in a word: points, and the class it is recognised with on the first of the status year. */
export interface Family {
  readonly b1: number | null;
  readonly b2: number | null;
  readonly recognised?: "poor" | "near_poor";
  readonly ticks?: readonly string[];
  readonly income?: number;
  readonly deprived?: number;
  /** of the survey; 1/11 of the year before unless said */
  readonly surveyed?: string;
  /** not visited */
  readonly unseen?: true;
}

export interface Planted {
  readonly hamletId: string;
  /** ids in the order of the families */
  readonly households: readonly string[];
}

export const write = <T>(services: Services, work: (tx: Tx) => Promise<T>): Promise<T> =>
  services.door.write(provinceActor(), { commandId: newId(), name: "test.plant", input: {} }, async (tx) => ({ answer: await work(tx) }));

export const query = <Row extends object>(services: Services, text: string, values: unknown[] = []): Promise<Row[]> =>
  services.door.read(provinceActor(), async ({ client }) => (await client.query<Row>(text, values)).rows);

/** One hamlet with families assessed for a status year, each with a head and the members given. */
export function plantHamlet(
  services: Services, asked: { readonly name: string; readonly unitUid?: string; readonly area?: "rural" | "urban" | null; readonly statusYear?: number; readonly families: readonly Family[] },
): Promise<Planted> {
  const { name, unitUid = PHU_HUU, area = "rural", statusYear = 2024, families } = asked;
  return write(services, async (tx) => {
    const { id: hamletId } = await createHamlet(tx, { unitUid, name });
    if (area !== null) await setAreaType(tx, { unitUids: [], hamletIds: [hamletId], type: area, document: "Văn bản thử", from: plainDate("2011-01-01"), to: null });
    const households = families.map(() => newId<"household">() as string);
    const head = (i: number): string => `Nguyễn Văn ${name} ${i + 1}`;
    await bulkInsert(tx, "household", ["id", "hamlet_id", "head_name", "head_name_folded", "sort_key", "valid_from"], households.map((id, i) => [id, hamletId, head(i), fold(head(i)), `${name}${String(i).padStart(4, "0")}`, "2015-01-01"]));
    await bulkInsert(tx, "residence", ["id", "household_id", "hamlet_id", "valid_from"], households.map((id) => [newId(), id, hamletId, "2015-01-01"]));
    const persons = households.map(() => newId<"person">() as string);
    await bulkInsert(tx, "person", ["id", "hamlet_id", "full_name", "name_folded", "sort_key", "birth_date", "birth_precision"], persons.map((id, i) => [id, hamletId, head(i), fold(head(i)), head(i), "1980-05-01", "day"]));
    await bulkInsert(tx, "membership", ["id", "household_id", "person_id", "hamlet_id", "relation", "is_head", "valid_from"], households.map((id, i) => [newId(), id, persons[i]!, hamletId, "01", true, "2015-01-01"]));
    const seen = families.flatMap((family, i) => (family.unseen ? [] : [{ ...family, id: households[i]! }]));
    await bulkInsert(
      tx, "assessment", ["id", "household_id", "hamlet_id", "surveyed_on", "area_type", "score_income", "score_deprivation", "deprivations", "income_month", "deprived_count", "score_source"],
      seen.map((one) => [newId(), one.id, hamletId, one.surveyed ?? `${statusYear - 1}-11-01`, area, one.b1, one.b2, one.ticks ?? null, one.income ?? null, one.deprived ?? null, "imported_list"]),
    );
    const listed = families.flatMap((family, i) => (family.recognised ? [{ id: households[i]!, class: family.recognised }] : []));
    await bulkInsert(
      tx, "recognised_status", ["id", "household_id", "hamlet_id", "class", "ruleset", "status_year", "members", "decision_no", "decision_date", "valid_from", "source"],
      listed.map((one) => [newId(), one.id, hamletId, one.class, "thử", statusYear, 1, "12/QĐ-UBND", `${statusYear - 1}-12-10`, `${statusYear - 1}-12-10`, "list"]),
    );
    return { hamletId, households };
  });
}
