import { useEffect } from "react";

/** Errors that some part of the page shows at the moment, with how many parts do. */
const shown = new Map<unknown, number>();
const listeners = new Set<() => void>();

function change(error: unknown, by: number): void {
  const count = (shown.get(error) ?? 0) + by;
  if (count > 0) shown.set(error, count);
  else shown.delete(error);
  for (const listener of listeners) listener();
}

export const isShown = (error: unknown): boolean => shown.has(error);

export function onShownChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says that this part shows the error, so that the frame does not say it again. */
export function useShows(error: unknown): void {
  useEffect(() => {
    if (!error) return undefined;
    change(error, 1);
    return () => change(error, -1);
  }, [error]);
}
