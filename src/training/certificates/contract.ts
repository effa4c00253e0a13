import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { ById, Day, Id, maybe, MaybeString, Paging, Reason, Text, Year } from "../fields.ts";
import { CERTIFICATE_KINDS } from "../rules/codes.ts";

const Serial = z.string().check(z.trim(), z.regex(/^[\p{L}\d][\p{L}\d ./-]{0,39}$/u));
const IssueLine = z.object({ enrolmentId: Id, serialNo: Serial, bookNo: Serial, grade: maybe(Text) });
export const IssueBody = z.object({ kind: z.enum(CERTIFICATE_KINDS), issuedOn: Day, signer: Text, lines: z.array(IssueLine).check(z.minLength(1), z.maxLength(200)) });
export type IssueBody = z.infer<typeof IssueBody>;
export const ReissueBody = z.object({ serialNo: Serial, bookNo: Serial, issuedOn: Day, signer: Text, reason: Reason });
export type ReissueBody = z.infer<typeof ReissueBody>;

export const CertificateView = z.object({
  id: z.string(), enrolmentId: z.string(), classId: z.string(), classCode: z.string(), className: z.string(), trade: z.string(), provider: z.string(), fullName: z.string(), birthDate: MaybeString, birthYear: z.nullable(z.number()),
  kind: z.enum(CERTIFICATE_KINDS), serialNo: z.string(), bookNo: z.string(), grade: MaybeString, issuedOn: z.string(), signer: z.string(), revokedOn: MaybeString, revokeReason: MaybeString, replaces: MaybeString,
});
export type CertificateView = z.infer<typeof CertificateView>;

const Filter = { area: z.string(), on: z.optional(Day), q: z.optional(z.string()), classId: z.optional(Id), year: z.optional(Year), standing: z.optional(z.enum(["standing", "revoked"])) };

export const certificateRoutes = {
  certificates: route({ method: "GET", path: "/training/certificates", summary: "Sổ cấp chứng chỉ đào tạo", query: z.object({ ...Filter, ...Paging }), answer: z.object({ total: z.number(), page: z.number(), perPage: z.number(), rows: z.array(CertificateView), may: z.boolean() }) }),
  exportCertificates: route({ method: "POST", path: "/training/certificates.xlsx", summary: "Xuất sổ cấp chứng chỉ đúng như đang lọc", body: z.object({ ...Filter, purpose: Reason }), answer: "file" }),
  issueCertificates: route({ method: "POST", path: "/training/classes/:id/certificates", summary: "Cấp chứng chỉ cho học viên đạt", params: ById, body: IssueBody, answer: z.object({ count: z.number() }) }),
  revokeCertificate: route({ method: "POST", path: "/training/certificates/:id/revoke", summary: "Thu hồi, hủy một chứng chỉ", params: ById, body: z.object({ on: Day, reason: Reason }), answer: z.object({ id: z.string() }) }),
  reissueCertificate: route({ method: "POST", path: "/training/certificates/:id/reissue", summary: "Cấp lại chứng chỉ thay cho một chứng chỉ hỏng, mất, sai", params: ById, body: ReissueBody, answer: z.object({ id: z.string() }) }),
};
