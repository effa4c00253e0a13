import type { PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import { reachOf } from "../areas.ts";
import type { CertificateView } from "./contract.ts";

export interface CertificatesAsked {
  readonly area: string;
  readonly q?: string | undefined;
  readonly classId?: string | undefined;
  readonly year?: number | undefined;
  readonly standing?: string | undefined;
  readonly page: number;
  readonly perPage: number;
}

/** The book of certificates of an area or a provider, the latest first. */
export async function listCertificates(tx: Tx, asked: CertificatesAsked, on: PlainDate): Promise<{ total: number; rows: CertificateView[] }> {
  const values: unknown[] = [];
  const parts = ["k.voided_at is null"];
  const where = (condition: (n: string) => string, value: unknown): void => {
    if (value === undefined || value === "") return;
    parts.push(condition(`$${values.push(value)}`));
  };
  const reach = asked.classId === undefined ? await reachOf(tx, asked.area, on) : null;
  if (reach !== null) {
    values.push(reach.units, reach.hamlets);
    parts.push("(k.unit_uid = any ($1) or k.hamlet_id = any ($2))");
  }
  where((n) => `k.class_id = ${n}`, asked.classId);
  where((n) => `extract(year from k.issued_on) = ${n}`, asked.year);
  where((n) => `(k.revoked_on is null) = (${n} = 'standing')`, asked.standing);
  where((n) => `(lower(k.serial_no) = ${n} or lower(k.book_no) = ${n} or split_part(e.subject_key, '|', 1) like '%' || ${n} || '%' or lower(e.full_name) like '%' || ${n} || '%')`, asked.q && fold(asked.q));
  const { rows } = await tx.client.query<CertificateView & { total: number }>(
    `select k.id, k.enrolment_id as "enrolmentId", k.class_id as "classId", c.code as "classCode", c.name as "className", t.name as trade, o.name as provider, e.full_name as "fullName", e.birth_date::text as "birthDate",
       e.birth_year as "birthYear", k.kind, k.serial_no as "serialNo", k.book_no as "bookNo", k.grade, k.issued_on::text as "issuedOn", k.signer, k.revoked_on::text as "revokedOn", k.revoke_reason as "revokeReason",
       (select r.serial_no from training_certificate r where r.id = k.replaces) as replaces, count(*) over ()::int as total
     from training_certificate k join enrolment e on e.id = k.enrolment_id join training_class c on c.id = k.class_id join trade t on t.code = c.trade_code join organisation o on o.id = k.provider_id
     where ${parts.join(" and ")} order by k.issued_on desc, length(k.book_no), k.book_no, k.id limit $${values.length + 1} offset $${values.length + 2}`,
    [...values, asked.perPage, (asked.page - 1) * asked.perPage],
  );
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) };
}
