import type { Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { matchWorkers } from "../registry/public.ts";
import { workerColumns, type WorkerColumns } from "../registry/rules/worker.ts";

export interface NamedWorker {
  readonly hamletId: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly birthYear: number | null;
  readonly sex: 0 | 1 | 2;
  /** as written; hashed for the search and kept nowhere */
  readonly identity?: string | null | undefined;
}

export interface KnownWorker {
  readonly columns: WorkerColumns;
  readonly identified: "yes" | "no" | "ambiguous";
}

/** A worker as written, tied to the person on file where exactly one fits; else kept unidentified, never guessed. */
export async function knownWorker(tx: Tx, services: Pick<Services, "config">, worker: NamedWorker): Promise<KnownWorker> {
  const birthYear = worker.birthDate ? Number(worker.birthDate.slice(0, 4)) : worker.birthYear;
  const [match] = await matchWorkers(tx, services.config.keys, [{ fullName: worker.fullName, birthYear, hamletId: worker.hamletId, identity: worker.identity ?? null }]);
  const personId = match?.kind === "found" ? match.personId : null;
  const { hamletId, fullName, birthDate, sex } = worker;
  return { columns: workerColumns({ hamletId, fullName, birthDate, birthYear, sex, personId }), identified: match?.kind === "found" ? "yes" : match?.kind === "ambiguous" ? "ambiguous" : "no" };
}
