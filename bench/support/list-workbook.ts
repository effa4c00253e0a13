import { generateDemo } from "../../demo/generate.ts";
import type { Row } from "../../demo/source.ts";
import { writeWorkbook } from "../../src/exchange/write-workbook.ts";
import { shortDate } from "../../src/kernel/text/date-words.ts";
import type { PlainDate } from "../../src/kernel/date.ts";
import { afterReviewHeadings } from "./after-review.ts";

const ON = "2023-12-31";
const COLUMNS = 40;

const stands = (row: Row): boolean => (row["valid_from"] as string) <= ON && (row["valid_to"] === null || (row["valid_to"] as string) > ON);

interface Member {
  readonly person: string;
  readonly relation: string;
}

/** Every household of the demo on the last day of 2023, as one list of one commune: 41,504 households, about 166,000 persons, 40 columns. */
export async function demoAsList(): Promise<{ bytes: Uint8Array; households: number; persons: number }> {
  const { tables } = generateDemo({ seed: "bench" });
  const rows = (name: string): Iterable<Row> => tables[name]!();
  const hamlets = new Map([...rows("hamlet")].map((row) => [row["id"], row["name"] as string]));
  const persons = new Map([...rows("person")].map((row) => [row["id"] as string, row]));
  const numbers = new Map<string, string>();
  for (const row of rows("person_identifier")) if (row["type"] === "CCCD" || !numbers.has(row["person_id"] as string)) numbers.set(row["person_id"] as string, row["number"] as string);
  const members = new Map<string, Member[]>();
  for (const row of rows("membership")) {
    if (!stands(row)) continue;
    const household = members.get(row["household_id"] as string) ?? [];
    members.set(row["household_id"] as string, household);
    household.push({ person: row["person_id"] as string, relation: row["relation"] as string });
  }
  const classes = new Map<string, string>();
  for (const row of rows("recognised_status")) if (stands(row)) classes.set(row["household_id"] as string, row["class"] as string);
  const homes = [...rows("household")].filter((row) => stands(row) && members.has(row["id"] as string));
  const count = homes.reduce((sum, { id }) => sum + members.get(id as string)!.length, 0);
  const bytes = await writeWorkbook([{ name: "HN, HCN sau rà soát", ...afterReviewHeadings(COLUMNS), rows: lines(homes, { members, persons, numbers, classes, hamlets }) }], new Date(`${ON}T00:00:00Z`));
  return { bytes, households: homes.length, persons: count };
}

interface Lists {
  readonly members: ReadonlyMap<string, readonly Member[]>;
  readonly persons: ReadonlyMap<string, Row>;
  readonly numbers: ReadonlyMap<string, string>;
  readonly classes: ReadonlyMap<string, string>;
  readonly hamlets: ReadonlyMap<unknown, string>;
}

const RELATIONS: Readonly<Record<string, string>> = { "01": "Chủ hộ", "02": "Vợ/chồng", "03": "Con", "04": "Con dâu/con rể", "05": "Bố/mẹ", "06": "Bố/mẹ vợ", "07": "Ông/bà", "08": "Cháu nội", "09": "Anh/chị/em", "10": "Họ hàng khác", "11": "Khác" };

function* lines(homes: readonly Row[], { members, persons, numbers, classes, hamlets }: Lists): Iterable<(string | number | null)[]> {
  for (const home of homes) {
    const id = home["id"] as string;
    const people = [...members.get(id)!].sort((a, b) => (a.relation < b.relation ? -1 : 1));
    const listed = classes.get(id);
    for (const [at, { person: personId, relation }] of people.entries()) {
      const person = persons.get(personId)!;
      const head = at === 0;
      const birth = person["birth_date"] === null ? String(person["birth_year"]) : shortDate(person["birth_date"] as PlainDate);
      yield [
        null, head ? "x" : null, head ? (person["full_name"] as string) : null, person["full_name"] as string, RELATIONS[relation] ?? "Khác", birth, person["sex"] === 1 ? "Nam" : "Nữ",
        numbers.get(personId) ?? null, "An Giang", "Huyện An Phú", "886", "Xã Phú Hữu", "30352", hamlets.get(home["hamlet_id"])!, Number(person["ethnicity"]),
        head ? (listed === "poor" ? 1 : listed === "near_poor" ? 2 : 0) : null, head && listed ? "125/QĐ-UBND" : null, head && listed ? "20/12/2023" : null,
        head ? 150 : null, head ? 20 : null, null, null, null, head && listed ? "1,3" : null, null, 2023 - Number(person["birth_year"]), head ? people.length : null,
        ...Array.from({ length: COLUMNS - 27 }, (_, i) => (i % 3 === 0 ? "có" : null)),
      ];
    }
  }
}
