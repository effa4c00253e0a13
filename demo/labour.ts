import { AppError } from "../src/kernel/error.ts";
import { fold } from "../src/kernel/text/fold.ts";
import { apportion } from "./apportion.ts";
import { livesHere, type Person, type Place } from "./block.ts";
import { ageOnDay, day, dayText, yearOfDay, type Day } from "./days.ts";
import { anPhuCommunes } from "./hamlets.ts";
import { Random } from "./random.ts";
import type { DemoSource, Row } from "./source.ts";

/** Totals of the labour half that a demo must reach for the district, whoever the people are. */
export interface LabourTotals {
  readonly classes: { readonly nonFarm: number; readonly farm: number; readonly learners: number };
  readonly selfTaught: number;
  /** people with new work, and how many of them have a second new work in the year (lượt = both) */
  readonly jobPeople: number;
  readonly secondJobs: number;
  readonly overseas: number;
  readonly loans: number;
  readonly fair: { readonly firms: number; readonly direct: number; readonly online: number; readonly interviewed: number; readonly appointments: number; readonly overseas: number; readonly training: number };
}

/** One class of the year: its commune's hamlets send the learners. */
export interface DemoClass {
  readonly index: number;
  readonly trade: DemoTrade;
  readonly venue: Place;
  readonly openedOn: Day;
  readonly endedOn: Day;
}

export interface DemoTrade {
  readonly code: string;
  readonly name: string;
  readonly sector: "farm" | "non_farm";
  readonly level: "so_cap" | "under_3_months";
}

const trade = (code: string, sector: "farm" | "non_farm", level: "so_cap" | "under_3_months", name: string): DemoTrade => ({ code, name, sector, level });

export const TRADES: readonly DemoTrade[] = [
  trade("MH-P01", "non_farm", "so_cap", "Công nghệ kỹ thuật ô tô"), trade("MH-P02", "non_farm", "under_3_months", "May công nghiệp"), trade("MH-P03", "non_farm", "under_3_months", "Điện dân dụng"),
  trade("MH-P04", "non_farm", "under_3_months", "Kỹ thuật chế biến món ăn"), trade("MH-P05", "non_farm", "under_3_months", "Đan lát lục bình"), trade("MH-P06", "non_farm", "so_cap", "Sửa chữa xe gắn máy"),
  trade("MH-N01", "farm", "under_3_months", "Kỹ thuật trồng lúa chất lượng cao"), trade("MH-N02", "farm", "under_3_months", "Kỹ thuật nuôi lươn không bùn"), trade("MH-N03", "farm", "under_3_months", "Kỹ thuật trồng xoài"),
  trade("MH-N04", "farm", "under_3_months", "Kỹ thuật nuôi bò vỗ béo"),
];

/** Somebody with the part played in the year. */
export interface Worker {
  readonly person: Person;
  readonly place: Place;
  /** the register does not know who it is: counted by name, year of birth and hamlet */
  readonly unknown: boolean;
}

export interface Learner {
  readonly worker: Worker;
  readonly of: DemoClass;
  readonly nth: number;
  readonly end: "certified" | "failed" | "dropped";
  /** of those certified: what became of them after three months */
  readonly outcome: string | null;
}

export interface HamletLabour {
  readonly place: Place;
  readonly learners: readonly Learner[];
  readonly selfTaught: readonly Worker[];
  /** people with new work who were in no class */
  readonly workers: readonly Worker[];
  /** how many of `workers`, from the first, went abroad; the next ones borrowed */
  readonly overseas: number;
  readonly loans: number;
  readonly secondJobs: number;
  /** further people of the hamlet in no other part */
  readonly others: readonly Worker[];
  /** those who play a part in the years after (`now.ts`) */
  readonly now: readonly Worker[];
}

/** Outcomes that are a new work of their own. */
export const NEW_WORK: readonly string[] = ["dn_tuyen", "tu_tao"];
const OUTCOMES = ["dn_tuyen", "tu_tao", "dn_tuyen", "nghe_cu_cao_hon", "bao_tieu", "tu_tao", "dn_tuyen", "chua_viec", "hoc_tiep", "tu_tao"] as const;
const OTHERS = 12;
/** So many of each hamlet play a part in the years after; of the last fifteen, who learn a trade, two in three are of a listed household. */
const NOW_PEOPLE = 25;
const NOW_LEARNERS = { listed: 10, others: 5 };

/** Who learns, works, went abroad in the year of the report: the same hamlet plays the same part whether or not others are generated. */
export class DemoLabour {
  readonly totals: LabourTotals;
  readonly classes: readonly DemoClass[];
  private readonly source: DemoSource;
  private readonly parts: { readonly jobs: readonly number[]; readonly selfTaught: readonly number[]; readonly overseas: readonly number[]; readonly loans: readonly number[]; readonly second: readonly number[] };
  private readonly kept = new Map<Place, HamletLabour>();

  constructor(source: DemoSource, totals: LabourTotals) {
    this.source = source;
    this.totals = totals;
    const hamlets = anPhuCommunes().reduce((sum, commune) => sum + commune.hamlets.length, 0);
    const random = new Random(source.seed, "labour", hamlets);
    const weights = Array.from({ length: hamlets }, () => random.between(700, 1300));
    this.parts = {
      jobs: apportion(totals.jobPeople, weights), selfTaught: apportion(totals.selfTaught, weights), overseas: apportion(totals.overseas, weights),
      loans: apportion(totals.loans, weights), second: apportion(totals.secondJobs, weights),
    };
    this.classes = this.makeClasses();
  }

  /** Places of An Phú; those added for load have no such records. */
  get places(): readonly Place[] {
    return this.source.places.filter((place) => place.index < this.parts.jobs.length);
  }

  of(place: Place): HamletLabour {
    let found = this.kept.get(place);
    if (!found) this.kept.set(place, (found = this.make(place)));
    return found;
  }

  private makeClasses(): DemoClass[] {
    const { nonFarm, farm } = this.totals.classes;
    const communes = anPhuCommunes();
    const perCommune = apportion(nonFarm + farm, communes.map((commune) => commune.hamlets.length));
    const random = new Random(this.source.seed, "classes");
    const sectors = random.shuffle([...Array<"non_farm">(nonFarm).fill("non_farm"), ...Array<"farm">(farm).fill("farm")]);
    const classes: DemoClass[] = [];
    let index = 0;
    for (const [i, commune] of communes.entries()) {
      const places = this.source.places.filter((place) => place.commune.code === commune.code);
      for (let nth = 0; nth < perCommune[i]!; nth++, index++) {
        const trades = TRADES.filter(({ sector }) => sector === sectors[index]);
        const chosen = trades[random.below(trades.length)]!;
        const opened = weekday(day(`${this.source.scenario.year}-02-13`) + random.below(200));
        const ended = weekday(opened + (chosen.level === "so_cap" ? 95 : 58) + random.below(15));
        if (places.length > 0) classes.push({ index, trade: chosen, venue: places[nth % places.length]!, openedOn: opened, endedOn: ended });
      }
    }
    return classes;
  }

  private make(place: Place): HamletLabour {
    const { source, parts } = this;
    const random = new Random(source.seed, "workers", place.commune.code, place.index);
    const pool = this.pool(place, random);
    const take = (count: number, fits: (person: Person) => boolean = () => true): Person[] => {
      const taken: Person[] = [];
      for (let i = 0; i < pool.length && taken.length < count; i++) if (fits(pool[i]!)) taken.push(pool.splice(i--, 1)[0]!);
      if (taken.length < count) throw new AppError("invalid", "demo.unbalanced", { before: "labour", after: place.hamlet.name, count });
      return taken;
    };
    const worker = (person: Person): Worker => ({ person, place, unknown: random.perMille(30) });
    const year = day(`${source.scenario.year}-01-01`);
    const learners = this.seats(place).map(({ of, nth }): Learner => {
      const [person] = take(1, (one) => ageOnDay(one.born, of.openedOn) <= 45);
      const end = nth % 15 === 14 ? "dropped" : nth === 12 ? "failed" : "certified";
      return { worker: worker(person!), of, nth, end, outcome: end === "certified" ? OUTCOMES[random.below(OUTCOMES.length)]! : null };
    });
    const selfTaught = take(parts.selfTaught[place.index]!, (one) => ageOnDay(one.born, year) >= 25).map(worker);
    const rest = parts.jobs[place.index]! - learners.filter(({ outcome }) => outcome !== null && NEW_WORK.includes(outcome)).length;
    const overseas = parts.overseas[place.index]!;
    const abroad = take(overseas, (one) => ageOnDay(one.born, year) >= 19 && ageOnDay(one.born, year) <= 38).map((person): Worker => ({ person, place, unknown: false }));
    const workers = [...abroad, ...take(rest - overseas).map(worker)];
    return { place, learners, selfTaught, workers, overseas, loans: parts.loans[place.index]!, secondJobs: parts.second[place.index]!, others: take(OTHERS).map(worker), now: [...take(NOW_PEOPLE), ...this.learnersNow(place, take)].map(worker) };
  }

  private learnersNow(place: Place, take: (count: number, fits?: (person: Person) => boolean) => Person[]): Person[] {
    const on = new Set(this.source.block(place).households.filter(({ cell }) => cell.after === "poor" || cell.after === "near_poor").flatMap(({ members }) => members.filter(({ to }) => to === null).map(({ person }) => person)));
    const listed = take(NOW_LEARNERS.listed, (person) => on.has(person));
    const others = take(NOW_LEARNERS.others, (person) => !on.has(person));
    return others.flatMap((other, i) => [...listed.slice(2 * i, 2 * i + 2), other]);
  }

  /** Places of learners of the commune's classes that fall to a hamlet, dealt in turn. */
  private seats(place: Place): { readonly of: DemoClass; readonly nth: number }[] {
    const hamlets = this.source.places.filter(({ commune }) => commune === place.commune);
    const mine = hamlets.indexOf(place);
    return this.classes.filter(({ venue }) => venue.commune === place.commune).flatMap((of) =>
      Array.from({ length: this.totals.classes.learners / (this.totals.classes.nonFarm + this.totals.classes.farm) }, (_, nth) => ({ of, nth })).filter(({ nth }) => (nth + of.index) % hamlets.length === mine),
    );
  }

  /** Grown-up people who live in the hamlet all year, shuffled; of two of one name and year of birth one, so that each has a key of his own. */
  private pool(place: Place, random: Random): Person[] {
    const opening = day(`${this.source.scenario.year}-01-01`);
    const closing = day(`${this.source.scenario.year}-12-31`);
    const keys = new Set<string>();
    const found = new Set<Person>();
    for (const household of this.source.block(place).households) {
      for (const { person, from, to } of household.members) {
        const age = ageOnDay(person.born, opening);
        if (age < 18 || age > 55 || person.died !== null || !livesHere({ from, to }, opening) || !livesHere({ from, to }, closing)) continue;
        const key = `${fold(person.name)} ${yearOfDay(person.born)}`;
        if (!keys.has(key)) found.add(person);
        keys.add(key);
      }
    }
    return random.shuffle([...found]);
  }
}

/** The day itself, or the Monday after a weekend; 1/1/1970 was a Thursday. */
export function weekday(on: Day): Day {
  const of = (on + 4) % 7;
  return of === 6 ? on + 2 : of === 0 ? on + 1 : on;
}

/** The columns that stand for a person in every table of the labour half. */
export function workerColumns({ person, place, unknown }: Worker): Row {
  const birth_year = yearOfDay(person.born);
  const name_folded = fold(person.name);
  return {
    hamlet_id: place.id, person_id: unknown ? null : person.id, full_name: person.name, name_folded, birth_date: unknown ? null : dayText(person.born), birth_year, sex: person.sex,
    subject_key: unknown ? `${name_folded}|${birth_year}|${place.id}` : person.id,
  };
}
