/** What a list or the registry tells of a person, as far as it serves to find the person again. `ids` are hashes of identity numbers. */
export interface PersonProfile {
  readonly ids: readonly string[];
  /** folded */
  readonly name: string;
  readonly year: number | null;
  readonly date: string | null;
}

/** A household as it is looked for, or among which it is looked for. */
export interface Profile<Ref> {
  readonly ref: Ref;
  readonly head: PersonProfile | null;
  /** the head among them */
  readonly members: readonly PersonProfile[];
  /** key of the hamlet's name; null where it is not known */
  readonly hamlet: string | null;
  readonly code: string;
  readonly address: string;
  /** an earlier list left it in doubt whether this is a household of its own: taken before its likes */
  readonly doubtful: boolean;
}

export interface Match<Ref> {
  /** the household it is */
  readonly found?: Ref;
  /** its head was another's member there, and most of that household stayed */
  readonly splitFrom?: Ref;
  /** households it may be, none of them sure */
  readonly maybe: readonly Ref[];
}

const NONE: Match<never> = { maybe: [] };

type Pair<C, T> = { readonly claimant: Profile<C>; readonly target: Profile<T>; readonly score: number };

/**
 * Finds the households of a list among those known: by the head's number, by numbers of members, then by the head's name with birth year,
 * hamlet and members. Each known household is found once. Where two are equally likely, neither is taken.
 */
export function matchHouseholds<C, T>(claimants: readonly Profile<C>[], targets: readonly Profile<T>[]): Map<C, Match<T>> {
  const matches = new Map<C, Match<T>>();
  if (targets.length === 0) return matches;
  const taken = new Set<Profile<T>>();
  const settle = (claimant: Profile<C>, target: Profile<T>): void => {
    taken.add(target);
    matches.set(claimant.ref, { found: target.ref, maybe: [] });
  };
  byHeadNumber(claimants, targets, taken, settle);
  const open = (): Profile<C>[] => claimants.filter(({ ref }) => matches.get(ref)?.found === undefined);
  byMemberNumbers(open(), targets, taken, settle, (claimant, target) => matches.set(claimant.ref, { splitFrom: target.ref, maybe: [] }));
  byName(open(), targets, taken, settle, (claimant, maybe) => matches.set(claimant.ref, { ...(matches.get(claimant.ref) ?? NONE), maybe: maybe.map(({ ref }) => ref) }));
  return matches;
}

type Settle<C, T> = (claimant: Profile<C>, target: Profile<T>) => void;

function indexBy<T>(targets: readonly Profile<T>[], keysOf: (target: Profile<T>) => readonly string[]): Map<string, Profile<T>[]> {
  const index = new Map<string, Profile<T>[]>();
  for (const target of targets) {
    for (const key of keysOf(target)) {
      const found = index.get(key);
      if (found === undefined) index.set(key, [target]);
      else if (!found.includes(target)) found.push(target);
    }
  }
  return index;
}

function byHeadNumber<C, T>(claimants: readonly Profile<C>[], targets: readonly Profile<T>[], taken: Set<Profile<T>>, settle: Settle<C, T>): void {
  const index = indexBy(targets, ({ head }) => head?.ids ?? []);
  for (const claimant of claimants) {
    const found = [...new Set((claimant.head?.ids ?? []).flatMap((id) => index.get(id) ?? []))].filter((target) => !taken.has(target));
    if (found.length === 1) settle(claimant, found[0]!);
  }
}

/** The same household under another head, or without the head's number; or one that branched off. */
function byMemberNumbers<C, T>(claimants: readonly Profile<C>[], targets: readonly Profile<T>[], taken: Set<Profile<T>>, settle: Settle<C, T>, split: Settle<C, T>): void {
  const sought = new Set(claimants.flatMap(({ members }) => members.flatMap(({ ids }) => ids)));
  if (sought.size === 0) return;
  const index = indexBy(targets, ({ members }) => members.flatMap(({ ids }) => ids.filter((id) => sought.has(id))));
  const pairs: Pair<C, T>[] = [];
  for (const claimant of claimants) {
    const votes = new Map<Profile<T>, number>();
    for (const { ids } of claimant.members) {
      for (const target of new Set(ids.flatMap((id) => index.get(id) ?? []))) votes.set(target, (votes.get(target) ?? 0) + 1);
    }
    for (const [target, score] of votes) pairs.push({ claimant, target, score });
  }
  const done = new Set<Profile<C>>();
  for (const { claimant, target } of pairs.sort((a, b) => b.score - a.score)) {
    if (done.has(claimant)) continue;
    const carried = 2 * shared(claimant, target) >= Math.min(claimant.members.length, target.members.length);
    const sameHead = claimant.head !== null && target.head !== null && claimant.head.name === target.head.name && !contradicts(claimant.head, target.head);
    const headStays = target.head !== null && claimant.members.some((member) => isSame(member, target.head!));
    if (!taken.has(target) && (sameHead || headStays || (carried && 2 * shared(claimant, target) >= target.members.length))) {
      settle(claimant, target);
      done.add(claimant);
    } else if (claimant.head?.ids.some((id) => index.get(id)?.includes(target)) === true) {
      split(claimant, target);
      done.add(claimant);
    }
  }
}

const contradicts = (a: PersonProfile, b: PersonProfile): boolean => a.year !== null && b.year !== null && a.year !== b.year;
const isSame = (a: PersonProfile, b: PersonProfile): boolean =>
  a.ids.some((id) => b.ids.includes(id)) || (a.name === b.name && a.year !== null && a.year === b.year);

const shared = <C, T>(claimant: Profile<C>, target: Profile<T>): number =>
  claimant.members.filter((member) => target.members.some((other) => isSame(member, other))).length;

function byName<C, T>(
  claimants: readonly Profile<C>[], targets: readonly Profile<T>[], taken: Set<Profile<T>>, settle: Settle<C, T>, doubt: (claimant: Profile<C>, maybe: readonly Profile<T>[]) => void,
): void {
  if (claimants.length === 0) return;
  const index = indexBy(targets, ({ head }) => (head === null ? [] : [head.name]));
  const pairs: Pair<C, T>[] = [];
  const near = new Map<Profile<C>, Profile<T>[]>();
  for (const claimant of claimants) {
    for (const target of claimant.head === null ? [] : (index.get(claimant.head.name) ?? [])) {
      const score = likeness(claimant, target);
      if (score > 0) pairs.push({ claimant, target, score });
      else if (score === 0) near.set(claimant, [...(near.get(claimant) ?? []), target]);
    }
  }
  const done = new Set<Profile<C>>();
  const rivals = new Rivals(pairs, ({ claimant, target }) => !done.has(claimant) && !taken.has(target));
  for (const pair of pairs.sort((one, other) => other.score - one.score)) {
    const equal = rivals.of(pair);
    if (equal.length === 1) settle(pair.claimant, pair.target);
    for (const claimant of new Set(equal.map((each) => each.claimant))) {
      if (equal.length > 1) doubt(claimant, equal.filter((each) => each.claimant === claimant).map(({ target }) => target));
      done.add(claimant);
    }
  }
  for (const [claimant, maybe] of near) if (!done.has(claimant)) doubt(claimant, maybe.filter((target) => !taken.has(target)));
}

/** Pairs still open that are as good as one and share its household on either side, itself among them. */
class Rivals<C, T> {
  private readonly byClaimant = new Map<Profile<C>, Pair<C, T>[]>();
  private readonly byTarget = new Map<Profile<T>, Pair<C, T>[]>();
  private readonly open: (pair: Pair<C, T>) => boolean;

  constructor(pairs: readonly Pair<C, T>[], open: (pair: Pair<C, T>) => boolean) {
    this.open = open;
    for (const pair of pairs) {
      this.byClaimant.set(pair.claimant, [...(this.byClaimant.get(pair.claimant) ?? []), pair]);
      this.byTarget.set(pair.target, [...(this.byTarget.get(pair.target) ?? []), pair]);
    }
  }

  of(pair: Pair<C, T>): Pair<C, T>[] {
    if (!this.open(pair)) return [];
    const around = new Set([...this.byClaimant.get(pair.claimant)!, ...this.byTarget.get(pair.target)!]);
    return [...around].filter((other) => other.score === pair.score && this.open(other));
  }
}

/** How much two households of one head's name are alike; 0: worth a look, −1: another's namesake. */
function likeness<C, T>(claimant: Profile<C>, target: Profile<T>): number {
  const [a, b] = [claimant.head!, target.head!];
  const others = shared(claimant, target) - (isSame(a, b) ? 1 : 0);
  const sameHamlet = claimant.hamlet !== null && claimant.hamlet === target.hamlet;
  const otherHamlet = claimant.hamlet !== null && target.hamlet !== null && !sameHamlet;
  const otherNumber = a.ids.length > 0 && b.ids.length > 0;
  const sameDate = a.date !== null && a.date === b.date;
  const code = claimant.code !== "" && claimant.code === target.code;
  const address = claimant.address !== "" && claimant.address === target.address;
  if (otherNumber && others === 0) return sameDate && !otherHamlet ? 0 : -1;
  if (contradicts(a, b) && others === 0 && !code) return -1;
  if (otherHamlet && others === 0 && !(code && !contradicts(a, b))) return sameDate ? 0 : -1;
  const sameYear = a.year !== null && a.year === b.year;
  const score = (sameYear ? 4 : 0) + (sameDate ? 4 : 0) + (sameHamlet ? 4 : 0) + 3 * others + (code ? 6 : 0) + (address ? 2 : 0);
  return score === 0 ? 0 : score + (target.doubtful ? 1 : 0);
}
