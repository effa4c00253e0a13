import { communesOf, getUnit } from "../../areas/public.ts";
import { type FileJob, FileJobs, newJob } from "../../exchange/file-jobs.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { HOUSEHOLD_LIST, keepMappings } from "../../registry/public.ts";
import { importHouseholdList } from "./commit.ts";
import type { Choices, Result } from "./contract.ts";
import { mustTakeListOf } from "./list-day.ts";
import { mappingOf } from "./mappings.ts";
import { mayImport } from "./policy.ts";
import { NO_CHOICES, readForArea, type ListFile, type ReadList } from "./read-for-area.ts";

/** Open to everybody who may write its area. */
interface Job extends FileJob {
  readonly file: ListFile;
  readonly communes: readonly string[];
  changedBy: string | null;
  choices: Choices;
  list: ReadList | null;
  result: Result | null;
}

const MOST_BYTES = 400 << 20;
const MOST_OF_ONE = 3;

/** Imports under way. */
export class ImportJobs {
  private readonly services: Services;
  private readonly jobs: FileJobs<Job>;

  constructor(services: Services) {
    this.services = services;
    this.jobs = new FileJobs(services.now);
  }

  /**
   * Begins reading. The officer's earlier file of the same area and day gives way, and the oldest where there are too many of the same
   * officer, but none that is being committed. Errors: those of `mustTakeListOf`, unavailable "poverty.import.tooManyJobs".
   */
  async start(actor: Actor, file: ListFile): Promise<Job> {
    mustTakeListOf(this.services, actor, file.areaUid, file.asOf);
    await this.giveWay(actor, file);
    if (this.jobs.held() + file.bytes.length > MOST_BYTES) throw new AppError("unavailable", "poverty.import.tooManyJobs", {});
    const job: Job = {
      ...newJob(this.services.now()), id: newId<"import">(), tenantId: actor.tenant.id, accountId: actor.accountId, startedBy: actor.displayName, file, communes: communesOf(file.areaUid, file.asOf).uids,
      changedBy: null, choices: NO_CHOICES, list: null, result: null,
    };
    this.jobs.add(job);
    this.read(job, actor, NO_CHOICES);
    return job;
  }

  private async giveWay(actor: Actor, { areaUid, asOf }: ListFile): Promise<void> {
    const own = this.jobs.of({ accountId: actor.accountId, tenantId: actor.tenant.id });
    const replaced = own.filter(({ file, state }) => state !== "done" && file.areaUid === areaUid && file.asOf === asOf);
    const others = own.filter((job) => !replaced.includes(job));
    for (const job of [...replaced, ...others.slice(0, Math.max(0, others.length - MOST_OF_ONE + 1))]) await this.jobs.drop(job);
  }

  /** Those of the tenant whose area the actor may write, the newest first. */
  openTo(actor: Actor): Job[] {
    return this.jobs.all().filter((job) => this.isOpenTo(job, actor));
  }

  /** Errors: not_found "poverty.import.jobUnknown", also for a job of an area that is not the actor's; what made it fail. */
  get(actor: Actor, id: string): Job {
    const job = this.find(actor, id);
    if (job.state === "failed") throw job.failure;
    return job;
  }

  private find(actor: Actor, id: string): Job {
    const job = this.jobs.find(id, (one) => this.isOpenTo(one, actor));
    if (!job) throw new AppError("not_found", "poverty.import.jobUnknown", {});
    return job;
  }

  /**
   * Reads again with an officer's corrections; corrected columns are kept for the office and this shape of headings. Errors: conflict
   * "poverty.import.notReady" | "poverty.import.changedMeanwhile" when `revision` is older than the job's.
   */
  async choose(actor: Actor, id: string, commandId: string, choices: Choices, revision: number = this.get(actor, id).revision): Promise<Job> {
    const job = this.get(actor, id);
    const list = this.readyList(job);
    if (job.state === "done") throw new AppError("conflict", "poverty.import.notReady", { state: job.state });
    if (revision !== job.revision) throw new AppError("conflict", "poverty.import.changedMeanwhile", { by: job.changedBy ?? job.startedBy, revision: job.revision });
    choices.mappings.forEach(mappingOf);
    const shapes = new Map(list.preview.plans.map((plan) => [plan.facts.index, plan.proposal.shape]));
    const corrected = choices.mappings.flatMap(({ sheet, columns, layout }) => (shapes.has(sheet) ? [{ shape: shapes.get(sheet)!, columns: columns as never, ...(layout !== undefined && { layout }) }] : []));
    const before = job.choices;
    this.changed(job, actor);
    this.read(job, actor, choices);
    if (corrected.length > 0 && JSON.stringify(choices.mappings) !== JSON.stringify(before.mappings)) await keepMappings(this.services, actor, commandId, { unitUid: job.file.areaUid, format: HOUSEHOLD_LIST.id, mappings: corrected });
    return job;
  }

  commit(actor: Actor, id: string): Job {
    const job = this.get(actor, id);
    if (job.state === "done" || job.state === "committing") return job;
    const list = this.readyList(job);
    this.changed(job, actor);
    this.jobs.run(job, "committing", async (signal) => {
      job.result = await importHouseholdList(this.services, actor, list, { signal, onProgress: (done, total) => this.jobs.tell(job, done, total) });
      job.state = "done";
    });
    return job;
  }

  /** Stops whatever the job does; what was not yet committed leaves nothing behind. */
  async cancel(actor: Actor, id: string): Promise<Job> {
    const job = this.find(actor, id);
    if (job.state === "done") return job;
    await this.jobs.drop(job);
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

  private changed(job: Job, actor: Actor): void {
    job.revision++;
    job.changedBy = actor.accountId === job.accountId ? null : actor.displayName;
  }

  private read(job: Job, actor: Actor, choices: Choices): void {
    job.choices = choices;
    this.jobs.run(job, "reading", async (signal) => {
      job.list = await readForArea(this.services, actor, job.file, choices, { signal, onProgress: (done, total) => this.jobs.tell(job, done, total) });
      job.state = "ready";
    });
  }

  private isOpenTo({ tenantId, communes }: Job, actor: Actor): boolean {
    return tenantId === actor.tenant.id && mayImport(actor, communes);
  }
}

export type { Job };
