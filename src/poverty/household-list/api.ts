import type { Context } from "hono";
import type { Problem } from "../../exchange/problem.ts";
import { AppError } from "../../kernel/error.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import type { Language } from "../../platform/http/messages.ts";
import { markedList, type ListPreview } from "../../registry/public.ts";
import { importRoutes, PROBLEMS_PER_PAGE, type CheckedList, type ImportJob } from "./contract.ts";
import { ImportJobs, type Job } from "./jobs.ts";
import { OpenChecks, type CheckAnswer } from "./open-check.ts";
import { openImports } from "./open-imports.ts";
import { sayProblem } from "./say.ts";
import { listFields, previewOf, problemCounts, problemsOf, problemView, sheetViews } from "./view.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const MOST_TOLD = 500;

const callerOf = (context: Context): string => {
  const { incoming } = (context.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? "";
};

/** "danh-sach.xlsx" → "danh-sach (đánh dấu).xlsx" */
const markedName = (fileName: string, is: string, language: Language): string => {
  const words = language === "vi" ? { own: "đánh dấu", rejected_rows: "dòng chưa nhận" } : { own: "marked", rejected_rows: "rows not taken" };
  return `${fileName.replace(/\.\w{2,5}$/, "")} (${words[is as keyof typeof words]}).xlsx`;
};

async function markedFile(bytes: Uint8Array, fileName: string, preview: ListPreview, problems: readonly Problem[], now: number, language: Language): Promise<FileAnswer> {
  if (problems.length === 0) throw new AppError("not_found", "poverty.import.nothingMarked", {});
  const marked = await markedList(bytes, preview, new Date(now), language, problems, sayProblem);
  return { name: markedName(fileName, marked.is, language), mime: XLSX, bytes: marked.bytes };
}

function checkedView({ token, preview, problems }: CheckAnswer, language: Language): CheckedList {
  const { households, members } = preview.reading.counts;
  const counts = ({ accepted, accepted_with_warnings: acceptedWithWarnings, rejected }: typeof households) => ({ accepted, acceptedWithWarnings, rejected });
  return {
    token, sheets: sheetViews(preview), households: counts(households), members: counts(members),
    problems: problemCounts(problems, language), rows: problems.slice(0, MOST_TOLD).map((problem) => problemView(problem, language)), fields: listFields(),
  };
}

/** Import of recognised lists, and the open check of any list. */
export function householdListApi(services: Services): Api {
  const jobs = new ImportJobs(services);
  const checks = new OpenChecks(services);
  const view = (job: Job, language: Language): ImportJob => {
    if (job.state === "failed") throw job.failure;
    const { id, state, file, done, total, choices, result, list, startedBy, changedBy, revision } = job;
    return {
      id, state, fileName: file.fileName, areaUid: file.areaUid, areaName: jobs.areaName(job), asOf: file.asOf, done, total, choices, result,
      preview: list && state !== "reading" ? previewOf(list, language) : null, startedBy, changedBy, revision,
    };
  };
  return api(importRoutes, {
    fields: async () => ({ fields: listFields() }),
    open: async ({ actor }) => openImports(services, jobs, actor),
    start: async ({ actor, query, body }) => {
      const job = await jobs.start(actor, { bytes: body, fileName: query.fileName, areaUid: query.area, asOf: query.asOf });
      return { id: job.id };
    },
    job: async ({ actor, params, language }) => view(jobs.get(actor, params.id), language),
    problems: async ({ actor, params, query, language }) => {
      const { severity, code, page } = query;
      const found = problemsOf(jobs.readyList(jobs.get(actor, params.id))).filter((problem) => (!severity || problem.severity === severity) && (!code || problem.code === code));
      const rows = found.slice((page - 1) * PROBLEMS_PER_PAGE, page * PROBLEMS_PER_PAGE).map((problem) => problemView(problem, language));
      return { total: found.length, page, perPage: PROBLEMS_PER_PAGE, rows };
    },
    choose: async ({ actor, params, body: { revision, ...choices }, commandId, language }) => view(await jobs.choose(actor, params.id, commandId, choices, revision), language),
    commit: async ({ actor, params, language }) => view(jobs.commit(actor, params.id), language),
    cancel: async ({ actor, params, language }) => view(await jobs.cancel(actor, params.id), language),
    marked: async ({ actor, params, language }) => {
      const job = jobs.get(actor, params.id);
      const list = jobs.readyList(job);
      return markedFile(job.file.bytes, job.file.fileName, list.preview, problemsOf(list), services.now(), language);
    },
    check: async ({ query, body, language, context }) => checkedView(await checks.check(callerOf(context), { bytes: body, fileName: query.fileName, asOf: query.asOf }), language),
    checkAgain: async ({ params, body, language, context }) => checkedView(await checks.again(callerOf(context), params.id, body.mappings), language),
    checkedCopy: async ({ params, language }) => {
      const { bytes, fileName, preview, problems } = checks.get(params.id);
      return markedFile(bytes, fileName, preview, problems, services.now(), language);
    },
  });
}
