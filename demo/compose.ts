import { years, yearOfDay, type Day } from "./days.ts";
import { inventName, type Ethnicity, type Name, type Sex } from "./names.ts";
import { choiceOf, type Random } from "./random.ts";

/** Codes of data/code-lists.json, relation_to_head: head, spouse, child, child-in-law, parent, grandchild, sibling, other kin. */
export type Relation = "01" | "02" | "03" | "04" | "05" | "08" | "09" | "10";

export interface Draft {
  readonly relation: Relation;
  readonly sex: Sex;
  readonly born: Day;
  readonly ethnicity: Ethnicity;
  readonly name: Name;
}

/** What the composition of a household depends on. */
export interface Profile {
  readonly ethnicity: Ethnicity;
  /** on a list before or after: more single, old and female-headed households */
  readonly needy: boolean;
  /** persons, where the story of the household asks for so many */
  readonly size?: number;
  readonly headAge?: { readonly from: number; readonly to: number };
}

const SIZE = choiceOf([[4, 262], [5, 194], [3, 191], [2, 113], [6, 106], [1, 55], [7, 49], [8, 20], [9, 10]]);
const SIZE_NEEDY = choiceOf([[4, 190], [3, 185], [2, 170], [5, 165], [1, 125], [6, 95], [7, 45], [8, 20], [9, 5]]);
const HEAD_AGE = choiceOf([[40, 260], [50, 235], [30, 220], [60, 150], [70, 70], [22, 45], [80, 20]]);
const HEAD_AGE_NEEDY = choiceOf([[40, 215], [50, 215], [60, 185], [30, 170], [70, 125], [80, 50], [22, 40]]);
const HEAD_AGE_ALONE = choiceOf([[70, 270], [60, 240], [50, 150], [80, 130], [40, 90], [30, 80], [22, 40]]);

const ROLES_YOUNG = choiceOf<Relation>([["03", 86], ["05", 7], ["09", 7]]);
const ROLES_MIDDLE = choiceOf<Relation>([["03", 86], ["05", 9], ["09", 3], ["10", 2]]);
const ROLES_OLD = choiceOf<Relation>([["03", 48], ["08", 31], ["04", 19], ["10", 2]]);

/** Draws one household as it lives together on `on`; the head is the first. */
export function composeHousehold(random: Random, profile: Profile, on: Day): Draft[] {
  const size = profile.size ?? random.weighted(profile.needy ? SIZE_NEEDY : SIZE);
  const age = headAge(random, profile, size);
  const most = age < 30 ? Math.min(size, 4) : size;
  const sex = headSex(random, profile, size);
  const head = draft(random, "01", sex, age, profile.ethnicity, on);
  const drafts = [head];
  if (most > 1 && random.perMille(sex === 1 ? 900 : 560)) drafts.push(spouseOf(random, head, age, on));
  const father = fatherOf(drafts);
  const parents: Sex[] = [2, 1];
  while (drafts.length < most) {
    const role = random.weighted(age < 35 ? ROLES_YOUNG : age < 56 ? ROLES_MIDDLE : ROLES_OLD);
    if (role === "05" && (parents.length === 0 || age > 64)) continue;
    const married = count(drafts, "04") < count(drafts, "03");
    drafts.push(relative(random, role === "04" && !married ? "03" : role, head, age, father, parents, on));
  }
  return drafts;
}

const count = (drafts: readonly Draft[], relation: Relation): number => drafts.filter((d) => d.relation === relation).length;

/** The name that children of head and spouse carry on. */
const fatherOf = (drafts: readonly Draft[]): string =>
  (drafts.find((d) => d.sex === 1 && (d.relation === "01" || d.relation === "02")) ?? drafts[0]!).name.handedOn;

function headAge(random: Random, profile: Profile, size: number): number {
  if (profile.headAge) return random.between(profile.headAge.from, profile.headAge.to);
  const decade = random.weighted(size === 1 ? HEAD_AGE_ALONE : profile.needy ? HEAD_AGE_NEEDY : HEAD_AGE);
  return decade === 22 ? random.between(22, 29) : random.between(decade, decade + 9);
}

function headSex(random: Random, { needy }: Profile, size: number): Sex {
  const male = size === 1 ? 400 : needy ? 600 : 735;
  return random.perMille(male) ? 1 : 2;
}

function spouseOf(random: Random, head: Draft, age: number, on: Day): Draft {
  const sex: Sex = head.sex === 1 ? 2 : 1;
  const younger = random.between(-2, 6) * (head.sex === 1 ? 1 : -1);
  const mixed = (head.ethnicity === "04" || head.ethnicity === "05") && random.perMille(300);
  return draft(random, "02", sex, Math.max(19, age - younger), mixed ? "01" : head.ethnicity, on);
}

function relative(random: Random, role: Relation, head: Draft, age: number, father: string, parents: Sex[], on: Day): Draft {
  const sex: Sex = random.perMille(510) ? 1 : 2;
  const { ethnicity } = head;
  if (role === "03") {
    const oldest = age - 19;
    return draft(random, role, sex, random.between(Math.max(0, oldest - 19), oldest), ethnicity, on, father);
  }
  if (role === "04") return draft(random, role, sex === 1 ? 2 : 1, Math.max(20, age - random.between(22, 32)), ethnicity, on);
  if (role === "08") return draft(random, role, sex, random.between(0, Math.max(1, Math.min(20, age - 42))), ethnicity, on, ethnicity === "17" ? undefined : father);
  if (role === "05") {
    const parent = parents.shift()!;
    return draft(random, role, parent, Math.min(96, age + random.between(19, 33)), ethnicity, on, parent === 1 && ethnicity !== "17" ? head.name.handedOn : undefined);
  }
  if (role === "09") return draft(random, role, sex, Math.max(17, age + random.between(-9, 7)), ethnicity, on, ethnicity === "17" ? undefined : head.name.handedOn);
  return draft(random, "10", sex, random.between(17, 75), ethnicity, on);
}

export function draft(random: Random, relation: Relation, sex: Sex, age: number, ethnicity: Ethnicity, on: Day, father?: string): Draft {
  const born = on - years(age) - random.below(365);
  return { relation, sex, born, ethnicity, name: inventName(random, ethnicity, sex, yearOfDay(born), father) };
}

/** An adult child of a household who leaves it with spouse and children to form one: as they stood there, the new head first. */
export function composeBranch(random: Random, parentAge: number, ethnicity: Ethnicity, father: string, on: Day): Draft[] {
  const age = random.between(21, Math.min(36, parentAge - 19));
  const head = draft(random, "03", random.perMille(650) ? 1 : 2, age, ethnicity, on, father);
  if (random.perMille(150)) return [head];
  const spouse = draft(random, "04", head.sex === 1 ? 2 : 1, Math.max(20, age + random.between(-3, 2)), ethnicity, on);
  const children = age < 23 ? random.below(2) : random.below(3);
  const handedOn = (head.sex === 1 ? head : spouse).name.handedOn;
  const kids = Array.from({ length: children }, () => draft(random, "08", random.perMille(510) ? 1 : 2, random.below(age - 19), ethnicity, on, handedOn));
  return [head, spouse, ...kids];
}
