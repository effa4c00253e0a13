import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { PrintFormat } from "../../papers/contract.ts";
import { route } from "../../platform/http/contract.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const Id = z.string().check(z.uuid());
const Ids = z.array(Id).check(z.minLength(1), z.maxLength(5_000));
const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const Reason = z.string().check(z.trim(), z.minLength(5), z.maxLength(500));
const ById = z.object({ id: Id });

/** `areaUid`: a commune, or what lies above it; `hamletIds`, `householdIds`: all when not given */
const Chosen = { areaUid: Text, on: Day, hamletIds: z.optional(Ids), householdIds: z.optional(Ids) };

export const LIST_PAPERS = ["poor", "near_poor", "escaped_poor", "escaped_near_poor", "annex", "notice"] as const;

const QrView = z.object({ id: z.string(), address: z.string(), document: z.string(), from: z.string(), to: z.nullable(z.string()) });

export const STEP_PAPERS = ["meeting", "minutes", "posting", "all"] as const;

/** What can be printed for an area on a day, hamlet by hamlet. */
export const PaperOverview = z.object({
  hamlets: z.array(z.object({ id: z.string(), label: z.string(), unit: z.string(), poor: z.number(), nearPoor: z.number(), escaped: z.number(), certificates: z.number(), without: z.number() })),
  qr: z.nullable(QrView),
  /** form of the certificate in use; null: none is known for the day */
  template: z.nullable(z.object({ id: z.string(), title: z.string(), source: z.string(), mark: z.nullable(z.string()), validTo: z.nullable(z.string()) })),
  may: z.object({ print: z.boolean(), issue: z.boolean(), qr: z.boolean() }),
});
export type PaperOverview = z.infer<typeof PaperOverview>;

export const CertificateView = z.object({
  id: z.string(), number: z.string(), unit: z.string(), issuedOn: z.string(), year: z.number(), state: z.enum(["valid", "withdrawn"]),
  /** of a withdrawn one: since when, and why: the officer's words, or null where the status ended */
  since: z.nullable(z.string()), reason: z.nullable(z.string()),
});
export type CertificateView = z.infer<typeof CertificateView>;

/** All that an open page tells: no name, no number. */
export const Verified = z.object({ state: z.enum(["valid", "withdrawn", "unknown"]), commune: z.nullable(z.string()), year: z.nullable(z.number()) });
export type Verified = z.infer<typeof Verified>;

export const paperRoutes = {
  paperOverview: route({ method: "GET", path: "/poverty/papers", summary: "Danh sách, giấy chứng nhận có thể in của địa bàn, theo ấp", query: z.object({ area: z.string(), on: Day }), answer: PaperOverview }),
  printList: route({
    method: "POST", path: "/poverty/papers/lists", summary: "In danh sách hộ, phụ lục quyết định, thông báo công khai",
    body: z.object({ areaUid: Text, on: Day, hamletIds: z.optional(Ids), lists: z.array(z.enum(LIST_PAPERS)).check(z.minLength(1), z.maxLength(LIST_PAPERS.length)), format: PrintFormat }), answer: "file",
  }),
  issueCertificates: route({
    method: "POST", path: "/poverty/certificates", summary: "Cấp số giấy chứng nhận cho hộ được công nhận chưa có giấy còn giá trị",
    body: z.object({ ...Chosen, startAt: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))) }), answer: z.object({ issued: z.number(), held: z.number() }),
  }),
  printCertificates: route({ method: "POST", path: "/poverty/certificates/print", summary: "In giấy chứng nhận đã cấp số", body: z.object({ ...Chosen, format: PrintFormat }), answer: "file" }),
  withdrawCertificate: route({ method: "POST", path: "/poverty/certificates/:id/withdraw", summary: "Thu hồi giấy chứng nhận", params: ById, body: z.object({ on: Day, reason: Reason }), answer: z.object({ id: z.string() }) }),
  householdCertificates: route({
    method: "GET", path: "/poverty/households/:id/certificates", summary: "Giấy chứng nhận của một hộ", params: ById, query: z.object({ on: Day }),
    answer: z.object({ certificates: z.array(CertificateView), recognised: z.boolean(), unitUid: z.string(), may: z.object({ issue: z.boolean(), explain: z.boolean() }) }),
  }),
  printExplanation: route({ method: "POST", path: "/poverty/households/:id/explanation", summary: "In phiếu giải thích kết quả cho hộ", params: ById, body: z.object({ on: Day, format: PrintFormat }), answer: "file" }),
  printHamletFile: route({
    method: "POST", path: "/poverty/rounds/:id/papers", summary: "In bộ hồ sơ ấp của đợt rà soát theo bước", params: ById,
    body: z.object({ resultSetId: Id, hamletIds: z.optional(Ids), step: z.enum(STEP_PAPERS), format: PrintFormat }), answer: "file",
  }),
  turnQrOn: route({ method: "POST", path: "/poverty/papers/qr", summary: "In mã QR trên giấy chứng nhận theo quyết định của tỉnh", body: z.object({ address: Text, document: Text, from: Day }), answer: z.object({ id: z.string() }) }),
  turnQrOff: route({ method: "POST", path: "/poverty/papers/qr/:id/off", summary: "Thôi in mã QR", params: ById, body: z.object({ to: Day, reason: Reason }), answer: z.object({ id: z.string() }) }),
  verifyCertificate: route({ method: "GET", path: "/verify/:token", summary: "Giấy chứng nhận còn giá trị hay đã thu hồi", open: true, params: z.object({ token: z.string().check(z.maxLength(100)) }), answer: Verified }),
};
