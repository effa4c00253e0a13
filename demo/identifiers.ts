import { AppError } from "../src/kernel/error.ts";
import type { Block, Person } from "./block.ts";
import { ageOnDay, day, dayText, yearOfDay, years } from "./days.ts";
import { choiceOf, Random } from "./random.ts";
import type { DemoSource } from "./source.ts";

export interface Identifier {
  readonly person: Person;
  readonly nth: 0 | 1;
  readonly type: "CCCD" | "CMND";
  readonly number: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

const PREFIX = choiceOf([["089", 935], ["087", 18], ["091", 12], ["092", 10], ["086", 7], ["079", 6], ["093", 5], ["095", 4], ["096", 3]]);
const CCCD_START = day("2021-01-01");
const CMND_END = "2025-01-01"; // Luật Căn cước 26/2023/QH15: not valid as a paper from then on
const PER_HAMLET = 100;
const SERIALS = 500_000;

/**
 * Identity numbers of a hamlet: some people have none, some an old CMND only, some both. No number is anyone's: serials 500000–999999 of a province and
 * year of birth lie far above the births registered there, and CMND numbers begin with a series that the province did not issue.
 */
export function* identifiersOf(source: DemoSource, block: Block): Iterable<Identifier> {
  const { commune, index } = block.place;
  const random = new Random(source.seed, "numbers", commune.code, index);
  const opening = day(`${source.scenario.year - 1}-12-31`);
  const serials = new Map<number, number>();
  let cmnd = 0;
  for (const person of block.persons) {
    const age = ageOnDay(person.born, opening);
    const at = random.below(1000);
    const number = cccdOf(random, person, index, serials);
    const old = age >= 26 && at >= 860 ? cmndOf(index, cmnd++) : undefined;
    if (age < 14 ? at < 600 : at < 890) {
      const issued = Math.max(CCCD_START + random.below(600), person.born + (age < 14 ? 20 : years(14)));
      yield { person, nth: 0, type: "CCCD", number, valid_from: dayText(issued), valid_to: null };
    }
    if (old !== undefined && at < 950) {
      yield { person, nth: 1, type: "CMND", number: old, valid_from: null, valid_to: at < 890 ? dayText(CCCD_START + 600) : CMND_END };
    }
  }
}

/** khoản 1 Điều 13 NĐ 137/2015: province of birth registration, century and sex, year, six digits; the serial differs for everyone. */
function cccdOf(random: Random, { born, sex, place }: Person, hamlet: number, serials: Map<number, number>): string {
  const year = yearOfDay(born);
  const digit = (year < 2000 ? 0 : 2) + (sex === 1 ? 0 : 1);
  const group = digit * 10_000 + year;
  const nth = serials.get(group) ?? 0;
  if (nth >= PER_HAMLET || hamlet >= SERIALS / PER_HAMLET) throw new AppError("invalid", "demo.crowded", { hamlet, year, place });
  serials.set(group, nth + 1);
  const serial = SERIALS + (((hamlet * PER_HAMLET + nth) * 196_613) % SERIALS);
  return `${random.weighted(PREFIX)}${digit}${String(year % 100).padStart(2, "0")}${serial}`;
}

/** Nine digits; the multiplier has no factor in common with a million, so all differ. */
const cmndOf = (hamlet: number, nth: number): string => `359${String(((hamlet * 500 + nth) * 196_613) % 1_000_000).padStart(6, "0")}`;
