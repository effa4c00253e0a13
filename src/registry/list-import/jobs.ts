import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { commitList } from "./commit.ts";
import type { Choices, ListJob, Result } from "./contract.ts";
import { mayTakeIn, mustTakeIn } from "./importers.ts";
import type { AnyListKind } from "./kind.ts";
import { keepMappings } from "./mappings.ts";
import { mappingOf, NO_CHOICES, readList, type ListFile, type ReadList } from "./read-list.ts";

/** Work on one file, in memory only; open to whoever may take in this kind for its area and works for the same organisation. */
export interface Job {
  readonly id: string;
  readonly tenantId: string;
  readonly accountId: string;
  readonly organisations: readonly string[];
  readonly startedBy: string;
  readonly startedAt: number;
  readonly kind: AnyListKind;
  readonly file: ListFile;
  revision: number;
  state: ListJob["state"] | "failed";
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
const MOST_BYTES = 200 << 20;
const MOST_OF_ONE = 3;

/** Lists being read or written; left alone for an hour they are dropped. */
export class ListJobs {
  private readonly services: Services;
  private readonly jobs = new Map<string, Job>();

  constructor(services: Services) {
    this.services = services;
  }

  /** Begins reading; the officer's oldest file gives way where there are too many. Errors: those of `mustTakeIn`, unavailable "listImport.tooManyJobs". */
  async start(actor: Actor, kind: AnyListKind, file: ListFile): Promise<Job> {
    mustTakeIn(kind, actor, file);
    this.sweep();
    const own = [...this.jobs.values()].filter((job) => job.accountId === actor.accountId && job.tenantId === actor.tenant.id && job.state !== "committing");
    for (const job of own.slice(0, Math.max(0, own.length - MOST_OF_ONE + 1))) await this.drop(job);
    if ([...this.jobs.values()].reduce((sum, job) => sum + job.file.bytes.length, file.bytes.length) > MOST_BYTES) throw new AppError("unavailable", "listImport.tooManyJobs", {});
    const now = this.services.now();
    const job: Job = {
      id: newId<"import">(), tenantId: actor.tenant.id, accountId: actor.accountId, organisations: actor.scope.organisations, startedBy: actor.displayName, startedAt: now, kind, file, revision: 0, state: "reading",
      choices: NO_CHOICES, done: 0, total: 0, list: null, result: null, failure: undefined, controller: new AbortController(), running: Promise.resolve(), touched: now,
    };
    this.jobs.set(job.id, job);
    this.read(job, actor, NO_CHOICES);
    return job;
  }

  openTo(actor: Actor): Job[] {
    this.sweep();
    return [...this.jobs.values()].filter((job) => this.isOpenTo(job, actor)).sort((a, b) => b.startedAt - a.startedAt);
  }

  /** Errors: not_found "listImport.jobUnknown", also for a job that is not the actor's; what made it fail. */
  get(actor: Actor, kind: string, id: string): Job {
    this.sweep();
    const job = this.jobs.get(id);
    if (!job || job.kind.kind !== kind || !this.isOpenTo(job, actor)) throw new AppError("not_found", "listImport.jobUnknown", {});
    job.touched = this.services.now();
    return job;
  }

  /** Reads again with the officer's corrections; columns are kept for the office and this shape of headings. Errors: conflict "listImport.notReady" | "listImport.changedMeanwhile". */
  async choose(actor: Actor, job: Job, commandId: string, choices: Choices, revision: number = job.revision): Promise<void> {
    const list = readyList(job);
    if (job.state === "done") throw new AppError("conflict", "listImport.notReady", { state: job.state });
    if (revision !== job.revision) throw new AppError("conflict", "listImport.changedMeanwhile", { revision: job.revision });
    const shapes = new Map(list.plans.map(({ facts, proposal }) => [facts.index, proposal.shape]));
    const corrected = choices.mappings.map((mapping) => mappingOf(job.kind, mapping)).flatMap(({ sheet, columns }) => (shapes.has(sheet) ? [{ shape: shapes.get(sheet)!, columns }] : []));
    const before = job.choices;
    const { areaUid } = job.file;
    job.revision++;
    this.read(job, actor, choices);
    const keeps = actor.scope.writesAll || actor.scope.writeUnits.includes(areaUid);
    if (keeps && corrected.length > 0 && JSON.stringify(choices.mappings) !== JSON.stringify(before.mappings)) await keepMappings(this.services, actor, commandId, { unitUid: areaUid, format: job.kind.format.id, mappings: corrected });
  }

  commit(actor: Actor, job: Job): void {
    if (job.state === "done" || job.state === "committing") return;
    const list = readyList(job);
    job.revision++;
    this.run(job, "committing", async (signal) => {
      job.result = await commitList(this.services, actor, list, signal);
      job.state = "done";
    });
  }

  /** Stops whatever the job does; what was not yet committed leaves nothing behind. */
  async drop(job: Job): Promise<void> {
    if (job.state === "done") return;
    job.controller.abort(new AppError("refused", "exchange.cancelled", {}));
    await job.running;
    // it may have been done before the signal came
    if ((job.state as Job["state"]) !== "done") job.state = "cancelled";
    this.jobs.delete(job.id);
  }

  private read(job: Job, actor: Actor, choices: Choices): void {
    job.choices = choices;
    this.run(job, "reading", async (signal) => {
      job.list = await readList(this.services, actor, job.kind, job.file, choices, { signal, onProgress: (done, total) => Object.assign(job, { done, total, touched: this.services.now() }) });
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

  private isOpenTo({ tenantId, accountId, organisations, kind, file }: Job, actor: Actor): boolean {
    if (tenantId !== actor.tenant.id || !mayTakeIn(kind, actor, file)) return false;
    if (accountId === actor.accountId) return true;
    return organisations.length === actor.scope.organisations.length && organisations.every((id) => actor.scope.organisations.includes(id));
  }

  private sweep(): void {
    const oldest = this.services.now() - IDLE_MS;
    for (const job of this.jobs.values()) {
      if (job.touched >= oldest || job.state === "committing") continue;
      if (job.state === "done") this.jobs.delete(job.id);
      else void this.drop(job);
    }
  }
}

/** Errors: conflict "listImport.notReady". */
export function readyList(job: Job): ReadList {
  if (!job.list || (job.state !== "ready" && job.state !== "done")) throw new AppError("conflict", "listImport.notReady", { state: job.state });
  return job.list;
}
