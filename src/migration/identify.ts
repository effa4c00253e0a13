import type { Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { matchWorkers, type WorkerInput } from "../registry/public.ts";

export interface Identified {
  readonly worker: WorkerInput;
  /** ambiguous: several of that name, year and hamlet, so nobody was taken */
  readonly identified: "found" | "ambiguous" | "none";
}

/** The person on file, where name, year of birth and hamlet (or the number, which is kept nowhere) point to one. */
export async function identify(tx: Tx, { config }: Pick<Services, "config">, { worker, identity }: { readonly worker: WorkerInput; readonly identity?: string | null | undefined }): Promise<Identified> {
  if (worker.personId) return { worker, identified: "found" };
  const birthYear = worker.birthDate ? Number(worker.birthDate.slice(0, 4)) : (worker.birthYear ?? null);
  const [match] = await matchWorkers(tx, config.keys, [{ fullName: worker.fullName, birthYear, hamletId: worker.hamletId, identity: identity ?? null }]);
  return match?.kind === "found" ? { worker: { ...worker, personId: match.personId }, identified: "found" } : { worker, identified: match?.kind ?? "none" };
}
