import type { AreaType } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Tx } from "../../platform/door.ts";
import type { PackContent, PackStatus } from "./rules/score-pack.ts";

/** Where the points were read; `file`: sha256 in hex of the document. */
export interface PackLegal {
  readonly doc: string;
  readonly annex: string;
  readonly page: string | null;
  readonly file: string;
}

interface Signed {
  readonly id: string;
  readonly name: string;
  readonly at: string;
}

/** A table of points of B1 with who entered, checked and activated it. */
export interface ScorePack extends PackContent {
  readonly id: string;
  readonly unitUid: string;
  readonly code: string;
  readonly version: number;
  readonly replaces: string | null;
  readonly ruleset: string;
  readonly area: AreaType;
  readonly region: string | null;
  readonly legal: PackLegal;
  readonly status: PackStatus;
  readonly entered: Signed;
  readonly checked: Signed | null;
  readonly activated: Signed | null;
  readonly retired: { readonly at: string; readonly reason: string } | null;
}

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const signed = (verb: string): string => `json_build_object('id', p.${verb}_by, 'name', p.${verb}_name, 'at', ${iso(`p.${verb}_at`)})`;
const PACK = `select p.id, p.unit_uid as "unitUid", p.code, p.version, p.replaces, p.ruleset, p.area, p.region, p.status, p.items, p.examples,
  json_build_object('doc', p.legal_doc, 'annex', p.legal_annex, 'page', p.legal_page, 'file', encode(p.legal_file, 'hex')) as legal, ${signed("entered")} as entered,
  case when p.checked_by is not null then ${signed("checked")} end as checked, case when p.activated_by is not null then ${signed("activated")} end as activated,
  case when p.retired_at is not null then json_build_object('at', ${iso("p.retired_at")}, 'reason', p.retire_reason) end as retired from score_pack p`;

export async function listPacks({ client }: Tx): Promise<ScorePack[]> {
  return (await client.query<ScorePack>(`${PACK} order by p.code, p.version desc`)).rows;
}

/** Errors: not_found "poverty.pack.unknown". */
export async function getPack({ client }: Tx, id: string, lock: "" | "for update" = ""): Promise<ScorePack> {
  const { rows } = await client.query<ScorePack>(`${PACK} where p.id = $1 ${lock}`, [id]);
  if (!rows[0]) throw new AppError("not_found", "poverty.pack.unknown", { id });
  return rows[0];
}

/** The one table in force for a standard and a type of area, if the province has one. */
export async function findActivePack({ client }: Tx, ruleset: string, area: AreaType): Promise<ScorePack | undefined> {
  return (await client.query<ScorePack>(`${PACK} where p.status = 'active' and p.ruleset = $1 and p.area = $2`, [ruleset, area])).rows[0];
}

export async function insertPack({ client, actor }: Tx, pack: Omit<ScorePack, "entered" | "status" | "checked" | "activated" | "retired">): Promise<void> {
  const { legal } = pack;
  await client.query(
    `insert into score_pack (id, unit_uid, code, version, replaces, ruleset, area, region, legal_doc, legal_annex, legal_page, legal_file, items, examples, entered_by, entered_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [pack.id, pack.unitUid, pack.code, pack.version, pack.replaces, pack.ruleset, pack.area, pack.region, legal.doc, legal.annex, legal.page, Buffer.from(legal.file, "hex"),
      JSON.stringify(pack.items), JSON.stringify(pack.examples), actor.accountId, actor.displayName],
  );
}

/** A draft's tables, given anew by whoever does it now: that account has entered it. */
export async function replaceContent({ client, actor }: Tx, id: string, { items, examples }: PackContent): Promise<void> {
  await client.query("update score_pack set items = $2, examples = $3, entered_by = $4, entered_name = $5, entered_at = now() where id = $1 and status = 'draft'",
    [id, JSON.stringify(items), JSON.stringify(examples), actor.accountId, actor.displayName]);
}

export async function signPack({ client, actor }: Tx, id: string, verb: "checked" | "activated"): Promise<void> {
  await client.query(`update score_pack set status = $2, ${verb}_by = $3, ${verb}_name = $4, ${verb}_at = now() where id = $1`, [id, verb === "checked" ? "checked" : "active", actor.accountId, actor.displayName]);
}

export async function retireRow({ client }: Tx, id: string, reason: string): Promise<void> {
  await client.query("update score_pack set status = 'retired', retired_at = now(), retire_reason = $2 where id = $1", [id, reason]);
}
