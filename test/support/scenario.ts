import { createHamlet } from "../../src/areas/public.ts";
import type { Services } from "../../src/platform/feature.ts";
import { newId, type Tx } from "../../src/platform/door.ts";
import { bulkInsert } from "../../src/platform/bulk.ts";
import { provinceActor } from "./actors.ts";

/** What a hamlet holds at the end of a year. `households` is the population entered; null: nobody entered one. */
export interface YearEnd {
  readonly households: number | null;
  readonly persons?: number;
  readonly poor: number;
  readonly nearPoor: number;
  readonly ruleset?: string;
}

export interface PlantedHamlet {
  readonly id: string;
  readonly poor: (year: number) => readonly string[];
  readonly nearPoor: (year: number) => readonly string[];
}

const DECIDED = "12-10";
const MEMBERS = (i: number): number => 1 + (i % 5);

/** A hamlet in words: aHamlet("ấp Một").in(commune).endOf(2022, {…}).endOf(2023, {…}).plant(services). Written through the door. */
export class HamletScenario {
  readonly #name: string;
  #unit = "30352@0";
  #years: [number, YearEnd][] = [];
  #registry = false;

  constructor(name: string) {
    this.#name = name;
  }

  in(unitUid: string): this {
    this.#unit = unitUid;
    return this;
  }

  endOf(year: number, standing: YearEnd): this {
    this.#years.push([year, standing]);
    return this;
  }

  /** its registry is declared complete, with so many households each of as many persons as their list says */
  withCompleteRegistry(): this {
    this.#registry = true;
    return this;
  }

  plant(services: Services): Promise<PlantedHamlet> {
    return services.door.write(provinceActor(), { commandId: newId(), name: "test.plant", input: { hamlet: this.#name, unit: this.#unit } }, async (tx) => {
      const { id } = await createHamlet(tx, { unitUid: this.#unit, name: this.#name });
      const households = await this.#plantHouseholds(tx, id);
      for (const [year, standing] of this.#years) await this.#plantYear(tx, id, year, standing, households);
      const listed = (year: number): YearEnd => this.#years.find(([one]) => one === year)![1];
      const poor = (year: number): string[] => households.slice(0, listed(year).poor);
      const nearPoor = (year: number): string[] => households.slice(listed(year).poor, listed(year).poor + listed(year).nearPoor);
      return { answer: { id, poor, nearPoor }, dirty: { topic: "status", hamletIds: [id] } };
    });
  }

  async #plantHouseholds(tx: Tx, hamlet: string): Promise<string[]> {
    const most = Math.max(0, ...this.#years.map(([, one]) => (this.#registry ? Math.max(one.poor + one.nearPoor, one.households ?? 0) : one.poor + one.nearPoor)));
    const ids = Array.from({ length: most }, () => newId<"household">() as string);
    const name = (i: number): string => `Nguyễn Văn ${i + 1}`;
    await bulkInsert(tx, "household", ["id", "hamlet_id", "head_name", "head_name_folded", "sort_key", "valid_from"], ids.map((id, i) => [id, hamlet, name(i), `nguyen van ${i + 1}`, String(i).padStart(4, "0"), "2015-01-01"]));
    await bulkInsert(tx, "residence", ["id", "household_id", "hamlet_id", "valid_from"], ids.map((id) => [newId(), id, hamlet, "2015-01-01"]));
    if (this.#registry) await this.#plantPersons(tx, hamlet, ids);
    return ids;
  }

  async #plantPersons(tx: Tx, hamlet: string, households: readonly string[]): Promise<void> {
    const persons = households.flatMap((household, i) => Array.from({ length: MEMBERS(i) }, (_, k) => ({ id: newId<"person">(), household, head: k === 0 })));
    await bulkInsert(tx, "person", ["id", "hamlet_id", "full_name", "name_folded", "sort_key"], persons.map((one, i) => [one.id, hamlet, `Lê Thị ${i}`, `le thi ${i}`, String(i)]));
    await bulkInsert(tx, "membership", ["id", "household_id", "person_id", "hamlet_id", "relation", "is_head", "valid_from"], persons.map((one) => [newId(), one.household, one.id, hamlet, one.head ? "01" : "03", one.head, "2015-01-01"]));
    await bulkInsert(tx, "registry_complete", ["id", "hamlet_id", "valid_from", "declared_by"], [[newId(), hamlet, "2015-01-01", "thử nghiệm"]]);
  }

  async #plantYear(tx: Tx, hamlet: string, year: number, standing: YearEnd, households: readonly string[]): Promise<void> {
    const next = this.#years.some(([one]) => one === year + 1) ? `${year + 1}-${DECIDED}` : null;
    const listed = households.slice(0, standing.poor + standing.nearPoor);
    await bulkInsert(
      tx, "recognised_status", ["id", "household_id", "hamlet_id", "class", "ruleset", "status_year", "members", "decision_no", "decision_date", "valid_from", "valid_to", "end_reason", "source"],
      listed.map((id, i) => [
        newId(), id, hamlet, i < standing.poor ? "poor" : "near_poor", standing.ruleset ?? "VN-2022", year + 1, MEMBERS(i), `${year}/QĐ-UBND`, `${year}-${DECIDED}`,
        `${year}-${DECIDED}`, next, next && "next_decision", "list",
      ]),
    );
    if (standing.households === null) return;
    await bulkInsert(tx, "population_count", ["id", "hamlet_id", "on_date", "households", "persons", "source"], [
      [newId(), hamlet, `${year}-12-31`, standing.households, standing.persons ?? standing.households * 4, "Bảng dân số thử nghiệm"],
    ]);
  }
}

export const aHamlet = (name: string): HamletScenario => new HamletScenario(name);

/** A write that touches households: their hamlets are marked, as every use case must. */
const write = (services: Services, name: string, households: readonly string[], work: (tx: Tx) => Promise<void>): Promise<unknown> =>
  services.door.write(provinceActor(), { commandId: newId(), name, input: {} }, async (tx) => {
    await work(tx);
    const { rows } = await tx.client.query<{ hamlet_id: string }>("select distinct hamlet_id from household where id = any ($1)", [households]);
    return { answer: null, dirty: { topic: "status", hamletIds: rows.map((row) => row.hamlet_id) } };
  });

/** Takes a household back with a reason, as a wrong record. */
export const voidHousehold = (services: Services, id: string): Promise<unknown> =>
  write(services, "test.void", [id], async ({ client }) => {
    await client.query("update household set voided_at = now(), void_reason = 'nhập nhầm' where id = $1", [id]);
  });

/** A decision changes the class of households from a day on. The open status is voided and told again with its end; the new one begins. */
export const changeClass = (services: Services, ids: readonly string[], to: "poor" | "near_poor", on: string): Promise<unknown> =>
  write(services, "test.changeClass", ids, async ({ client }) => {
    const copied = "household_id, hamlet_id, class, ruleset, status_year, members, decision_no, decision_date, signer, valid_from, source";
    await client.query(
      `insert into recognised_status (id, valid_to, end_reason, ${copied})
       select gen_random_uuid(), $2, 'next_decision', ${copied} from recognised_status where household_id = any ($1) and valid_to is null and voided_at is null`,
      [ids, on],
    );
    await client.query(
      `insert into recognised_status (id, household_id, hamlet_id, class, ruleset, status_year, members, decision_no, decision_date, valid_from, source)
       select gen_random_uuid(), household_id, hamlet_id, $3, ruleset, status_year, members, 'Bổ sung/QĐ-UBND', $2, $2, source
       from recognised_status where household_id = any ($1) and valid_to is null and voided_at is null`,
      [ids, on, to],
    );
    await client.query(
      `update recognised_status set voided_at = now(), void_reason = 'next_decision'
       where household_id = any ($1) and valid_to is null and voided_at is null and valid_from < $2`,
      [ids, on],
    );
  });
