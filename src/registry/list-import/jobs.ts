import { type FileJob, FileJobs, newJob } from "../../exchange/file-jobs.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { commitList } from "./commit.ts";
import type { Choices, Result } from "./contract.ts";
import { mayTakeIn, mustTakeIn } from "./importers.ts";
import type { AnyListKind } from "./kind.ts";
import { keepMappings } from "./mappings.ts";
import { mappingOf, NO_CHOICES, readList, type ListFile, type ReadList } from "./read-list.ts";

/** Open to whoever may take in this kind for its area and works for the same organisation. */
export interface Job extends FileJob {
  readonly organisations: readonly string[];
  readonly kind: AnyListKind;
  readonly file: ListFile;
  choices: Choices;
  list: ReadList | null;
  result: Result | null;
}

const MOST_BYTES = 200 << 20;
const MOST_OF_ONE = 3;

/** Lists being read or written. */
export class ListJobs {
  private readonly services: Services;
  private readonly jobs: FileJobs<Job>;

  constructor(services: Services) {
    this.services = services;
    this.jobs = new FileJobs(services.now);
  }

  /** Begins reading; the officer's oldest file gives way where there are too many. Errors: those of `mustTakeIn`, unavailable "listImport.tooManyJobs". */
  async start(actor: Actor, kind: AnyListKind, file: ListFile): Promise<Job> {
    mustTakeIn(kind, actor, file);
    const own = this.jobs.of({ accountId: actor.accountId, tenantId: actor.tenant.id });
    for (const job of own.slice(0, Math.max(0, own.length - MOST_OF_ONE + 1))) await this.jobs.drop(job);
    if (this.jobs.held() + file.bytes.length > MOST_BYTES) throw new AppError("unavailable", "listImport.tooManyJobs", {});
    const job: Job = {
      ...newJob(this.services.now()), id: newId<"import">(), tenantId: actor.tenant.id, accountId: actor.accountId, organisations: actor.scope.organisations, startedBy: actor.displayName, kind, file,
      choices: NO_CHOICES, list: null, result: null,
    };
    this.jobs.add(job);
    this.read(job, actor, NO_CHOICES);
    return job;
  }

  openTo(actor: Actor): Job[] {
    return this.jobs.all().filter((job) => this.isOpenTo(job, actor));
  }

  /** Errors: not_found "listImport.jobUnknown", also for a job that is not the actor's; what made it fail. */
  get(actor: Actor, kind: string, id: string): Job {
    const job = this.jobs.find(id, (one) => one.kind.kind === kind && this.isOpenTo(one, actor));
    if (!job) throw new AppError("not_found", "listImport.jobUnknown", {});
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
    this.jobs.run(job, "committing", async (signal) => {
      job.result = await commitList(this.services, actor, list, signal);
      job.state = "done";
    });
  }

  /** Stops whatever the job does; what was not yet committed leaves nothing behind. */
  async cancel(job: Job): Promise<void> {
    if (job.state !== "done") await this.jobs.drop(job);
  }

  private read(job: Job, actor: Actor, choices: Choices): void {
    job.choices = choices;
    this.jobs.run(job, "reading", async (signal) => {
      job.list = await readList(this.services, actor, job.kind, job.file, choices, { signal, onProgress: (done, total) => this.jobs.tell(job, done, total) });
      job.state = "ready";
    });
  }

  private isOpenTo({ tenantId, accountId, organisations, kind, file }: Job, actor: Actor): boolean {
    if (tenantId !== actor.tenant.id || !mayTakeIn(kind, actor, file)) return false;
    if (accountId === actor.accountId) return true;
    return organisations.length === actor.scope.organisations.length && organisations.every((id) => actor.scope.organisations.includes(id));
  }
}

/** Errors: conflict "listImport.notReady". */
export function readyList(job: Job): ReadList {
  if (!job.list || (job.state !== "ready" && job.state !== "done")) throw new AppError("conflict", "listImport.notReady", { state: job.state });
  return job.list;
}
