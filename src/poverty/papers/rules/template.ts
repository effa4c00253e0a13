import { z } from "zod";
import type { PlainDate } from "../../../kernel/date.ts";
import { DateText, hasSource, legalFields, SOURCE_MISSING } from "../../rules/certainty.ts";

export const PAPER_KINDS = ["certificate", "list", "annex", "notice", "explanation", "hamlet"] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/**
 * What a form says that law or practice fixes, for the days it is in use: form number, symbol, title, legal bases, headings, sentences. The
 * layout is in code. `texts`: headings and sentences by name; {…} in them is filled in.
 */
export const PaperTemplate = z
  .strictObject({
    kind: z.enum(PAPER_KINDS),
    id: z.string().min(1),
    validFrom: DateText,
    validTo: DateText.nullable(),
    formLine: z.string().min(1).nullable(),
    symbol: z.string().min(1).nullable(),
    title: z.string().min(1),
    bases: z.array(z.string().min(1)),
    texts: z.record(z.string(), z.string()),
    ...legalFields,
  })
  .refine(hasSource, SOURCE_MISSING);
export type PaperTemplate = z.infer<typeof PaperTemplate>;

/** The form in use on a day; the later begun of two. Undefined when none is known. */
export const templateOn = (templates: readonly PaperTemplate[], kind: PaperKind, on: PlainDate): PaperTemplate | undefined =>
  templates.filter((one) => one.kind === kind && one.certainty !== "unknown" && one.validFrom <= on && (one.validTo === null || on <= one.validTo)).toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];

export const fillText = (text: string, data: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => data[name] ?? whole);

export const NOT_COMPARED = "Mẫu và câu chữ theo thực tiễn, chưa đối chiếu văn bản.";
export const ILLUSTRATIVE = "Số liệu minh họa, không phải hồ sơ thật.";

/** Small print at the foot: how sure the form's wording is, and whether the data are made up. */
export function marksOf({ certainty, source }: Pick<PaperTemplate, "certainty" | "source">, illustrative: boolean): string[] {
  const where = source === null ? "" : ` (${source.doc})`;
  const wording = certainty === "text" ? [] : certainty === "second-hand" ? [`Nội dung mẫu theo nguồn mô tả lại${where}; câu chữ chưa đối chiếu nguyên văn.`] : [NOT_COMPARED];
  return [...wording, ...(illustrative ? [ILLUSTRATIVE] : [])];
}
