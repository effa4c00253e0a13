/** An amount in đồng known exactly (`least` = `most`) or only between two; `most` null: not bounded. */
export interface Bounds {
  readonly least: number;
  readonly most: number | null;
}

export const exactly = (amount: number): Bounds => ({ least: amount, most: amount });
export const NOTHING = exactly(0);
export const UNKNOWN: Bounds = { least: 0, most: null };

/** The amount when it is known, else null. */
export const amountOf = ({ least, most }: Bounds): number | null => (least === most ? least : null);

export const sum = (list: readonly Bounds[]): Bounds => ({
  least: list.reduce((total, { least }) => total + least, 0),
  most: list.reduce<number | null>((total, { most }) => (total === null || most === null ? null : total + most), 0),
});

const lower = (a: number | null, b: number): number => (a === null ? b : Math.min(a, b));

export const atMost = ({ least, most }: Bounds, cap: number): Bounds => ({ least: Math.min(least, cap), most: lower(most, cap) });

/** Between two possibilities, both included. */
export const either = (a: Bounds, b: Bounds): Bounds => ({ least: Math.min(a.least, b.least), most: a.most === null || b.most === null ? null : Math.max(a.most, b.most) });

/** Each item in its order, as far as the ceiling reaches. */
export function underCeiling(items: readonly Bounds[], ceiling: number): Bounds[] {
  let used = NOTHING;
  return items.map((item) => {
    const paid: Bounds = { least: Math.min(item.least, ceiling - used.most!), most: lower(item.most, ceiling - used.least) };
    used = { least: Math.min(used.least + item.least, ceiling), most: lower(item.most === null ? null : used.most! + item.most, ceiling) };
    return paid;
  });
}
