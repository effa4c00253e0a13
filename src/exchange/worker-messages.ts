import type { ErrorKind } from "../kernel/error.ts";
import type { WorkbookLimits } from "./guards.ts";
import type { WorkbookSource } from "./read-workbook.ts";
import type { RowsSeen, SheetFacts, SheetRow, Workbook } from "./workbook.ts";

/** Messages to the thread that reads a workbook. Each `next` asks for one batch, so the reader never runs ahead by more than was asked. */
export type ToWorker =
  | { readonly type: "open"; readonly source: WorkbookSource; readonly limits: WorkbookLimits | undefined }
  | { readonly type: "rows"; readonly sheet: number; readonly stream: number }
  | { readonly type: "next"; readonly stream: number }
  | { readonly type: "stop"; readonly stream: number };

export type FromWorker =
  | { readonly type: "opened"; readonly kind: Workbook["kind"]; readonly sheets: SheetFacts[] }
  | { readonly type: "batch"; readonly stream: number; readonly rows: SheetRow[]; readonly done: number; readonly total: number }
  | { readonly type: "end"; readonly stream: number; readonly seen: RowsSeen; readonly done: number; readonly total: number }
  | { readonly type: "failed"; readonly error: { readonly kind: ErrorKind; readonly code: string; readonly data: Record<string, unknown> } | undefined; readonly text: string };
