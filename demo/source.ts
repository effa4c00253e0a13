import { BlockBuilder, type Block, type Place } from "./block.ts";
import { day, type Day } from "./days.ts";
import { unitOn, type DemoCommune } from "./hamlets.ts";
import { IdMaker } from "./ids.ts";
import { DemoLabour } from "./labour.ts";
import { Random } from "./random.ts";
import type { Scenario } from "./scenario.ts";

export type Row = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Hamlets kept at hand, so that An Phú is made once for all tables; a larger demo is made anew per table instead of filling the memory. */
const KEPT = 128;

/** What the tables of one demo are made of: places, their blocks, ids and the dates of the rounds. */
export class DemoSource {
  readonly seed: string;
  readonly scenario: Scenario;
  readonly places: readonly Place[];
  readonly communes: readonly DemoCommune[];
  private readonly kept = new Map<Place, Block>();
  private work: DemoLabour | undefined;

  constructor(seed: string, scenario: Scenario, places: readonly Place[]) {
    this.seed = seed;
    this.scenario = scenario;
    this.places = places;
    this.communes = [...new Set(places.map((place) => place.commune))];
  }

  block(place: Place): Block {
    const kept = this.kept.get(place);
    if (kept) return kept;
    const block = new BlockBuilder(this.seed, this.scenario, place).build();
    if (this.kept.size < KEPT) this.kept.set(place, block);
    return block;
  }

  labour(): DemoLabour {
    return (this.work ??= new DemoLabour(this, this.scenario.labour));
  }

  ids(table: string): IdMaker {
    return new IdMaker(this.seed, table);
  }

  /** A commune's place in its ids: that of its first hamlet, the same whether or not other communes are generated. */
  communeIndex(commune: DemoCommune): number {
    return this.places.find((place) => place.commune === commune)!.index;
  }

  rounds(commune: DemoCommune): readonly Round[] {
    const { year } = this.scenario;
    return [year - 1, year].map((of, place) => this.round(commune, of, place));
  }

  private round(commune: DemoCommune, year: number, place: number): Round {
    const random = new Random(this.seed, "round", commune.code, year);
    const decided = workday(day(`${year}-12-01`) + random.between(6, 12)); // before 14/12: khoản 1 Điều 3 QĐ 24/2021/QĐ-TTg
    const opened = day(`${year}-09-01`) + random.below(7);
    const unit = unitOn(commune, decided);
    return { place, year, opened, decided, unitUid: unit.uid, decisionNo: `${random.between(60, 480)}/QĐ-UBND (minh họa)` };
  }
}

/** The day itself, or the Friday before a weekend; 1/1/1970 was a Thursday. */
function workday(on: Day): Day {
  const weekday = (on + 4) % 7;
  return weekday === 6 ? on - 1 : weekday === 0 ? on - 2 : on;
}

export interface Round {
  /** 0 for the opening list, 1 for the closing one */
  readonly place: number;
  readonly year: number;
  readonly opened: Day;
  readonly decided: Day;
  readonly unitUid: string;
  readonly decisionNo: string;
}

export type MakeRows = (source: DemoSource) => Iterable<Row>;
