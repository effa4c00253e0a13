import { createHash } from "node:crypto";
import type { Problem } from "../../exchange/problem.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { matchWorkers, type WorkerAsked, type WorkerMatch } from "../match-workers.ts";
import { lookupOf } from "../sealing.ts";
import type { RowProblem } from "../rules/list-row.ts";
import type { WorkerInput } from "../rules/worker.ts";
import type { AnyListKind, ListAsked, PlacedRow } from "./kind.ts";
import { problemAt, type HamletTarget, type ReadRow } from "./place-rows.ts";

export interface Resolved {
  /** rows that can be taken */
  readonly rows: readonly (PlacedRow<unknown> & { readonly key: string; readonly digest: string })[];
  readonly problems: readonly Problem[];
  /** lines kept out here */
  readonly rejected: number;
  /** rows about a person who is not in the register */
  readonly unidentified: number;
}

export interface Resolving {
  readonly services: Services;
  readonly kind: AnyListKind;
  readonly asked: ListAsked;
  readonly sheetName: (sheet: number) => string;
  /** null while the hamlet is still to be made */
  readonly hamletId: (target: HamletTarget) => string | null;
}

/** No hamlet has it: nobody is found by name there. */
const NOWHERE = "00000000-0000-0000-0000-000000000000";

/** Looks the rows up in the register and among the rows taken before. Reads only, in the actor's scope. */
export async function resolveRows(tx: Tx, read: readonly ReadRow[], asked: Resolving): Promise<Resolved> {
  const problems: Problem[] = [];
  const out = new Set<ReadRow>();
  const tell = (row: ReadRow, problem: RowProblem): void => {
    problems.push(problemAt(asked.sheetName(row.line.sheet), row.line, problem));
    if (problem.severity === "error") out.add(row);
  };
  const workers = await workersOf(tx, read, asked, tell);
  const placed = read.filter((row) => !out.has(row)).map((row) => {
    const one = placedRow(row, workers.get(row) ?? null, asked);
    return { read: row, row: one, key: asked.kind.rowKey(one, asked.asked), digest: digestOf(one, asked) };
  });
  const first = new Map<string, (typeof placed)[number]>();
  for (const one of placed) {
    const before = first.get(one.key);
    const other = before && { otherRow: before.row.row, otherSheet: asked.sheetName(before.row.sheet) };
    if (other === undefined) first.set(one.key, one);
    else tell(one.read, before!.digest === one.digest ? { severity: "note", code: "listImport.rowTwice", data: other } : { severity: "error", code: "listImport.rowConflict", data: other });
  }
  const once = [...first.values()];
  const known = await knownRows(tx, asked.kind, once.map(({ key }) => key));
  const stated = once.map(({ read: line, row, key, digest }) => {
    const before = known.get(key);
    return { line, row: { ...row, key, digest, entityId: before?.entityId ?? null, state: before === undefined ? ("new" as const) : before.digest === digest ? ("unchanged" as const) : ("changed" as const) } };
  });
  for (const { index, ...problem } of (await asked.kind.check?.(tx, stated.map(({ row }) => row), asked.asked)) ?? []) tell(stated[index]!.line, problem);
  const rows = stated.filter(({ line }) => !out.has(line)).map(({ row }) => row);
  return { rows, problems, rejected: out.size, unidentified: rows.filter(({ worker }) => worker !== null && worker.personId === null).length };
}

function placedRow({ line, value, commune, hamlet }: ReadRow, worker: WorkerInput | null, { hamletId }: Resolving): PlacedRow<unknown> {
  const id = hamlet === null ? null : hamletId(hamlet);
  return { value, sheet: line.sheet, row: line.row, commune, hamletId: id, place: id ?? (hamlet !== null && "key" in hamlet ? hamlet.key : ""), worker, person: line.person, entityId: null, state: "new" };
}

async function workersOf(tx: Tx, read: readonly ReadRow[], { services, kind, hamletId }: Resolving, tell: (row: ReadRow, problem: RowProblem) => void): Promise<ReadonlyMap<ReadRow, WorkerInput>> {
  if (kind.about !== "worker") return new Map();
  const people = read.filter(({ line }) => line.person !== null);
  const asked = people.map(({ line, hamlet }): WorkerAsked => ({
    fullName: line.person!.name, birthYear: line.person!.birth?.year ?? null, hamletId: (hamlet === null ? null : hamletId(hamlet)) ?? NOWHERE, identity: line.person!.identity?.number ?? null,
  }));
  const matches = await matchWorkers(tx, services.config.keys, asked);
  const names = await namesOf(tx, matches);
  return new Map(people.map((row, i) => {
    const match = matches[i]!;
    const { name, birth, sex } = row.line.person!;
    if (match.kind === "ambiguous") tell(row, { severity: "error", code: "listImport.personSeveral", field: "member_name", data: { name, count: match.personIds.length, found: match.personIds.map((id) => names.get(id) ?? "").join("; ") } });
    const onFile = match.kind === "found" && match.by === "number" ? names.get(match.personId) : undefined;
    if (onFile !== undefined && fold(onFile.split(",")[0]!) !== fold(name)) tell(row, { severity: "warning", code: "listImport.numberOfOther", field: "identity", data: { name, onFile } });
    return [row, { personId: match.kind === "found" ? match.personId : null, hamletId: asked[i]!.hamletId === NOWHERE ? "" : asked[i]!.hamletId, fullName: name, birthDate: birth?.date ?? null, birthYear: birth?.year ?? null, sex }] as const;
  }));
}

/** "Lê Văn An, chủ hộ Lê Văn Tư": how an officer tells two people of one name apart. */
async function namesOf({ client }: Tx, matches: readonly WorkerMatch[]): Promise<ReadonlyMap<string, string>> {
  const ids = matches.flatMap((match) => (match.kind === "ambiguous" ? match.personIds : match.kind === "found" && match.by === "number" ? [match.personId] : []));
  if (ids.length === 0) return new Map();
  const { rows } = await client.query<{ id: string; name: string; head: string | null }>(
    `select p.id, p.full_name as name, (select h.head_name from membership m join household h on h.id = m.household_id where m.person_id = p.id and m.voided_at is null and m.valid_to is null limit 1) as head
     from person p where p.id = any ($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, name, head }) => [id, head === null ? name : `${name}, chủ hộ ${head}`]));
}

/** All that would be stored of a row; an identity number as its keyed hash. */
function digestOf(row: PlacedRow<unknown>, { services, kind }: Resolving): string {
  const { value, commune, worker, person, hamletId } = row;
  const number = person?.identity === null || person === null ? null : lookupOf(services.config.keys, person.identity.number).toString("base64");
  return createHash("sha256").update(JSON.stringify([kind.says === undefined ? [value, commune, hamletId, worker] : kind.says(row), number])).digest("hex");
}

async function knownRows(tx: Tx, kind: AnyListKind, keys: readonly string[]): Promise<ReadonlyMap<string, { readonly entityId: string; readonly digest: string }>> {
  const { rows } = await tx.client.query<{ key: string; entityId: string; digest: string }>(
    `select row_key as key, entity_id as "entityId", encode(digest, 'hex') as digest from list_import_row where kind = $1 and row_key = any ($2) order by recorded_at`, [kind.kind, keys],
  );
  const standing = kind.stands === undefined ? null : await kind.stands(tx, rows.map(({ entityId }) => entityId));
  return new Map(rows.filter(({ entityId }) => standing === null || standing.has(entityId)).map(({ key, ...row }) => [key, row]));
}
