import type { Actor } from "../platform/actor.ts";
import type { Services } from "../platform/feature.ts";
import type { FileAnswer } from "../platform/http/contract.ts";
import type { PrintFormat } from "./contract.ts";
import type { Paper } from "./paper.ts";
import { renderPaper, type PaperMeta } from "./render.ts";

/** What is handed out: the papers, and what the log says of them. */
export interface PrintJob {
  readonly papers: readonly Paper[];
  readonly meta: PaperMeta;
  /** what the papers speak of: a household, a hamlet, a unit */
  readonly subject: string | null;
  /** persons' papers or households listed */
  readonly count: number;
  /** the unit the print is filed under; the actor's own where not given */
  readonly unitUid?: string;
}

export interface PrintRequest {
  readonly actor: Actor;
  readonly commandId: string;
}

export interface Printed {
  /** feature.verb: "poverty.printCertificates" */
  readonly name: string;
  /** what was asked, for the command's digest */
  readonly input: unknown;
  readonly format: PrintFormat;
  readonly purpose?: string | undefined;
}

/** One row of the audit trail: who printed what of whom, how many, in which format. Asked again with the same command id it is not logged twice. */
export async function logPrint(services: Services, { actor, commandId }: PrintRequest, { name, input, format, purpose }: Printed, job: PrintJob): Promise<void> {
  const kinds = [...new Set(job.papers.map((paper) => paper.kind))].toSorted();
  await services.door.write(actor, { commandId, name, input: { input, format }, ...(purpose ? { purpose } : {}) }, async () => ({
    answer: null, rows: job.count, ...(job.subject === null ? {} : { subject: job.subject }), ...(job.unitUid === undefined ? {} : { unitUid: job.unitUid }), meta: { kinds, format, papers: job.papers.length },
  }));
}

/**
 * Answers a "file" route with papers about persons: makes the file, writes the log, and only then hands it out. For "screen" and "print" the
 * file is the papers themselves as JSON, which the page draws (`papers/web`).
 */
export async function handOut(services: Services, request: PrintRequest, printed: Printed, job: PrintJob): Promise<FileAnswer> {
  const { format } = printed;
  const file = format === "screen" || format === "print"
    ? { name: "papers.json", mime: "application/json", bytes: new TextEncoder().encode(JSON.stringify(job.papers)) }
    : await renderPaper(job.papers, format, job.meta);
  await logPrint(services, request, printed, job);
  return file;
}
