import { z } from "zod";
import { hasSource, legalFields, LegalNumber, SOURCE_MISSING, type Certainty } from "../../poverty/rules/certainty.ts";
import { checkDocuments, Documents } from "../../poverty/rules/documents.ts";
import { CERTIFICATE_KINDS, LEVELS } from "./codes.ts";

/** Whether a rule is applied; null while it is not known. */
const LegalFlag = z.strictObject({ holds: z.boolean().nullable(), ...legalFields }).refine(hasSource, SOURCE_MISSING);

/** What a class must fulfil, as data with its certainty. Only a rule read in a text refuses; the others warn and ask for a reason. */
export const ClassRules = z
  .strictObject({
    kind: z.literal("class-rules"), id: z.string().min(1), documents: Documents,
    maxLearners: LegalNumber,
    /** of a class whose learners are all disabled */
    maxDisabled: LegalNumber,
    minLearners: LegalNumber,
    soCapHours: LegalNumber,
    soCapMonths: LegalNumber,
    /** of the hours held that must be attended before the exam */
    theoryPercent: LegalNumber,
    practicePercent: LegalNumber,
    /** a signed contract before opening */
    contract: LegalFlag,
    /** a standing vocational licence for the trade, within its yearly quota */
    licence: LegalFlag,
    /** each policy group proven by a paper valid on the day of enrolment */
    evidence: LegalFlag,
    certificates: z.array(z.strictObject({ level: z.enum(LEVELS), kind: z.enum(CERTIFICATE_KINDS).nullable(), ...legalFields }).refine(hasSource, SOURCE_MISSING)),
  })
  .superRefine(checkDocuments);
export type ClassRules = z.infer<typeof ClassRules>;

/** Something that stands in the way; words in "training.reason.<code>". */
export interface Reason {
  readonly code: string;
  readonly certainty: Certainty;
  /** asked by the program itself, not by a rule of law that could be checked against its text */
  readonly own?: true;
  readonly data: Readonly<Record<string, string | number>>;
}

/** Reasons that an officer may go past with a reason of his own, and those that none may. */
export function sortReasons(reasons: readonly Reason[]): { readonly refused: readonly Reason[]; readonly warned: readonly Reason[] } {
  return { refused: reasons.filter(({ certainty }) => certainty === "text"), warned: reasons.filter(({ certainty }) => certainty !== "text") };
}
