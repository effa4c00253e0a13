import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Progress } from "./reclassify.ts";

interface Running extends Progress {
  readonly accountId: string;
  readonly controller: AbortController;
}

/** Runs under way in this process, each by a key its officer's page made: to say how far it is and to stop it. */
export class RunningRuns {
  readonly #runs = new Map<string, Running>();

  async follow<T>(actor: Actor, key: string | undefined, work: (onProgress: (progress: Progress) => void, signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    if (key === undefined) return work(() => undefined, controller.signal);
    if (this.#runs.has(key)) throw new AppError("conflict", "poverty.runKeyTaken", { key });
    const tell = ({ done, total }: Progress): void => void this.#runs.set(key, { accountId: actor.accountId, controller, done, total });
    tell({ done: 0, total: 0 });
    try {
      return await work(tell, controller.signal);
    } catch (cause) {
      throw controller.signal.aborted ? new AppError("refused", "poverty.cancelled") : cause;
    } finally {
      this.#runs.delete(key);
    }
  }

  progress(actor: Actor, key: string): Progress & { readonly running: boolean } {
    const run = this.#own(actor, key);
    return run ? { running: true, done: run.done, total: run.total } : { running: false, done: 0, total: 0 };
  }

  cancel(actor: Actor, key: string): void {
    this.#own(actor, key)?.controller.abort(new AppError("refused", "poverty.cancelled"));
  }

  #own(actor: Actor, key: string): Running | undefined {
    const run = this.#runs.get(key);
    return run?.accountId === actor.accountId ? run : undefined;
  }
}
