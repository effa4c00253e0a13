import { fold } from "../../kernel/text/fold.ts";
import { HEAD, type HouseholdCandidate, type MemberCandidate } from "../../registry/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { holdsOn } from "../../registry/rules/facts.ts";
import type { Hashes } from "./hash.ts";
import type { KnownHousehold, KnownPerson } from "./known.ts";
import type { PersonProfile, Profile } from "./rules/match.ts";

export type HamletKeyOf = (hamletId: string) => string | null;

const personOfLine = (line: MemberCandidate, hashes: Hashes): PersonProfile => ({
  ids: line.identity === null ? [] : [hashes.of(line.identity.number)],
  name: line.nameKey,
  year: line.birth?.year ?? null,
  date: line.birth?.date ?? null,
});

/** Made when it is first asked for: most households are found by their head alone. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

export function profileOfLine<Ref>(line: HouseholdCandidate, ref: Ref, hamlet: string | null, hashes: Hashes): Profile<Ref> {
  const members = lazily(() => line.members.map((member) => personOfLine(member, hashes)));
  return {
    ref, hamlet, head: line.head === null || !line.members.includes(line.head) ? null : personOfLine(line.head, hashes),
    get members() {
      return members();
    },
    code: line.facts.localCode, address: fold(line.facts.address), doubtful: false,
  };
}

const personOnFile = (person: KnownPerson): PersonProfile => ({
  ids: person.numbers.map(({ lookup }) => lookup), name: person.nameKey, year: person.birthYear, date: person.precision === "day" ? person.birthDate : null,
});

/** The household as it stood on the list's day, or as it began where it is known from later only. */
export function profileOnFile<Ref>(known: KnownHousehold, ref: Ref, asOf: PlainDate, hamletKeyOf: HamletKeyOf): Profile<Ref> {
  const standing = known.memberships.filter((membership) => holdsOn(membership, asOf));
  const memberships = standing.length > 0 ? standing : known.memberships.filter(({ from }) => from > asOf);
  const head = memberships.find(({ relation }) => relation === HEAD);
  const members = lazily(() => memberships.map(({ person }) => personOnFile(person)));
  const residence = known.residences.find((fact) => holdsOn(fact, asOf)) ?? known.residences[0];
  return {
    ref, head: head ? personOnFile(head.person) : null,
    get members() {
      return members();
    },
    hamlet: hamletKeyOf(residence?.hamletId ?? known.hamletId),
    code: known.localCode ?? "", address: fold(known.address ?? ""), doubtful: known.doubtful,
  };
}
