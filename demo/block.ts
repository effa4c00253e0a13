import { ageOnDay, day, years, type Day } from "./days.ts";
import { composeBranch, composeHousehold, type Draft, type Profile, type Relation } from "./compose.ts";
import { happenings } from "./happenings.ts";
import { REGISTER_START, type DemoCommune, type DemoHamlet } from "./hamlets.ts";
import { IdMaker } from "./ids.ts";
import type { Ethnicity, Sex } from "./names.ts";
import { Random } from "./random.ts";
import type { Cell, Scenario } from "./scenario.ts";

/** One hamlet of the demo with the number of households of each cell it must hold. */
export interface Place {
  readonly id: string;
  readonly index: number;
  readonly commune: DemoCommune;
  readonly hamlet: DemoHamlet;
  readonly counts: readonly { readonly cell: Cell; readonly count: number }[];
}

export interface Person {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly handedOn: string;
  readonly sex: Sex;
  readonly born: Day;
  readonly ethnicity: Ethnicity;
  died: Day | null;
}

export interface Membership {
  readonly person: Person;
  readonly relation: Relation;
  readonly from: Day;
  to: Day | null;
}

export interface Household {
  readonly id: string;
  readonly place: number;
  readonly cell: Cell;
  readonly from: Day;
  to: Day | null;
  endReason: "moved_away" | "died_out" | "merged" | null;
  formedBy: "listed" | "split" | "arrived";
  /** the household it branched off from */
  formedFrom: Household | null;
  readonly members: Membership[];
}

/** All people of one hamlet, made from its own random stream. */
export interface Block {
  readonly place: Place;
  readonly households: readonly Household[];
  readonly persons: readonly Person[];
}

export const livesHere = (period: { readonly from: Day; readonly to: Day | null }, on: Day): boolean => period.from <= on && (period.to === null || on < period.to);

export const membersOn = (household: Household, on: Day): Membership[] => household.members.filter((m) => livesHere(m, on));

export const headOn = (household: Household, on: Day): Person => membersOn(household, on).find((m) => m.relation === "01")!.person;

export class BlockBuilder {
  readonly random: Random;
  readonly persons: Person[] = [];
  readonly households: Household[] = [];
  readonly place: Place;
  /** 31/12 of the year before */
  readonly opening: Day;
  readonly start: Day;
  private readonly personIds: IdMaker;
  private readonly householdIds: IdMaker;

  constructor(seed: string, scenario: Scenario, place: Place) {
    this.place = place;
    this.random = new Random(seed, "people", place.commune.code, place.index);
    this.personIds = new IdMaker(seed, "person");
    this.householdIds = new IdMaker(seed, "household");
    this.opening = day(`${scenario.year - 1}-12-31`);
    this.start = Math.max(REGISTER_START, place.commune.units[0]!.from);
  }

  build(): Block {
    const cells = this.random.shuffle(this.place.counts.flatMap(({ cell, count }) => Array<Cell>(count).fill(cell)));
    const standing = cells.filter((cell) => cell.before !== "absent");
    for (const cell of standing) this.settle(cell);
    const staying = this.households.filter((household) => household.cell.after !== "gone");
    for (const household of this.households) if (household.cell.after === "gone") this.end(household, staying);
    for (const household of staying) happenings(this, household);
    for (const cell of cells) if (cell.before === "absent") this.form(cell, staying);
    return { place: this.place, households: this.households, persons: this.persons };
  }

  person(draft: Draft): Person {
    const { name, sex, born, ethnicity } = draft;
    const place = this.persons.length;
    const person: Person = { id: this.personIds.of(this.place.index, place), place, name: name.full, handedOn: name.handedOn, sex, born, ethnicity, died: null };
    this.persons.push(person);
    return person;
  }

  /** A household that stood on the opening day. */
  private settle(cell: Cell): void {
    const { random, opening } = this;
    const drafts = composeHousehold(random, this.profile(cell), opening);
    const formed = drafts[0]!.born + years(random.between(24, 31)) + random.below(365);
    const from = cell.returned ? this.start : Math.min(Math.max(formed, this.start), opening - random.between(130, 700));
    const household = this.household(cell, from);
    for (const draft of drafts) this.join(household, draft);
  }

  private profile(cell: Cell): Profile {
    const ethnicity = this.ethnicity();
    const needy = cell.before === "poor" || cell.before === "near_poor" || cell.after === "poor" || cell.after === "near_poor";
    if (cell.returned) return { ethnicity, needy, headAge: { from: 34, to: 70 } };
    if (cell.after === "gone" && this.random.perMille(400)) return { ethnicity, needy, size: 1, headAge: { from: 66, to: 88 } };
    return { ethnicity, needy };
  }

  private ethnicity(): Ethnicity {
    const { cham, hoa, khmer } = this.place.hamlet;
    const at = this.random.below(1000);
    if (at < cham) return "17";
    if (at < cham + hoa) return "04";
    return at < cham + hoa + khmer ? "05" : "01";
  }

  private household(cell: Cell, from: Day): Household {
    const place = this.households.length;
    const household: Household = { id: this.householdIds.of(this.place.index, place), place, cell, from, to: null, endReason: null, formedBy: "listed", formedFrom: null, members: [] };
    this.households.push(household);
    return household;
  }

  private join(household: Household, draft: Draft): void {
    household.members.push({ person: this.person(draft), relation: draft.relation, from: this.joined(household, draft), to: null });
  }

  /** From the household's beginning, from birth, or from marrying into it. */
  private joined(household: Household, draft: Draft): Day {
    const married = draft.relation === "04" ? draft.born + years(19) : 0;
    return Math.max(household.from, draft.born, Math.min(married, this.opening - 1));
  }

  /** Moved away, died out, or gone to live with another household of the hamlet. */
  private end(household: Household, staying: readonly Household[]): void {
    const { random } = this;
    const alone = household.members.length === 1;
    const on = this.opening + random.between(32, 318);
    household.to = on;
    household.endReason = !alone ? "moved_away" : random.perMille(550) || staying.length === 0 ? "died_out" : "merged";
    for (const member of household.members) member.to = on;
    const [last] = household.members;
    if (household.endReason === "died_out") last!.person.died = on;
    if (household.endReason === "merged") random.pick(staying).members.push({ person: last!.person, relation: "10", from: on, to: null });
  }

  /** A household formed in the year: a branch of one of the hamlet, or people from elsewhere. */
  private form(cell: Cell, staying: readonly Household[]): void {
    const { random } = this;
    const from = this.opening + (cell.after === "none" ? random.between(9, 350) : random.between(9, 250));
    const stem = random.perMille(740) ? this.stem(staying) : undefined;
    const household = this.household(cell, from);
    if (stem) return this.branchOff(stem, household);
    household.formedBy = "arrived";
    const drafts = composeHousehold(random, this.profile(cell), this.opening);
    for (const draft of drafts) household.members.push({ person: this.person(draft), relation: draft.relation, from, to: null });
  }

  /** A household old enough for a grown-up child, found within a few tries. */
  private stem(staying: readonly Household[]): Household | undefined {
    for (let attempt = 0; attempt < 8 && staying.length > 0; attempt++) {
      const household = this.random.pick(staying);
      const head = household.members[0]!;
      if (head.to === null && ageOnDay(head.person.born, this.opening) >= 44) return household;
    }
    return undefined;
  }

  private branchOff(stem: Household, household: Household): void {
    household.formedBy = "split";
    household.formedFrom = stem;
    const head = stem.members[0]!.person;
    const father = head.sex === 1 ? head.handedOn : fatherOfMembers(stem);
    const drafts = composeBranch(this.random, ageOnDay(head.born, this.opening), head.ethnicity, father, this.opening);
    const now: Relation[] = ["01", "02"];
    for (const [i, draft] of drafts.entries()) {
      this.join(stem, draft);
      const before = stem.members.at(-1)!;
      before.to = household.from;
      household.members.push({ person: before.person, relation: now[i] ?? "03", from: household.from, to: null });
    }
  }
}

function fatherOfMembers(household: Household): string {
  const [head, second] = household.members;
  return (second?.relation === "02" ? second : head!).person.handedOn;
}
