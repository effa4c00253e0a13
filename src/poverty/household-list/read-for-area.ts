import { readWorkbookInWorker } from "../../exchange/workbook-client.ts";
import type { Problem } from "../../exchange/problem.ts";
import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { HOUSEHOLD_LIST, keptMappings, readHouseholdList, sayListProblem, type AreaHamlet, type ListKey, type ListMapping, type ListPreview } from "../../registry/public.ts";
import { rulesetsOf } from "../rulesets.ts";
import type { Choices } from "./contract.ts";
import { Hashes } from "./hash.ts";
import { areaContext } from "./list-context.ts";
import { listDay, mustTakeListOf } from "./list-day.ts";
import { mappingOf } from "./mappings.ts";
import type { ListPlan } from "./plan.ts";
import { planInArea } from "./plan-in-area.ts";
import { endsReview } from "./rules/list-dates.ts";

export interface ListFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly areaUid: string;
  readonly asOf: PlainDate;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A list read against its area and the registry, and what committing it would do. Nothing is written. */
export interface ReadList {
  readonly file: ListFile;
  readonly preview: ListPreview;
  readonly plan: ListPlan;
  readonly choices: Choices;
  readonly hashes: Hashes;
  readonly hamlets: readonly AreaHamlet[];
  /** of the area, on the list's day */
  readonly communes: readonly string[];
  readonly completeByDefault: boolean;
  /** when the same content was taken before, whatever the file it lay in */
  readonly importedAt: string | null;
  /** the last other list of one of its communes that was taken: one taken again after it is taken anew */
  readonly after: string | null;
}

export const NO_CHOICES: Choices = { mappings: [], hamlets: {}, complete: null, mends: {}, accept: [], leaveOut: [] };

/**
 * Errors: those of `mustTakeListOf`, forbidden "poverty.import.notAllowed", what opening a workbook may refuse ("exchange.…").
 */
export async function readForArea(services: Services, actor: Actor, file: ListFile, choices: Choices, options: ReadOptions = {}): Promise<ReadList> {
  const { areaUid, asOf } = file;
  mustTakeListOf(services, actor, areaUid, asOf);
  const { area, day, kept } = await services.door.read(actor, async (tx) => ({ day: await listDay(tx, services, areaUid, asOf), area: await areaContext(tx, areaUid, asOf, rulesetsOf(services)), kept: await keptMappings<ListKey>(tx, areaUid, HOUSEHOLD_LIST.id) }));
  const preview = await readFile(file, choices, { ...area.context, ...choicesContext(choices) }, kept, options);
  options.signal?.throwIfAborted();
  const hashes = new Hashes(services.config.keys);
  const completeByDefault = endsReview(asOf) && isWholeReview(preview);
  return services.door.read(actor, async (tx) => {
    const { plan } = await planInArea(tx, services, area, { preview, day, choices, complete: choices.complete ?? completeByDefault, hashes });
    return { file, preview, plan, choices, hashes, hamlets: area.hamlets, communes: area.communes, completeByDefault, ...(await earlierImports(tx, file, [...plan.changeovers.keys()], preview.reading.digest)) };
  });
}

/** When this content was taken for all of these communes, and the last other list of one of them that was taken. */
async function earlierImports(tx: Tx, { asOf }: ListFile, communes: readonly string[], digest: string): Promise<Pick<ReadList, "importedAt" | "after">> {
  const { rows } = await tx.client.query<{ importedAt: string | null; after: string | null }>(
    `select case when count(distinct unit_uid) filter (where own) = cardinality($1) then max(recorded_at) filter (where own)::text end as "importedAt",
       (array_agg(id order by recorded_at desc) filter (where not own))[1] as after
     from (select id, unit_uid, recorded_at, as_of = $3 and content_digest = $4 as own from import_batch where unit_uid = any ($1) and format = $2) b`,
    [communes, HOUSEHOLD_LIST.id, asOf, Buffer.from(digest, "hex")],
  );
  return rows[0]!;
}

/** The workbook after a review, or one with lists of those that left beside the list of those that are poor: they tell of every household. */
function isWholeReview({ plans }: ListPreview): boolean {
  const used = plans.filter((plan) => plan.used);
  return used.some(({ mapping }) => mapping.layout === "after-review") || (used.some(({ kind }) => kind.kind === "current") && used.some(({ kind }) => kind.kind !== "current"));
}

function choicesContext({ mends, accept, leaveOut }: Choices): { mends: ReadonlyMap<string, string | null>; acceptProposals: ReadonlySet<string>; leaveOut: ReadonlySet<string> } {
  return { mends: new Map(Object.entries(mends)), acceptProposals: new Set(accept), leaveOut: new Set(leaveOut) };
}

async function readFile(
  file: ListFile, choices: Choices, context: Parameters<typeof readHouseholdList>[1]["context"], kept: ReadonlyMap<string, Omit<ListMapping, "sheet" | "firstRow">>, { signal, onProgress }: ReadOptions,
): Promise<ListPreview> {
  const workbook = await readWorkbookInWorker(file.bytes, { ...(signal && { signal }), ...(onProgress && { onProgress }) });
  try {
    return await readHouseholdList(workbook, { context, mappings: choices.mappings.map(mappingOf), kept: (shape) => kept.get(shape), ...(signal && { signal }) });
  } finally {
    await workbook.close();
  }
}

const ELSEWHERE = "householdList.unitElsewhere";

/**
 * A list of another commune is refused whole, though its sheets of those who left name no commune; so is one whose list of the poor can
 * not be taken at all: the rest would say that nobody is poor. Both with the first reason.
 * Errors: refused "poverty.import.noList" | "poverty.import.otherCommune" | "poverty.import.nothingTaken".
 */
export function mustHaveSomething({ preview }: Pick<ReadList, "preview">): void {
  const { reading, plans } = preview;
  if (!plans.some((plan) => plan.used)) throw new AppError("refused", "poverty.import.noList", {});
  const tell = (code: string, problem: Problem | undefined, households: number): AppError => new AppError("refused", code, {
    households, sheet: problem?.sheet ?? "", cell: problem?.cell ?? "", problem: problem?.code ?? "", why: problem ? sayListProblem(problem) : "",
  });
  const current = new Set(reading.sheets.filter(({ kind }) => kind.kind === "current").map(({ sheet }) => sheet));
  const listed = reading.households.filter(({ sheet }) => current.has(sheet));
  const elsewhere = reading.problems.filter(({ code }) => code === ELSEWHERE);
  const lines = listed.reduce((sum, { members }) => sum + members.length, 0);
  if (new Set(elsewhere.map(({ sheetIndex, row }) => `${sheetIndex}!${row}`)).size * 2 > lines && elsewhere.length > 0) throw tell("poverty.import.otherCommune", elsewhere[0], listed.length);
  for (const households of [listed, reading.households]) {
    if (households.length > 0 && households.every(({ state }) => state === "rejected")) throw tell("poverty.import.nothingTaken", reading.problems.find(({ severity }) => severity === "error"), households.length);
  }
}
