import { getUnit } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { Parameters, listRoutes, PROBLEMS_PER_PAGE, type KindView, type ListJob, type TakenList } from "./contract.ts";
import { ListJobs, readyList, type Job } from "./jobs.ts";
import type { AnyListKind } from "./kind.ts";
import { templateOf } from "./template.ts";
import { markedCopyOf, previewOf, problemView } from "./view.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const MOST_TAKEN = 30;

/** Lists of every kind: read, corrected, written; the empty workbook of each. */
export function listImportApi(services: Services, wording: Wording, kinds: readonly AnyListKind[]): Api {
  const jobs = new ListJobs(services);
  const titleOf = (kind: string, language: Language): string => wording.text(kinds.find((one) => one.kind === kind)?.titleKey ?? kind, {}, language);
  /** Errors: not_found "listImport.kindUnknown"; forbidden "listImport.notAllowed". */
  const kindOf = (actor: Actor, name: string): AnyListKind => {
    const kind = kinds.find((one) => one.kind === name);
    if (!kind) throw new AppError("not_found", "listImport.kindUnknown", { kind: name });
    if (!kind.mayTake(actor, [])) throw new AppError("forbidden", "listImport.notAllowed", { role: actor.role });
    return kind;
  };
  const view = (job: Job, language: Language): ListJob => {
    if (job.state === "failed") throw job.failure;
    const { id, state, file, done, total, choices, result, list, startedBy, revision, kind } = job;
    return {
      id, kind: kind.kind, state, fileName: file.fileName, areaUid: file.areaUid, areaName: getUnit(file.areaUid).fullName, asOf: file.asOf, parameters: { ...file.parameters }, done, total, choices, result,
      preview: list && state !== "reading" ? previewOf(list, wording, language) : null, startedBy, revision,
    };
  };
  return api(listRoutes, {
    kinds: async ({ actor, language }) => {
      const own = kinds.filter((kind) => kind.mayTake(actor, []));
      return {
        kinds: own.map(({ kind }) => ({ kind, title: titleOf(kind, language) })),
        jobs: jobs.openTo(actor).map(({ id, kind: { kind }, state, file, startedBy, accountId }) => ({
          id, kind, title: titleOf(kind, language), state, fileName: file.fileName, areaName: getUnit(file.areaUid).fullName, asOf: file.asOf, startedBy, mine: accountId === actor.accountId,
        })),
        taken: (await takenLists(services, actor, own)).map(({ unitUid, ...list }) => ({ ...list, title: titleOf(list.kind, language), areaName: getUnit(unitUid).fullName })),
      };
    },
    kind: async ({ actor, params, language }) => kindView(services, actor, kindOf(actor, params.kind), wording, language),
    template: async ({ actor, params, language }) => templateFile(kindOf(actor, params.kind), wording, new Date(services.now()), language),
    start: async ({ actor, params, query, body }) => {
      const file = { bytes: body, fileName: query.fileName, areaUid: query.area, asOf: query.asOf, parameters: parametersOf(query.parameters) };
      return { id: (await jobs.start(actor, kindOf(actor, params.kind), file)).id };
    },
    job: async ({ actor, params, language }) => view(jobs.get(actor, params.kind, params.id), language),
    problems: async ({ actor, params, query: { severity, code, page }, language }) => {
      const found = readyList(jobs.get(actor, params.kind, params.id)).problems.filter((problem) => (!severity || problem.severity === severity) && (!code || problem.code === code));
      return { total: found.length, page, perPage: PROBLEMS_PER_PAGE, rows: found.slice((page - 1) * PROBLEMS_PER_PAGE, page * PROBLEMS_PER_PAGE).map((problem) => problemView(problem, wording, language)) };
    },
    choose: async ({ actor, params, body: { revision, ...choices }, commandId, language }) => {
      const job = jobs.get(actor, params.kind, params.id);
      await jobs.choose(actor, job, commandId, choices, revision);
      return view(job, language);
    },
    commit: async ({ actor, params, language }) => {
      const job = jobs.get(actor, params.kind, params.id);
      jobs.commit(actor, job);
      return view(job, language);
    },
    cancel: async ({ actor, params, language }) => {
      const job = jobs.get(actor, params.kind, params.id);
      await jobs.cancel(job);
      return view(job, language);
    },
    marked: async ({ actor, params, language }) => {
      const list = readyList(jobs.get(actor, params.kind, params.id));
      if (list.problems.length === 0) throw new AppError("not_found", "listImport.nothingMarked", {});
      const { bytes, is } = await markedCopyOf(list, wording, new Date(services.now()), language);
      return { name: `${list.file.fileName.replace(/\.\w{2,5}$/, "")} (${wording.text(`listImport.markedName.${is}`, {}, language)}).xlsx`, mime: XLSX, bytes };
    },
  });
}

export async function templateFile(kind: AnyListKind, wording: Wording, frozenAt: Date, language: Language): Promise<FileAnswer> {
  const word = (key: string): string => wording.text(`listImport.template.${key}`, {}, language);
  const title = wording.text(kind.titleKey, {}, language);
  const words = { sheet: word("sheet"), help: word("help"), column: word("column"), accepted: word("accepted"), example: word("example"), hint: word("hint") };
  return { name: `${title}.xlsx`, mime: XLSX, bytes: await templateOf(kind, title, words, frozenAt) };
}

function parametersOf(json: string): Record<string, string> {
  try {
    return Parameters.parse(JSON.parse(json));
  } catch (cause) {
    throw new AppError("invalid", "listImport.parametersUnreadable", { reason: (cause as Error).message });
  }
}

async function kindView(services: Services, actor: Actor, { kind, titleKey, about, format, parameters = [] }: AnyListKind, wording: Wording, language: Language): Promise<KindView> {
  const words = (key: string): string => wording.text(key, {}, language);
  const views = await services.door.read(actor, async (tx) => {
    const found: KindView["parameters"] = [];
    for (const { key, labelKey, type, required = false, options } of parameters) found.push({ key, label: words(labelKey), type, required, options: options ? [...(await options(tx, words))] : [] });
    return found;
  });
  return { kind, title: words(titleKey), about, fields: format.fields.map(({ key, label }) => ({ key, label })), parameters: views };
}

type TakenRow = Omit<TakenList, "title" | "areaName"> & { readonly unitUid: string };

const takenLists = (services: Services, actor: Actor, kinds: readonly AnyListKind[]): Promise<TakenRow[]> =>
  services.door.read(actor, async ({ client }) => {
    const { rows } = await client.query<TakenRow>(
      `select id, kind, file_name as "fileName", unit_uid as "unitUid", as_of::text as "asOf", recorded_at as "takenAt", actor_name as by, counts from list_import where kind = any ($1) order by recorded_at desc limit $2`,
      [kinds.map(({ kind }) => kind), MOST_TAKEN],
    );
    return rows.map((row) => ({ ...row, takenAt: new Date(row.takenAt).toISOString() }));
  });
