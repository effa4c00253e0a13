import { z } from "zod";
import { SOURCE_MISSING, Words, hasSource, legalFields } from "./certainty.ts";
import { Documents, checkDocuments } from "./documents.ts";

/** An entry that officers tick: a cause of poverty, a characteristic of the household. */
export const CodeEntry = z
  .strictObject({
    code: z.string().min(1),
    name: Words,
    /** the officer must write what it is */
    needsText: z.boolean().optional(),
    ...legalFields,
  })
  .refine(hasSource, SOURCE_MISSING);
export type CodeEntry = z.infer<typeof CodeEntry>;

export const CodeList = z
  .strictObject({
    kind: z.literal("code-list"),
    id: z.string().min(1),
    name: Words,
    documents: Documents,
    entries: z.array(CodeEntry).min(1),
  })
  .superRefine(checkDocuments);
export type CodeList = z.infer<typeof CodeList>;
