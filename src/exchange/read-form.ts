import { AppError } from "../kernel/error.ts";
import type { TemplatePlace } from "./fill-template.ts";
import { findHeadings } from "./headings.ts";
import type { ListFormat } from "./list-format.ts";
import { type ColumnProposal, knowsHeading, proposeMapping } from "./propose-mapping.ts";
import { openWorkbook } from "./read-workbook.ts";
import type { SheetRow } from "./workbook.ts";

/** What a receiver's empty form asks: where its rows begin, its columns with the fields proposed for them. */
export interface FormRead<Key extends string> {
  readonly sheetName: string;
  readonly place: TemplatePlace<Key>;
  readonly columns: readonly ColumnProposal<Key>[];
}

/**
 * Reads the first sheet of an empty workbook whose headings the format knows; `enough` says which fields make it a form of this list.
 * Errors: refused "exchange.formNotRead".
 */
export async function readForm<Key extends string>(template: Uint8Array, format: ListFormat<Key>, enough: (keys: readonly Key[]) => boolean): Promise<FormRead<Key>> {
  const workbook = await openWorkbook(template);
  try {
    for (const facts of workbook.sheets) {
      const rows: SheetRow[] = [];
      for await (const batch of workbook.rows(facts.index)) rows.push(...batch);
      const headings = findHeadings(rows, facts.merges, knowsHeading(format));
      const { mapping, columns } = proposeMapping(format, facts.index, rows, headings, facts.name);
      if (!headings || !enough(Object.values(mapping.columns) as Key[])) continue;
      return { sheetName: facts.name, place: { sheet: facts.index, firstRow: headings.dataFrom, columns: mapping.columns }, columns };
    }
  } finally {
    await workbook.close();
  }
  throw new AppError("refused", "exchange.formNotRead");
}
