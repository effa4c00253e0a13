import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { route } from "../../platform/http/contract.ts";

/** as in ../allowance/rules/policy-shape.ts, which pages do not load */
export const AREA_CLASSES = ["normal", "difficult", "especially_difficult"] as const;

export const VERDICTS = ["right", "over", "under", "open", "absent"] as const;

/** Whole đồng. `due` null: not determined, it lies between `least` and `most`. `difference`: paid less due, 0 unless certain. */
const Judged = z.object({
  paid: z.nullable(z.number()), due: z.nullable(z.number()), least: z.number(), most: z.nullable(z.number()), verdict: z.enum(VERDICTS), difference: z.number(), cell: z.nullable(z.string()),
});

export const PaymentLineView = z.object({
  sheet: z.string(), row: z.number(), name: z.string(), class: z.nullable(z.string()), openedOn: z.nullable(z.string()), policy: z.nullable(z.string()), group: z.nullable(z.string()), groupName: z.nullable(z.string()),
  days: z.nullable(z.number()), distanceKm: z.nullable(z.number()), outcome: z.nullable(z.string()), verdict: z.enum(["right", "over", "under", "both", "open", "unread"]), items: z.object({ cost: Judged, meal: Judged, travel: Judged }), total: Judged,
});
export type PaymentLineView = z.infer<typeof PaymentLineView>;

export const PaymentProblem = z.object({
  severity: z.enum(["error", "warning", "note"]), code: z.string(), sheet: z.string(), sheetIndex: z.number(), row: z.number(), cell: z.string(), name: z.nullable(z.string()),
  /** over, under, total, other */
  kind: z.string(), item: z.nullable(z.string()), paid: z.nullable(z.number()), due: z.nullable(z.number()), difference: z.nullable(z.number()), clause: z.nullable(z.string()), mark: z.nullable(z.string()), text: z.string(),
});
export type PaymentProblem = z.infer<typeof PaymentProblem>;

export const PaymentCheck = z.object({
  file: z.string(), dryRun: z.literal(true), committed: z.literal(false), changed: z.literal(false),
  /** how many classes of the records the lines were compared with */
  records: z.object({ used: z.boolean(), classes: z.number(), note: z.string() }),
  sheets: z.array(z.object({ name: z.string(), headingRow: z.number(), lines: z.number(), unit: z.number(), openedOn: z.nullable(z.string()), columns: z.array(z.object({ column: z.string(), heading: z.string(), field: z.nullable(z.string()) })) })),
  counts: z.object({ lines: z.number(), right: z.number(), over: z.number(), under: z.number(), open: z.number(), unread: z.number() }),
  /** sums of the lines: `due` null where a line is not determined; `over`, `under` of what is certain, both positive */
  money: z.object({ paid: z.number(), due: z.nullable(z.number()), over: z.number(), under: z.number() }),
  summary: z.string(), lines: z.array(PaymentLineView), problemCounts: z.object({ error: z.number(), warning: z.number(), note: z.number() }), problems: z.array(PaymentProblem),
});
export type PaymentCheck = z.infer<typeof PaymentCheck>;

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
export const PaymentCheckView = z.object({ token: z.string(), ...PaymentCheck.shape });
export type PaymentCheckView = z.infer<typeof PaymentCheckView>;

export const paymentListRoutes = {
  checkPayments: route({
    method: "POST", path: "/training/payment-lists/check", summary: "Kiểm tra danh sách chi trả hỗ trợ học nghề: chi thừa, chi thiếu theo ô; không ghi gì",
    query: z.object({
      fileName: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)), openedOn: z.optional(Day), areaClass: z.optional(z.enum(AREA_CLASSES)), cost: z.optional(z.coerce.number().check(z.int(), z.gte(0), z.lte(1_000_000_000))),
    }),
    body: "bytes", answer: PaymentCheckView,
  }),
  markedPayments: route({ method: "GET", path: "/training/payment-lists/:id/marked", summary: "Tệp chi trả có đánh dấu", params: z.object({ id: z.string().check(z.uuid()) }), answer: "file" }),
};
