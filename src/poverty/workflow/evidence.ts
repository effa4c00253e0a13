import { readFile } from "node:fs/promises";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import { keepFile, pathOfFile, sha256Of } from "../../platform/keep-file.ts";
import { mayReview, maySurvey, must, mustWriteHamlet } from "../policy.ts";
import { openSet } from "../review/rounds.ts";

const MOST = 12 << 20;
const KINDS: readonly { readonly mime: string; readonly extension: string; readonly starts: readonly number[] }[] = [
  { mime: "image/jpeg", extension: "jpg", starts: [0xff, 0xd8, 0xff] },
  { mime: "image/png", extension: "png", starts: [0x89, 0x50, 0x4e, 0x47] },
  { mime: "application/pdf", extension: "pdf", starts: [0x25, 0x50, 0x44, 0x46] },
  { mime: "image/webp", extension: "webp", starts: [0x52, 0x49, 0x46, 0x46] },
];

/** A photo or scan is what its bytes say. Errors: too_large "poverty.photoTooLarge"; invalid "poverty.photoUnknown". */
function kindOf(bytes: Uint8Array): (typeof KINDS)[number] {
  if (bytes.length > MOST) throw new AppError("too_large", "poverty.photoTooLarge", { most: MOST >> 20 });
  const kind = KINDS.find(({ starts }) => starts.every((byte, i) => bytes[i] === byte));
  if (!kind) throw new AppError("invalid", "poverty.photoUnknown");
  return kind;
}

/** Keeps the bytes under their hash and writes their row in the same transaction; what was just put is taken back when it fails. */
export async function keepPhoto<T>(
  services: Services, actor: Actor, { commandId, name, subject }: { commandId: string; name: string; subject: string }, bytes: Uint8Array,
  work: (tx: Tx, sha256: Buffer, mime: string) => Promise<{ answer: T; unitUid: string; hamletId: string | null; entity: string; entityId: string }>,
): Promise<T> {
  const { mime, extension } = kindOf(bytes);
  const sha256 = sha256Of(bytes);
  const undo = await keepFile(services.config.data, sha256, bytes);
  try {
    return await services.door.write(actor, { commandId, name, input: { subject, sha256: sha256.toString("hex") } }, async (tx) => {
      const { answer, unitUid, hamletId, entity, entityId } = await work(tx, sha256, mime);
      return { answer, changes: [{ entity, entityId, kind: "changed", hamletId }], subject, unitUid, meta: { mime, bytes: bytes.length, extension } };
    });
  } catch (cause) {
    await undo();
    throw cause;
  }
}

/** A photo of the signed page closes a hamlet's step. Errors: not_found "poverty.meetingUnknown" | "poverty.postingUnknown". */
export function signPage(services: Services, actor: Actor, commandId: string, what: "meeting" | "posting", id: string, bytes: Uint8Array): Promise<{ sha256: string }> {
  must(mayReview, actor);
  return keepPhoto(services, actor, { commandId, name: "poverty.signPage", subject: id }, bytes, async (tx, sha256) => {
    const table = what === "meeting" ? "review_meeting" : "review_posting";
    const { rows } = await tx.client.query<{ roundId: string; setId: string; hamletId: string }>(
      `update ${table} set file = $2 where id = $1 and voided_at is null returning round_id as "roundId", result_set_id as "setId", hamlet_id as "hamletId"`, [id, sha256]);
    const row = rows[0];
    if (!row) throw new AppError("not_found", what === "meeting" ? "poverty.meetingUnknown" : "poverty.postingUnknown", { id });
    mustWriteHamlet(actor, row.hamletId);
    const { round } = await openSet(tx, row.roundId, row.setId);
    return { answer: { sha256: sha256.toString("hex") }, unitUid: round.unitUid, hamletId: row.hamletId, entity: table, entityId: id };
  });
}

/** A photo of a household's form, named by the survey that follows. */
export function keepFormPhoto(services: Services, actor: Actor, commandId: string, caseId: string, bytes: Uint8Array): Promise<{ sha256: string }> {
  must(maySurvey, actor);
  return keepPhoto(services, actor, { commandId, name: "poverty.keepFormPhoto", subject: caseId }, bytes, async (tx, sha256) => {
    const { rows } = await tx.client.query<{ roundId: string; setId: string; hamletId: string }>(`select round_id as "roundId", result_set_id as "setId", hamlet_id as "hamletId" from review_case where id = $1`, [caseId]);
    const row = rows[0];
    if (!row) throw new AppError("not_found", "poverty.caseUnknown", { id: caseId });
    mustWriteHamlet(actor, row.hamletId);
    const { round } = await openSet(tx, row.roundId, row.setId);
    return { answer: { sha256: sha256.toString("hex") }, unitUid: round.unitUid, hamletId: row.hamletId, entity: "review_case", entityId: caseId };
  });
}

/** A kept photo, for whoever may read the meeting, posting or assessment that names it. Errors: not_found "poverty.photoGone". */
export async function getPhoto(services: Services, actor: Actor, sha256: string): Promise<FileAnswer> {
  const hash = Buffer.from(sha256, "hex");
  const { rows } = await services.door.read(actor, ({ client }) => client.query(
    `select from review_meeting where file = $1 union all select from review_posting where file = $1 union all select from assessment where evidence_file = $1 limit 1`, [hash]));
  if (rows.length === 0) throw new AppError("not_found", "poverty.photoGone");
  services.views.note(actor, "poverty.viewPhoto", sha256);
  return keptPhoto(services, sha256);
}

/** The kept bytes of a photo that the caller may see. Errors: not_found "poverty.photoGone". */
export async function keptPhoto(services: Services, sha256: string): Promise<FileAnswer> {
  const bytes = await readFile(pathOfFile(services.config.data, Buffer.from(sha256, "hex"))).catch(() => {
    throw new AppError("not_found", "poverty.photoGone");
  });
  const { mime, extension } = kindOf(bytes);
  return { name: `anh-${sha256.slice(0, 8)}.${extension}`, mime, bytes };
}
