import { headOn, membersOn, type Block, type Household } from "./block.ts";
import { ageOnDay, day, type Day } from "./days.ts";
import { Random } from "./random.ts";
import type { DemoSource } from "./source.ts";

export interface Characteristic {
  readonly household: Household;
  readonly code: string;
  readonly from: Day;
  readonly to: Day | null;
}

/** What the lists ask about a household besides its points (codes of characteristics.json), with the period it held. */
export function* characteristicsOf(source: DemoSource, block: Block): Iterable<Characteristic> {
  const { commune, index } = block.place;
  const random = new Random(source.seed, "characteristics", commune.code, index);
  const review = day(`${source.scenario.year - 1}-09-01`);
  for (const household of block.households) {
    const { from, to } = household;
    const on = Math.max(from, review);
    const members = membersOn(household, on);
    const ages = members.map((member) => ageOnDay(member.person.born, on));
    const head = headOn(household, on);
    const lasting = (code: string): Characteristic => ({ household, code, from, to });
    if (head.ethnicity !== "01") yield lasting("ethnicMinority");
    yield* femaleHeads(household);
    if (random.perMille(28)) yield lasting("hasMeritMember");
    if (random.perMille(24)) yield lasting("disabledMember");
    if (ages.every((age) => age >= 60)) yield { household, code: "elderlyAlone", from: on, to };
    if (isListed(household) && ages.every((age) => age < 16 || age > 60)) yield { household, code: "noLabourCapacity", from: on, to };
    if (!members.some((m) => m.relation === "02") && members.some((m, i) => m.relation === "03" && ages[i]! < 16)) yield { household, code: "singleParent", from: on, to };
  }
}

const isListed = ({ cell }: Household): boolean => [cell.before, cell.after].some((is) => is === "poor" || is === "near_poor");

function* femaleHeads(household: Household): Iterable<Characteristic> {
  for (const { person, relation, from, to } of household.members) {
    if (relation === "01" && person.sex === 2) yield { household, code: "femaleHead", from, to };
  }
}
