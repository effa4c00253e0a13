import * as z from "zod/mini";
import { Day, Moment } from "../indicators/contract.ts";
import { route } from "../platform/http/contract.ts";

/** A run of words, or a number bound to an indicator: it opens to its source, in `year` where it is a target of another one. */
const Segment = z.object({ text: z.string(), figure: z.nullable(z.object({ indicator: z.string(), label: z.string(), year: z.nullable(z.number()), marks: z.array(z.string()) })) });

export const Narrative = z.object({
  title: z.string(),
  area: z.object({ uid: z.string(), name: z.string() }),
  year: z.number(),
  asOf: z.string(),
  fields: z.array(z.string()),
  paragraphs: z.array(z.object({ id: z.string(), segments: z.array(Segment) })),
  /** every number of the paragraphs, and those they are reckoned from; `value` is machine text */
  figures: z.array(z.object({ label: z.string(), indicator: z.string(), year: z.number(), value: z.string(), text: z.string(), unit: z.string(), marks: z.array(z.string()) })),
  plans: z.array(z.object({ indicator: z.string(), name: z.string(), years: z.string(), text: z.string(), document: z.string(), kind: z.string() })),
  /** what could not be said, and what to do about it */
  missing: z.array(z.object({ label: z.string(), code: z.string(), data: z.record(z.string(), z.unknown()), message: z.string() })),
});
export type Narrative = z.infer<typeof Narrative>;

const Asked = z.object({
  area: z.string(), year: z.coerce.number().check(z.int(), z.gte(2000), z.lte(2200)), period: z.optional(z.string()), on: z.optional(Day), knownAt: z.optional(Moment),
});

export const reportsRoutes = {
  narrative: route({ method: "GET", path: "/reports/narrative", summary: "Báo cáo năm của một địa bàn: đoạn văn và số liệu gắn kèm", query: Asked, answer: Narrative }),
  narrativeDocx: route({ method: "GET", path: "/reports/narrative.docx", summary: "Báo cáo năm, tệp Word theo thể thức văn bản", query: Asked, answer: "file" }),
};
