import type { ListFormat } from "../../exchange/list-format.ts";
import type { CellValue } from "../../exchange/workbook.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Change, Outcome, Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { MemberCandidate } from "../household-list/records.ts";
import type { RowProblem, RowRead, RowTexts } from "../rules/list-row.ts";
import type { WorkerInput } from "../rules/worker.ts";

/** What an officer says of a list before it is read. */
export interface ListAsked {
  readonly areaUid: string;
  /** the day whose state the list tells */
  readonly asOf: PlainDate;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Something the kind needs beside area and day: the class of a learner list, the fair of a sheet. */
export interface ListParameter {
  readonly key: string;
  readonly labelKey: string;
  readonly type: "text" | "day" | "choice";
  readonly required?: boolean;
  /** of a choice: what there is, read as the actor may see it; `labels` says a key of words in the actor's language */
  readonly options?: (tx: Tx, labels: (key: string) => string) => Promise<readonly Option[]>;
}

export interface RepeatedCell {
  readonly column: number;
  /** "Tháng 3 > 12/3" */
  readonly heading: string;
  readonly text: string;
  readonly raw: CellValue;
}

/** What a row is read with, beside its texts. */
export interface RowContext extends ListAsked {
  /** the cell as the file has it: a Date, a number, a text */
  readonly raw: (field: string) => CellValue;
  /** of a field that several columns may hold, each with its heading */
  readonly repeated: (field: string) => readonly RepeatedCell[];
  /** who the row names; null where the kind asks for nobody */
  readonly person: MemberCandidate | null;
}

/** A row that can be taken: read, placed, its person looked up. */
export interface PlacedRow<Row> {
  readonly value: Row;
  /** from 0 */
  readonly sheet: number;
  /** from 1 */
  readonly row: number;
  /** uid of the commune; null for kinds without a place */
  readonly commune: string | null;
  /** null for kinds without a place, and in `check` for a hamlet that is made only when the list is committed */
  readonly hamletId: string | null;
  /** the hamlet, or what stands for it until it is made: tells rows of two places apart */
  readonly place: string;
  /** columns of a worker (`workerColumns(row.worker)`); hamletId is "" where `hamletId` is null */
  readonly worker: WorkerInput | null;
  /** the person as written, with the identity number: not to be stored in labour tables */
  readonly person: MemberCandidate | null;
  /** what the same row became before; `changed` rows have it too */
  readonly entityId: string | null;
  readonly state: "new" | "changed" | "unchanged";
}

export interface ListTaking extends ListAsked {
  /** every row of the list that stands, those that changed nothing too: for kinds whose rows make up a larger thing */
  readonly all: readonly PlacedRow<unknown>[];
  readonly services: Services;
  readonly importId: string;
  readonly commandId: string;
}

export interface Taken {
  /** what each row became, in the order of the rows given */
  readonly ids: readonly string[];
  readonly changes?: readonly Change[];
  readonly dirty?: Outcome<unknown>["dirty"];
}

/** One list that offices bring in again and again. Everything but the meaning of its rows is done by the machinery. */
export interface ListKind<Row> {
  /** word of the address and of the command line: `sinhke import class-list` */
  readonly kind: string;
  /** words of the server: "training.classList.title" */
  readonly titleKey: string;
  readonly format: ListFormat;
  /** a sheet is such a list when its columns hold one field of each group; the first group fills every line of data */
  readonly mustHave: readonly (readonly string[])[];
  /** `worker`: rows name people, who are looked up · `hamlet`: rows have a place only · `none`: neither */
  readonly about: "worker" | "hamlet" | "none";
  readonly parameters?: readonly ListParameter[];
  /** who brings it in; `communes` are those of the area. `importers` makes the usual answer. */
  readonly mayTake: (actor: Actor, communes: readonly string[]) => boolean;
  /** Pure: every field of the format is in `texts`. */
  readonly readRow: (texts: RowTexts, context: RowContext) => RowRead<Row>;
  /** Identity of a row within the kind: the same key again is the same row, changed or not. `writtenKey(row)` tells who, as written. */
  readonly rowKey: (row: PlacedRow<Row>, asked: ListAsked) => string;
  /** What tells whether a row changed; by default all of it: value, place, person with number. */
  readonly says?: (row: PlacedRow<Row>) => unknown;
  /** What only the database knows: a class that does not exist. `index` of the row given. */
  readonly check?: (tx: Tx, rows: readonly PlacedRow<Row>[], asked: ListAsked) => Promise<readonly (RowProblem & { readonly index: number })[]>;
  /** Writes rows that are new or changed, within the one command. */
  readonly commit: (tx: Tx, rows: readonly PlacedRow<Row>[], taking: ListTaking) => Promise<Taken>;
  /** Which of these still stand: a row whose record was voided since is new again. All of them where absent. */
  readonly stands?: (tx: Tx, ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Lines of the empty workbook that is handed out, by field: invented people. */
  readonly example: readonly Readonly<Record<string, string | number>>[];
}

/** Who a row of a kind about workers names, as written: stays the same when the person comes into the register later. */
export const writtenKey = ({ worker, place }: Pick<PlacedRow<unknown>, "worker" | "place">): string => `${fold(worker?.fullName ?? "")}|${worker?.birthDate ?? worker?.birthYear ?? ""}|${place}`;

export type AnyListKind = ListKind<unknown>;

/** Rows of different kinds are handled alike: what `readRow` makes is given back to the same kind only. */
export const listKind = <Row>(kind: ListKind<Row>): AnyListKind => kind as unknown as AnyListKind;
