/** One household of a list, as far as two lists are compared by it. */
export interface Listed {
  readonly head: string;
  readonly hamlet: string | null;
  readonly class: string | null;
  readonly scoreIncome: number | null;
  readonly scoreDeprivation: number | null;
  readonly decision: string | null;
  readonly members: readonly { readonly name: string; readonly nameKey: string; readonly birthYear: number | null; readonly id: string | null }[];
}

export type Field = "class" | "hamlet" | "head" | "scoreIncome" | "scoreDeprivation" | "decision" | "members";
export interface FieldChange {
  readonly field: Field;
  readonly before: string | null;
  readonly after: string | null;
}

const text = (value: string | number | null): string | null => (value === null || value === "" ? null : String(value));

/** What one and the same household is told differently; a value that only one list tells is no difference, but a member is. */
export function changesOf(before: Listed, after: Listed, fold: (text: string) => string): FieldChange[] {
  const changes: FieldChange[] = [];
  const note = (field: Field, a: string | null, b: string | null, same: boolean): void => {
    if (!same) changes.push({ field, before: a, after: b });
  };
  const bothTold = (field: Field, a: string | number | null, b: string | number | null, like = (value: string) => value): void => {
    const [left, right] = [text(a), text(b)];
    note(field, left, right, left === null || right === null || like(left) === like(right));
  };
  bothTold("class", before.class, after.class);
  bothTold("hamlet", before.hamlet, after.hamlet, fold);
  bothTold("head", before.head, after.head, fold);
  bothTold("scoreIncome", before.scoreIncome, after.scoreIncome);
  bothTold("scoreDeprivation", before.scoreDeprivation, after.scoreDeprivation);
  bothTold("decision", before.decision, after.decision, fold);
  const { gone, come } = membersApart(before, after);
  note("members", gone.join(", ") || null, come.join(", ") || null, gone.length + come.length === 0);
  return changes;
}

type Member = Listed["members"][number];

/** Members that only one of the two has: the same number is the same person, else the same name and birth year. */
function membersApart(before: Listed, after: Listed): { gone: string[]; come: string[] } {
  const left = [...after.members];
  const gone: string[] = [];
  const take = (like: (one: Member) => boolean): boolean => {
    const at = left.findIndex(like);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const open = before.members.filter((member) => !(member.id !== null && take((one) => one.id === member.id)));
  for (const member of open) {
    const same = (one: Member): boolean => one.nameKey === member.nameKey && (one.id === null || member.id === null) && (one.birthYear === null || member.birthYear === null || one.birthYear === member.birthYear);
    if (!take(same)) gone.push(member.name);
  }
  return { gone, come: left.map(({ name }) => name) };
}

export interface Twins<Ref> {
  /** surely: a person of the same number stands in both; perhaps: head of the same name, birth year and hamlet */
  readonly how: "number" | "name";
  readonly refs: readonly Ref[];
  readonly who: string;
}

/** Households of one list that are there twice, surely or perhaps. A pair found by number is not told again by name. */
export function twinsIn<Ref>(list: readonly { readonly ref: Ref; readonly listed: Listed }[]): Twins<Ref>[] {
  const byNumber = grouped(list, ({ listed }) => listed.members.flatMap(({ id, name }) => (id === null ? [] : [{ key: id, who: name }])));
  const told = new Set(byNumber.map(({ refs }) => keyOf(refs, list)));
  const byName = grouped(list, ({ listed }) => {
    const head = listed.members.find(({ name }) => name === listed.head) ?? listed.members[0];
    return head && head.birthYear !== null ? [{ key: `${head.nameKey}|${head.birthYear}|${listed.hamlet ?? ""}`, who: head.name }] : [];
  }).filter(({ refs }) => !told.has(keyOf(refs, list)));
  return [...byNumber.map((one) => ({ ...one, how: "number" as const })), ...byName.map((one) => ({ ...one, how: "name" as const }))];
}

const keyOf = <Ref>(refs: readonly Ref[], list: readonly { readonly ref: Ref }[]): string => refs.map((ref) => list.findIndex((one) => one.ref === ref)).join(",");

function grouped<Ref>(list: readonly { readonly ref: Ref; readonly listed: Listed }[], keysOf: (one: { readonly listed: Listed }) => readonly { key: string; who: string }[]): { refs: Ref[]; who: string }[] {
  const groups = new Map<string, { refs: Ref[]; who: string }>();
  for (const one of list) {
    for (const { key, who } of keysOf(one)) {
      const group = groups.get(key) ?? { refs: [], who };
      if (!group.refs.includes(one.ref)) group.refs.push(one.ref);
      groups.set(key, group);
    }
  }
  const seen = new Set<string>();
  return [...groups.values()].filter(({ refs }) => refs.length > 1 && !seen.has(keyOf(refs, list)) && seen.add(keyOf(refs, list)));
}
