import { LIST_FIELDS, type ListMapping } from "../../registry/public.ts";
import { AppError } from "../../kernel/error.ts";

/** A mapping as sent: column numbers as text. Errors: invalid "poverty.import.fieldUnknown". */
export function mappingOf(given: { sheet: number; firstRow: number; columns: Record<string, string>; layout?: string | undefined }): ListMapping {
  const known = new Set<string>(LIST_FIELDS);
  for (const field of Object.values(given.columns)) if (!known.has(field)) throw new AppError("invalid", "poverty.import.fieldUnknown", { field });
  return given as unknown as ListMapping;
}
