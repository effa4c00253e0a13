import { AppError } from "../kernel/error.ts";

/** Work on one file in memory: until it is committed nothing of it is stored. */
export interface FileJob {
  readonly id: string;
  readonly tenantId: string;
  readonly accountId: string;
  readonly startedBy: string;
  readonly startedAt: number;
  readonly file: { readonly bytes: Uint8Array };
  revision: number;
  state: "reading" | "ready" | "committing" | "done" | "cancelled" | "failed";
  done: number;
  total: number;
  failure: unknown;
  controller: AbortController;
  running: Promise<void>;
  touched: number;
}

const IDLE_MS = 60 * 60_000;

/** What every job begins with. */
export const newJob = (now: number): Pick<FileJob, "startedAt" | "revision" | "state" | "done" | "total" | "failure" | "controller" | "running" | "touched"> => ({
  startedAt: now, revision: 0, state: "reading", done: 0, total: 0, failure: undefined, controller: new AbortController(), running: Promise.resolve(), touched: now,
});

/** Files being read or written; left alone for an hour they are dropped, none while it is being committed. */
export class FileJobs<Job extends FileJob> {
  private readonly now: () => number;
  private readonly jobs = new Map<string, Job>();

  constructor(now: () => number) {
    this.now = now;
  }

  /** The newest first. */
  all(): Job[] {
    this.sweep();
    return [...this.jobs.values()].sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1));
  }

  /** The job, which counts as used by that. */
  find(id: string, isOpen: (job: Job) => boolean): Job | null {
    this.sweep();
    const job = this.jobs.get(id);
    if (!job || !isOpen(job)) return null;
    job.touched = this.now();
    return job;
  }

  /** Of one officer, the oldest first, none that is being committed. */
  of({ accountId, tenantId }: { readonly accountId: string; readonly tenantId: string }): Job[] {
    return this.all().filter((job) => job.accountId === accountId && job.tenantId === tenantId && job.state !== "committing").reverse();
  }

  /** Bytes of the files held. */
  held(): number {
    return [...this.jobs.values()].reduce((sum, job) => sum + job.file.bytes.length, 0);
  }

  add(job: Job): void {
    this.jobs.set(job.id, job);
  }

  run(job: Job, state: "reading" | "committing", work: (signal: AbortSignal) => Promise<void>): void {
    const controller = new AbortController();
    Object.assign(job, { state, controller, done: 0, total: 0 });
    job.running = work(controller.signal).catch((failure: unknown) => {
      if (controller.signal.aborted) job.state = "cancelled";
      else Object.assign(job, { state: "failed", failure });
    });
  }

  tell(job: Job, done: number, total: number): void {
    Object.assign(job, { done, total, touched: this.now() });
  }

  /** Stops whatever the job does and forgets it; what was not yet committed leaves nothing behind. */
  async drop(job: Job): Promise<void> {
    job.controller.abort(new AppError("refused", "exchange.cancelled", {}));
    await job.running;
    // it may have been done before the signal came
    if (job.state !== "done") job.state = "cancelled";
    this.jobs.delete(job.id);
  }

  private sweep(): void {
    const oldest = this.now() - IDLE_MS;
    for (const job of this.jobs.values()) if (job.touched < oldest && job.state !== "committing") void this.drop(job);
  }
}
