import * as z from "zod/mini";
import { isPlainDate } from "../../kernel/date.ts";
import { fold, tidySpaces } from "../../kernel/text/fold.ts";

/**
 * Somebody as a class list, a hamlet's monthly list or a fair names him: kept with the record, so that it can be read without any right to the
 * registry, and so that a row without identity number is not lost. `personId` null: "chưa định danh". Sex: 0 unknown, 1 male, 2 female.
 */
export const WorkerInput = z.object({
  personId: z.optional(z.nullable(z.uuid())),
  hamletId: z.uuid(),
  fullName: z.string().check(z.minLength(2), z.maxLength(120)),
  birthDate: z.optional(z.nullable(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")))),
  birthYear: z.optional(z.nullable(z.number().check(z.int(), z.gte(1850), z.lte(2200)))),
  sex: z.optional(z.union([z.literal(0), z.literal(1), z.literal(2)])),
});
export type WorkerInput = z.infer<typeof WorkerInput>;

/** The columns that stand for a worker in every table of the labour half. */
export interface WorkerColumns {
  readonly hamlet_id: string;
  readonly person_id: string | null;
  readonly full_name: string;
  readonly birth_date: string | null;
  readonly birth_year: number | null;
  readonly sex: number;
  readonly subject_key: string;
}

type Named = Pick<WorkerInput, "personId" | "fullName" | "birthYear" | "birthDate" | "hamletId">;

const birthYearOf = ({ birthDate, birthYear }: Pick<Named, "birthDate" | "birthYear">): number | null => (birthDate ? Number(birthDate.slice(0, 4)) : (birthYear ?? null));

/** What tells two people apart when they are counted: the person on file, else name, year of birth and hamlet. */
export const subjectKey = (worker: Named): string => worker.personId ?? `${fold(worker.fullName)}|${birthYearOf(worker) ?? ""}|${worker.hamletId}`;

export const workerColumns = (worker: WorkerInput): WorkerColumns => ({
  hamlet_id: worker.hamletId,
  person_id: worker.personId ?? null,
  full_name: tidySpaces(worker.fullName),
  birth_date: worker.birthDate ?? null,
  birth_year: birthYearOf(worker),
  sex: worker.sex ?? 0,
  subject_key: subjectKey(worker),
});
