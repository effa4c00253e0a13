import { fold } from "../kernel/text/fold.ts";
import type { Actor } from "../platform/actor.ts";
import type { Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import type { FileAnswer } from "../platform/http/contract.ts";
import { writeWorkbook, type WrittenSheet } from "./write-workbook.ts";

const CHUNK = 5_000;
const MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const MOST_OF_NAME = 100;

export interface ExportAsked {
  readonly commandId: string;
  /** of the audit row: "registry.exportHouseholds" */
  readonly name: string;
  readonly input: unknown;
  /** typed by the person where the list tells of households or persons */
  readonly purpose?: string | undefined;
  readonly meta?: Readonly<Record<string, unknown>>;
}

export interface ExportedList {
  /** becomes the file's name, without marks */
  readonly fileName: string;
  readonly rows: number;
  readonly sheet: WrittenSheet;
}

/** All pages of a list in one transaction. */
export async function everyRow<R>(ask: (page: number, perPage: number) => Promise<{ readonly rows: readonly R[]; readonly total: number }>): Promise<R[]> {
  const rows: R[] = [];
  for (let page = 1; ; page++) {
    const found = await ask(page, CHUNK);
    rows.push(...found.rows);
    if (rows.length >= found.total || found.rows.length === 0) return rows;
  }
}

/** A list as a workbook, read in the actor's scope; who took it out, of what and why is written down before the file leaves. */
export async function exportList(services: Pick<Services, "door" | "now">, actor: Actor, asked: ExportAsked, read: (tx: Tx) => Promise<ExportedList>): Promise<FileAnswer> {
  const { commandId, name, input, purpose, meta = {} } = asked;
  const { fileName, rows, sheet } = await services.door.read(actor, read);
  await services.door.write(actor, { commandId, name, input, ...(purpose !== undefined && { purpose }) }, async () => ({ answer: { rows }, rows, meta }));
  const plain = fold(fileName).replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "").slice(0, MOST_OF_NAME);
  return { name: `${plain || "bang"}.xlsx`, mime: MIME, bytes: await writeWorkbook([sheet], new Date(services.now())) };
}
