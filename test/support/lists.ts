import ExcelJS from "exceljs";
import { listRoutes, type ListJob } from "../../src/registry/list-import/contract.ts";
import type { Person } from "./app.ts";

export type Cells = readonly (string | number | Date | null)[];

/** One sheet: lines above, headings, rows. */
export async function sheetOf(headings: readonly string[], rows: readonly Cells[], title: readonly string[] = ["DANH SÁCH"]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Danh sách");
  for (const line of title) sheet.addRow([line]);
  sheet.addRow([...headings]);
  for (const row of rows) sheet.addRow([...row]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export interface Sent {
  readonly kind: string;
  readonly area: string;
  readonly asOf: string;
  readonly body: Uint8Array;
  readonly parameters?: Readonly<Record<string, string>>;
}

export async function jobOf(person: Person, kind: string, id: string, states: readonly ListJob["state"][]): Promise<ListJob> {
  for (;;) {
    const job = await person.call(listRoutes.job, { params: { kind, id } });
    if (states.includes(job.state)) return job;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Sends a list as a page does and waits until it is read. */
export async function sendList(person: Person, { kind, area, asOf, body, parameters = {} }: Sent): Promise<ListJob> {
  const { id } = await person.call(listRoutes.start, { params: { kind }, query: { fileName: "danh-sach.xlsx", area, asOf: asOf as never, parameters: JSON.stringify(parameters) }, body });
  return jobOf(person, kind, id, ["ready"]);
}

export async function commitSent(person: Person, { kind, id }: ListJob): Promise<ListJob> {
  await person.call(listRoutes.commit, { params: { kind, id } });
  return jobOf(person, kind, id, ["done"]);
}

/** Read and written. */
export const takeSent = async (person: Person, sent: Sent): Promise<ListJob> => commitSent(person, await sendList(person, sent));
