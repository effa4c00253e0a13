import { z } from "zod";
import { DateText } from "./certainty.ts";

/** Official documents by number; `date` is the signing date, null where it was not read; `via`: what was read in its stead. */
export const Documents = z.record(
  z.string(),
  z.strictObject({ kind: z.string().min(1), date: DateText.nullable(), inForce: DateText.optional(), via: z.string().min(1).optional() }),
);
export type Documents = z.infer<typeof Documents>;

type Path = (string | number)[];

/** Every `source.doc` anywhere below `node` must be listed in `documents`. */
export function checkDocuments(file: { documents: Documents }, context: z.RefinementCtx): void {
  const visit = (node: unknown, path: Path): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      const at = [...path, Array.isArray(node) ? Number(key) : key];
      const doc: unknown = key === "source" && value !== null ? (value as { doc?: unknown }).doc : undefined;
      if (typeof doc === "string" && !Object.hasOwn(file.documents, doc))
        context.addIssue({ code: "custom", message: "poverty.schema.documentMissing", params: { value: doc }, path: [...at, "doc"] });
      visit(value, at);
    }
  };
  visit(file, []);
}
