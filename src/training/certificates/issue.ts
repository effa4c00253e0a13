import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { getClass } from "../classes/store.ts";
import { appendEnrolmentStep, enrolmentActions, getEnrolment, type Enrolment } from "../learners/store.ts";
import { mustRunClass } from "../policy.ts";
import type { CertificateKind } from "../rules/codes.ts";
import type { IssueBody, ReissueBody } from "./contract.ts";

interface NewCertificate {
  readonly kind: CertificateKind;
  readonly serialNo: string;
  readonly bookNo: string;
  readonly grade: string | null;
  readonly issuedOn: PlainDate;
  readonly signer: string;
  readonly replaces: string | null;
}

/** Inside a write. Errors: conflict "training.certificate.serialUsed": a number is given once in a province, also by another provider. */
export async function insertCertificate(tx: Tx, one: Enrolment, made: NewCertificate): Promise<{ id: string; change: Change }> {
  const id = newId() as string;
  const { rowCount } = await tx.client.query(
    `insert into training_certificate (id, enrolment_id, class_id, provider_id, unit_uid, hamlet_id, kind, serial_no, book_no, grade, issued_on, signer, replaces) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (serial_no) where voided_at is null do nothing`,
    [id, one.id, one.classId, one.providerId, one.unitUid, one.hamletId, made.kind, made.serialNo, made.bookNo, made.grade, made.issuedOn, made.signer, made.replaces],
  );
  if (rowCount === 0) throw new AppError("conflict", "training.certificate.serialUsed", { serialNo: made.serialNo, name: one.fullName });
  return { id, change: { entity: "training_certificate", entityId: id, kind: "added", hamletId: one.hamletId } };
}

/** Certificates for learners who passed: all or none. Errors: refused "training.learner.needsState"; conflict "training.certificate.serialUsed". */
export function issueCertificates(services: Services, actor: Actor, commandId: string, classId: string, input: IssueBody): Promise<{ count: number }> {
  if (input.issuedOn > services.today()) throw new AppError("refused", "training.dayToCome", { on: input.issuedOn });
  return services.door.write(actor, { commandId, name: "training.issueCertificates", input: { classId, ...input } }, async (tx) => {
    const found = await getClass(tx, classId);
    mustRunClass(actor, found);
    const recorded = await enrolmentActions(tx, input.lines.map(({ enrolmentId }) => enrolmentId));
    const changes: Change[] = [];
    for (const { enrolmentId, serialNo, bookNo, grade } of input.lines) {
      const one = await getEnrolment(tx, enrolmentId, "for update");
      if (one.classId !== classId) throw new AppError("not_found", "training.learnerUnknown", { id: enrolmentId });
      await appendEnrolmentStep(tx, one, recorded.get(enrolmentId) ?? [], { kind: "certify", on: input.issuedOn, serialNo });
      const { change } = await insertCertificate(tx, one, { kind: input.kind, serialNo, bookNo, grade: grade ?? one.grade, issuedOn: input.issuedOn, signer: input.signer, replaces: null });
      changes.push(change);
    }
    return { answer: { count: input.lines.length }, changes, subject: classId, unitUid: found.unitUid };
  });
}

interface Standing {
  readonly id: string;
  readonly enrolmentId: string;
  readonly serialNo: string;
  readonly kind: CertificateKind;
  readonly grade: string | null;
  readonly issuedOn: PlainDate;
}

/** Locked, standing. Errors: not_found "training.certificate.unknown"; refused "training.certificate.revokedBefore", "training.certificate.beforeIssue". */
async function forRevoking(tx: Tx, actor: Actor, id: string, on: PlainDate): Promise<{ certificate: Standing; one: Enrolment }> {
  const { rows } = await tx.client.query<Standing & { revoked: boolean }>(
    `select id, enrolment_id as "enrolmentId", serial_no as "serialNo", kind, grade, issued_on::text as "issuedOn", revoked_on is not null as revoked from training_certificate where id = $1 and voided_at is null for update`, [id]);
  const [certificate] = rows;
  if (!certificate) throw new AppError("not_found", "training.certificate.unknown", { id });
  const one = await getEnrolment(tx, certificate.enrolmentId, "for update");
  mustRunClass(actor, one);
  if (certificate.revoked) throw new AppError("refused", "training.certificate.revokedBefore", { serialNo: certificate.serialNo });
  if (on < certificate.issuedOn) throw new AppError("refused", "training.certificate.beforeIssue", { serialNo: certificate.serialNo, on: certificate.issuedOn });
  return { certificate, one };
}

const revoke = ({ client }: Tx, id: string, on: PlainDate, reason: string) => client.query("update training_certificate set revoked_on = $2, revoke_reason = $3 where id = $1", [id, on, reason]);

/** Taken back: its learner has passed, but holds none. */
export function revokeCertificate(services: Services, actor: Actor, commandId: string, id: string, { on, reason }: { readonly on: PlainDate; readonly reason: string }): Promise<{ id: string }> {
  if (on > services.today()) throw new AppError("refused", "training.dayToCome", { on });
  return services.door.write(actor, { commandId, name: "training.revokeCertificate", input: { id, on, reason } }, async (tx) => {
    const { one } = await forRevoking(tx, actor, id, on);
    await revoke(tx, id, on, reason);
    await appendEnrolmentStep(tx, one, (await enrolmentActions(tx, [one.id])).get(one.id) ?? [], { kind: "uncertify", on, reason });
    return { answer: { id }, changes: [{ entity: "training_certificate", entityId: id, kind: "ended", hamletId: one.hamletId }], subject: one.id, unitUid: one.unitUid };
  });
}

/** A new certificate in place of one lost, spoilt or wrong; the old number stays used. */
export function reissueCertificate(services: Services, actor: Actor, commandId: string, id: string, input: ReissueBody): Promise<{ id: string }> {
  const { issuedOn: on, reason } = input;
  if (on > services.today()) throw new AppError("refused", "training.dayToCome", { on });
  return services.door.write(actor, { commandId, name: "training.reissueCertificate", input: { id, ...input } }, async (tx) => {
    const { certificate, one } = await forRevoking(tx, actor, id, on);
    await revoke(tx, id, on, reason);
    const made = await insertCertificate(tx, one, { kind: certificate.kind, serialNo: input.serialNo, bookNo: input.bookNo, grade: certificate.grade, issuedOn: on, signer: input.signer, replaces: id });
    return { answer: { id: made.id }, changes: [{ entity: "training_certificate", entityId: id, kind: "ended", hamletId: one.hamletId }, made.change], subject: one.id, unitUid: one.unitUid };
  });
}
