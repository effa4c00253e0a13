import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { AreaType } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import { keepFile, pathOfFile, sha256Of } from "../../platform/keep-file.ts";
import { getNamedRuleset, rulesetsOf } from "../rulesets.ts";
import { say } from "../schema-words.ts";
import { impactOf, type PackImpact } from "./impact.ts";
import { mustKeepPacks } from "./policy.ts";
import { packProblems } from "./rules/pack-problems.ts";
import type { PackContent } from "./rules/score-pack.ts";
import { findActivePack, getPack, insertPack, replaceContent, retireRow, signPack, type PackLegal, type ScorePack } from "./store.ts";

const MOST = 30 << 20;
const PDF = "%PDF-";

/** Keeps the document that the points are read from. Errors: invalid "poverty.pack.legalNotPdf"; too_large "poverty.pack.legalTooLarge". */
export async function keepLegalFile(services: Services, actor: Actor, commandId: string, bytes: Uint8Array): Promise<{ sha256: string }> {
  mustKeepPacks(actor);
  if (bytes.length > MOST) throw new AppError("too_large", "poverty.pack.legalTooLarge", { most: MOST >> 20 });
  if (Buffer.from(bytes.subarray(0, PDF.length)).toString("latin1") !== PDF) throw new AppError("invalid", "poverty.pack.legalNotPdf");
  const hash = sha256Of(bytes);
  const sha256 = hash.toString("hex");
  const undo = await keepFile(services.config.data, hash, bytes);
  try {
    return await services.door.write(actor, { commandId, name: "poverty.keepPackSource", input: { sha256 } }, async () => ({ answer: { sha256 }, rows: 1, meta: { sha256, bytes: bytes.length } }));
  } catch (cause) {
    await undo();
    throw cause;
  }
}

/** The document of a table, for whoever may see the table. Errors: not_found "poverty.pack.unknown" | "poverty.pack.legalLost". */
export async function readLegalFile(services: Services, actor: Actor, packId: string): Promise<FileAnswer> {
  const pack = await services.door.read(actor, (tx) => getPack(tx, packId));
  const bytes = await readFile(pathOfFile(services.config.data, Buffer.from(pack.legal.file, "hex"))).catch(() => {
    throw new AppError("not_found", "poverty.pack.legalLost", { sha256: pack.legal.file });
  });
  return { name: `${pack.code}-${pack.version}-van-ban.pdf`, mime: "application/pdf", bytes };
}

export interface NewPack {
  readonly ruleset: string;
  readonly area: AreaType;
  readonly region: string | null;
  readonly legal: PackLegal;
  /** the version that this one corrects */
  readonly replaces: string | null;
}

const change = (id: string, kind: Change["kind"]): Change => ({ entity: "score_pack", entityId: id, kind });

/** "B1-2022-rural-NT6" */
const codeOf = ({ ruleset, area, region }: Pick<NewPack, "ruleset" | "area" | "region">): string => ["B1", ruleset.replace(/^VN-/, ""), area, ...(region === null ? [] : [region])].join("-");

/**
 * Enters a table of points as a draft; one of the same standard, area and region before it makes this the next version.
 * Errors: not_found "poverty.rulesetUnknown" | "poverty.pack.legalGone"; invalid "poverty.pack.noItems" | "poverty.pack.replacesOther"; forbidden "poverty.pack.onlyProvince".
 */
export function enterPack(services: Services, actor: Actor, commandId: string, asked: NewPack, content: Partial<PackContent>): Promise<{ id: string; version: number }> {
  mustKeepPacks(actor);
  getNamedRuleset(rulesetsOf(services), asked.ruleset, services.today());
  if (!existsSync(pathOfFile(services.config.data, Buffer.from(asked.legal.file, "hex")))) throw new AppError("not_found", "poverty.pack.legalGone", { file: asked.legal.file });
  const { items } = content;
  if (items === undefined) throw new AppError("invalid", "poverty.pack.noItems");
  return services.door.write(actor, { commandId, name: "poverty.enterScorePack", input: { ...asked, ...content } }, async (tx) => {
    const code = codeOf(asked);
    const before = asked.replaces === null ? null : await getPack(tx, asked.replaces, "for update");
    if (before !== null && before.code !== code) throw new AppError("invalid", "poverty.pack.replacesOther", { code, other: before.code });
    const { rows } = await tx.client.query<{ version: number }>("select coalesce(max(version), 0) + 1 as version from score_pack where unit_uid = $1 and code = $2", [actor.unitUid, code]);
    const { version } = rows[0]!;
    const id = newId<"score_pack">();
    await insertPack(tx, { ...asked, id, code, version, unitUid: actor.unitUid, items, examples: content.examples ?? [] });
    return { answer: { id: id as string, version }, changes: [change(id, "added")], subject: id, meta: { code, version } };
  });
}

/** Gives a draft's tables anew: the ones that the file has. Errors: refused "poverty.pack.notDraft". */
export function replacePack(services: Services, actor: Actor, commandId: string, id: string, content: Partial<PackContent>): Promise<{ id: string }> {
  return onPack(services, actor, commandId, "poverty.replaceScorePack", id, { content }, async (tx, pack) => {
    if (pack.status !== "draft") throw new AppError("refused", "poverty.pack.notDraft", nameOf(pack));
    await replaceContent(tx, id, { ...pack, ...content });
    return { answer: { id }, changes: [change(id, "changed")] };
  });
}

const nameOf = ({ code, version }: ScorePack) => ({ code, version: String(version) });

function mustBeWhole(pack: ScorePack, language: Language): void {
  const problems = packProblems(pack);
  if (problems.length > 0) throw new AppError("refused", "poverty.pack.hasProblems", { ...nameOf(pack), codes: problems.map(({ code }) => code), problems: problems.map(({ code, data }) => say(code, data, language)).join("\n") });
}

function mustBeAnother(actor: Actor, ...before: readonly (ScorePack["checked"])[]): void {
  const same = before.find((one) => one?.id === actor.accountId);
  if (same) throw new AppError("refused", "poverty.pack.samePerson", { name: same.name });
}

/** A second person has held the table against the document; from now on it is not changed. Errors: refused "poverty.pack.notDraft" | "poverty.pack.samePerson" | "poverty.pack.hasProblems". */
export function checkPack(services: Services, actor: Actor, commandId: string, id: string, language: Language): Promise<{ id: string }> {
  return onPack(services, actor, commandId, "poverty.checkScorePack", id, {}, async (tx, pack) => {
    if (pack.status !== "draft") throw new AppError("refused", "poverty.pack.notDraft", nameOf(pack));
    mustBeAnother(actor, pack.entered);
    mustBeWhole(pack, language);
    await signPack(tx, id, "checked");
    return { answer: { id }, changes: [change(id, "changed")] };
  });
}

/**
 * A third person puts the table in force; the one in force for the same standard and area ends. Nothing is scored anew: the answer counts
 * and names the households that the new table would judge otherwise. Errors: refused "poverty.pack.notChecked" | "poverty.pack.samePerson" | "poverty.pack.hasProblems".
 */
export function activatePack(services: Services, actor: Actor, commandId: string, id: string, language: Language): Promise<PackImpact> {
  return onPack(services, actor, commandId, "poverty.activateScorePack", id, {}, async (tx, pack) => {
    if (pack.status !== "checked") throw new AppError("refused", "poverty.pack.notChecked", nameOf(pack));
    mustBeAnother(actor, pack.entered, pack.checked);
    mustBeWhole(pack, language);
    const impact = await impactOf(tx, services, pack);
    const before = await findActivePack(tx, pack.ruleset, pack.area);
    if (before) await retireRow(tx, before.id, say("poverty.pack.retiredBy", nameOf(pack), "vi"));
    await signPack(tx, id, "activated");
    return { answer: impact, changes: [...(before ? [change(before.id, "ended")] : []), change(id, "changed")], meta: { ...nameOf(pack), scored: impact.scored, differ: impact.households.length } };
  });
}

/** Errors: refused "poverty.pack.retiredAlready". */
export function retirePack(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  return onPack(services, actor, commandId, "poverty.retireScorePack", id, { reason }, async (tx, pack) => {
    if (pack.status === "retired") throw new AppError("refused", "poverty.pack.retiredAlready", nameOf(pack));
    await retireRow(tx, id, reason);
    return { answer: { id }, changes: [change(id, "ended")] };
  });
}

function onPack<Answer>(
  services: Services, actor: Actor, commandId: string, name: string, id: string, input: object, work: (tx: Tx, pack: ScorePack) => Promise<{ answer: Answer; changes: readonly Change[]; meta?: Record<string, unknown> }>,
): Promise<Answer> {
  mustKeepPacks(actor);
  return services.door.write(actor, { commandId, name, input: { id, ...input } }, async (tx) => {
    const pack = await getPack(tx, id, "for update");
    return { ...(await work(tx, pack)), subject: id, unitUid: pack.unitUid };
  });
}
