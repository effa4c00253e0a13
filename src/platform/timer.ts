import { setTimeout as wait } from "node:timers/promises";

/** Repeats a piece of upkeep, never twice at once; a failure is logged and tried again. The returned function stops it and waits. */
export function every(milliseconds: number, work: () => Promise<unknown>): () => Promise<void> {
  const stopping = new AbortController();
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      await wait(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      await work().catch((cause: unknown) => console.error(cause));
    }
  })();
  return async () => {
    stopping.abort();
    await loop;
  };
}
