import { AppError } from "../../kernel/error.ts";
import { getUnit } from "../../areas/public.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { importHouseholdList } from "./commit.ts";
import type { Choices, ImportJob, Result } from "./contract.ts";
import { mustTakeListOf } from "./list-day.ts";
import { keepMappings, mappingOf } from "./mappings.ts";
import { NO_CHOICES, readForArea, type ListFile, type ReadList } from "./read-for-area.ts";

/** One officer's work on one file. Kept in memory only: until it is committed nothing of it is stored. */
interface Job {
  readonly id: string;
  readonly tenantId: string;
  readonly accountId: string;
  readonly file: ListFile;
  state: ImportJob["state"] | "failed";
  choices: Choices;
  done: number;
  total: number;
  list: ReadList | null;
  result: Result | null;
  failure: unknown;
  controller: AbortController;
  running: Promise<void>;
  touched: number;
}

const IDLE_MS = 60 * 60_000;
const MOST_BYTES = 400 << 20;

/** Imports under way, each bound to the officer who began it; left alone for an hour they are dropped. */
export class ImportJobs {
  private readonly services: Services;
  private readonly jobs = new Map<string, Job>();

  constructor(services: Services) {
    this.services = services;
  }

  /** Begins reading; an earlier job of the same officer that is not being committed gives way. Errors: those of `mustTakeListOf`, unavailable "poverty.import.tooManyJobs". */
  async start(actor: Actor, file: ListFile): Promise<Job> {
    mustTakeListOf(this.services, actor, file.areaUid, file.asOf);
    this.sweep();
    for (const job of this.jobs.values()) if (this.isOf(job, actor) && job.state !== "committing") await this.drop(job);
    const bytes = [...this.jobs.values()].reduce((sum, job) => sum + job.file.bytes.length, file.bytes.length);
    if (bytes > MOST_BYTES) throw new AppError("unavailable", "poverty.import.tooManyJobs", {});
    const job: Job = {
      id: newId<"import">(), tenantId: actor.tenant.id, accountId: actor.accountId, file, state: "reading", choices: NO_CHOICES, done: 0, total: 0, list: null, result: null,
      failure: undefined, controller: new AbortController(), running: Promise.resolve(), touched: this.services.now(),
    };
    this.jobs.set(job.id, job);
    this.read(job, actor, NO_CHOICES);
    return job;
  }

  /** Errors: not_found "poverty.import.jobUnknown", also for a job of somebody else; what made it fail. */
  get(actor: Actor, id: string): Job {
    this.sweep();
    const job = this.jobs.get(id);
    if (!job || !this.isOf(job, actor)) throw new AppError("not_found", "poverty.import.jobUnknown", {});
    job.touched = this.services.now();
    if (job.state === "failed") throw job.failure;
    return job;
  }

  /** Reads again with the officer's corrections; corrected columns are kept for the office and this shape of headings. */
  async choose(actor: Actor, id: string, commandId: string, choices: Choices): Promise<Job> {
    const job = this.get(actor, id);
    const list = this.readyList(job);
    if (job.state === "done") throw new AppError("conflict", "poverty.import.notReady", { state: job.state });
    choices.mappings.forEach(mappingOf);
    const shapes = new Map(list.preview.plans.map((plan) => [plan.facts.index, plan.proposal.shape]));
    const corrected = choices.mappings.flatMap(({ sheet, columns, layout }) => (shapes.has(sheet) ? [{ shape: shapes.get(sheet)!, columns: columns as never, ...(layout !== undefined && { layout }) }] : []));
    if (corrected.length > 0 && JSON.stringify(choices.mappings) !== JSON.stringify(job.choices.mappings)) await keepMappings(this.services, actor, commandId, job.file.areaUid, corrected);
    this.read(job, actor, choices);
    return job;
  }

  commit(actor: Actor, id: string): Job {
    const job = this.get(actor, id);
    if (job.state === "done" || job.state === "committing") return job;
    const list = this.readyList(job);
    this.run(job, "committing", async (signal) => {
      job.result = await importHouseholdList(this.services, actor, list, { signal, onProgress: (done, total) => this.tell(job, done, total) });
      job.state = "done";
    });
    return job;
  }

  /** Stops whatever the job does; what was not yet committed leaves nothing behind. */
  async cancel(actor: Actor, id: string): Promise<Job> {
    const job = this.jobs.get(id);
    if (!job || !this.isOf(job, actor)) throw new AppError("not_found", "poverty.import.jobUnknown", {});
    if (job.state === "done") return job;
    await this.drop(job);
    return job;
  }

  /** The list as read. Errors: conflict "poverty.import.notReady". */
  readyList(job: Job): ReadList {
    if (!job.list || (job.state !== "ready" && job.state !== "done")) throw new AppError("conflict", "poverty.import.notReady", { state: job.state });
    return job.list;
  }

  areaName(job: Job): string {
    return getUnit(job.file.areaUid).fullName;
  }

  private read(job: Job, actor: Actor, choices: Choices): void {
    job.choices = choices;
    this.run(job, "reading", async (signal) => {
      job.list = await readForArea(this.services, actor, job.file, choices, { signal, onProgress: (done, total) => this.tell(job, done, total) });
      job.state = "ready";
    });
  }

  private run(job: Job, state: "reading" | "committing", work: (signal: AbortSignal) => Promise<void>): void {
    const controller = new AbortController();
    Object.assign(job, { state, controller, done: 0, total: 0 });
    job.running = work(controller.signal).catch((failure: unknown) => {
      if (controller.signal.aborted) job.state = "cancelled";
      else Object.assign(job, { state: "failed", failure });
    });
  }

  private tell(job: Job, done: number, total: number): void {
    Object.assign(job, { done, total, touched: this.services.now() });
  }

  private async drop(job: Job): Promise<void> {
    job.controller.abort(new AppError("refused", "exchange.cancelled", {}));
    await job.running;
    if (job.state !== "done") job.state = "cancelled";
    this.jobs.delete(job.id);
  }

  private isOf(job: Job, actor: Actor): boolean {
    return job.accountId === actor.accountId && job.tenantId === actor.tenant.id;
  }

  private sweep(): void {
    const oldest = this.services.now() - IDLE_MS;
    for (const job of this.jobs.values()) if (job.touched < oldest && job.state !== "committing") void this.drop(job);
  }
}

export type { Job };
