/** Days since 1970-01-01: the generator compares and adds days by the hundred thousand and writes them as text once. */
export type Day = number;

const MS = 86_400_000;
const EARLIEST = Date.UTC(1900, 0, 1) / MS;
const texts: (string | undefined)[] = []; // bounded by the days since 1900, about 46,000

export const day = (text: string): Day => Date.parse(`${text}T00:00:00Z`) / MS;

export function dayText(of: Day): string {
  return (texts[of - EARLIEST] ??= new Date(of * MS).toISOString().slice(0, 10));
}

export const dayTextOrNull = (of: Day | null): string | null => (of === null ? null : dayText(of));

export const yearOfDay = (of: Day): number => Number(dayText(of).slice(0, 4));

/** About so many years in days; ages need no calendar here, only the same answer everywhere. */
export const years = (n: number): number => Math.floor((n * 1461) / 4);

/** Completed years, counted by the mean year: good for composing households, not for the law. */
export const ageOnDay = (born: Day, on: Day): number => Math.floor(((on - born) * 4) / 1461);
