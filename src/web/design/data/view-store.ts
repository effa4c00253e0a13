import type { UrlValues } from "../../navigation.tsx";

export interface SavedView {
  readonly name: string;
  readonly values: UrlValues;
}

/** Where one is (area, day, page) and what one looks for are no part of a view. */
const NOT_KEPT = new Set(["area", "on", "page", "q"]);

export const keptValues = (values: UrlValues): UrlValues => Object.fromEntries(Object.entries(values).filter(([key, value]) => value && !NOT_KEPT.has(key)));

const key = (place: string): string => `sinhke.views.${place}`;

export function readViews(place: string): readonly SavedView[] {
  const text = localStorage.getItem(key(place));
  return text ? (JSON.parse(text) as SavedView[]) : [];
}

export function writeViews(place: string, views: readonly SavedView[]): void {
  if (views.length === 0) localStorage.removeItem(key(place));
  else localStorage.setItem(key(place), JSON.stringify(views));
}
