import type { BlockBuilder, Household, Membership, Person } from "./block.ts";
import { draft, type Relation } from "./compose.ts";
import { ageOnDay, yearOfDay, years, type Day } from "./days.ts";
import { inventName } from "./names.ts";

/** Members whose relation to the head holds also to the head's widow or widower. */
const KEEPS_RELATION: readonly Relation[] = ["02", "03", "04", "08"];

/** What a year brings to a household that stays: children are born, old people die, a grown-up child leaves, a bride or groom comes. In a thousand. */
export function happenings(builder: BlockBuilder, household: Household): void {
  const standing = household.members.filter((m) => m.from <= builder.opening);
  for (const member of standing) {
    if (member.to !== null) continue;
    const age = ageOnDay(member.person.born, builder.opening);
    if (isMother(member, standing, age) && builder.random.perMille(170)) bear(builder, household, member);
    else if (builder.random.perMille(deathRate(age))) die(builder, household, member);
    else if (member.relation === "03" && age >= 19 && age <= 30 && builder.random.perMille(16)) member.to = someDay(builder);
  }
  const suitor = standing.find((m) => m.relation === "03" && m.to === null && ageOnDay(m.person.born, builder.opening) >= 22);
  if (suitor && builder.random.perMille(22)) marryIn(builder, household, suitor);
}

const someDay = (builder: BlockBuilder): Day => builder.opening + builder.random.between(15, 355);

const deathRate = (age: number): number => (age >= 80 ? 70 : age >= 65 ? 24 : age >= 45 ? 5 : 0);

function isMother(member: Membership, members: readonly Membership[], age: number): boolean {
  if (member.person.sex !== 2 || age < 19 || age > 40) return false;
  return member.relation === "02" || member.relation === "04" || (member.relation === "01" && members.some((m) => m.relation === "02"));
}

function bear(builder: BlockBuilder, household: Household, mother: Membership): void {
  const father = fatherOfChild(builder, household, mother);
  const born = someDay(builder);
  const sex = builder.random.perMille(520) ? 1 : 2;
  const relation: Relation = mother.relation === "04" ? "08" : "03";
  const name = inventName(builder.random, father.ethnicity, sex, yearOfDay(born), father.handedOn);
  const person = builder.person({ relation, sex, born, ethnicity: father.ethnicity, name });
  household.members.push({ person, relation, from: born, to: null });
}

/** The husband where he lives here, else the head, whose name the child then bears. */
function fatherOfChild(builder: BlockBuilder, household: Household, mother: Membership): Person {
  const grown = builder.opening - years(18);
  const relations: readonly Relation[] = mother.relation === "04" ? ["03"] : ["01", "02"];
  const husband = household.members.find((m) => relations.includes(m.relation) && m.person.sex === 1 && m.person.born < grown);
  return (husband ?? household.members[0]!).person;
}

/** A head dies only where the spouse can become head and every relation stays true. */
function die(builder: BlockBuilder, household: Household, member: Membership): void {
  const present = household.members.filter((m) => m.to === null);
  const on = someDay(builder);
  if (member.relation === "01") {
    const heir = present.find((m) => m.relation === "02");
    if (!heir || present.some((m) => m !== member && (!KEEPS_RELATION.includes(m.relation) || m.from >= on))) return;
    heir.to = on;
    household.members.push({ person: heir.person, relation: "01", from: on, to: null });
  }
  member.person.died = on;
  member.to = on;
}

function marryIn(builder: BlockBuilder, household: Household, suitor: Membership): void {
  const age = Math.max(20, ageOnDay(suitor.person.born, builder.opening) + builder.random.between(-3, 2));
  const made = draft(builder.random, "04", suitor.person.sex === 1 ? 2 : 1, age, suitor.person.ethnicity, builder.opening);
  household.members.push({ person: builder.person(made), relation: "04", from: someDay(builder), to: null });
}
