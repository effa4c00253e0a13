import { uuidV7 } from "../../../kernel/id.ts";
import type { ClaimInput, FigureInput } from "../../check/rules/model.ts";
import { withDocumentedNames } from "../../check/rules/other-names.ts";
import { textOfValue, valueOfText } from "./cells.ts";
import { cellsOf, hasWording, KINDS, type Kind } from "./kinds.ts";

/** One statement as it is typed: every cell is text. */
export interface Row {
  /** tells rows apart while they are typed, moved and removed */
  readonly key: string;
  readonly kind: Kind;
  /** the sentence of the report */
  readonly text: string;
  readonly wording: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly id?: string | undefined;
}

export interface Draft {
  readonly rows: readonly Row[];
  /** numbers with an id, as a loaded document gives them */
  readonly figures: readonly FigureInput[];
  readonly head: Readonly<Partial<Record<"title" | "period" | "area", string>>>;
}

/** The input of the checker: docs/cli/check-figures.md. */
export interface CheckDocument extends Partial<Record<"title" | "period" | "area", string>> {
  readonly figures?: readonly FigureInput[];
  readonly claims?: readonly ClaimInput[];
}

export const EMPTY_DRAFT: Draft = { rows: [], figures: [], head: {} };

const newKey = (): string => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

/** A new line below the last, of its kind: reports state the same thing of many places. */
export const withNewRow = (rows: readonly Row[]): readonly Row[] => [
  ...rows,
  { key: newKey(), kind: rows.at(-1)?.kind ?? "rate", text: "", wording: "", cells: {} },
];

export function rowOf(claim: ClaimInput): Row {
  const kind = claim.type === "share" ? "rate" : claim.type;
  const values = claim as unknown as Readonly<Record<string, unknown>>;
  return {
    key: newKey(),
    kind,
    text: claim.text ?? "",
    wording: claim.wording ?? "",
    cells: Object.fromEntries(cellsOf(kind).map((cell) => [cell.name, textOfValue(cell.form, values[cell.name])])),
    id: claim.id,
  };
}

/** A document that the server has accepted, for typing on. */
export function draftOf(document: CheckDocument): Draft {
  const { figures = [], claims = [], ...head } = withDocumentedNames(document) as CheckDocument;
  return { rows: claims.map(rowOf), figures, head };
}

export const documentOf = ({ rows, figures, head }: Draft): CheckDocument => ({
  ...head,
  ...(figures.length > 0 && { figures }),
  claims: rows.map(claimOf),
});

function claimOf(row: Row): ClaimInput {
  const values = cellsOf(row.kind).map((cell) => [cell.name, valueOfText(cell, row.cells[cell.name])] as const);
  return {
    ...(row.id !== undefined && { id: row.id }),
    type: row.kind,
    ...(row.text.trim() !== "" && { text: row.text.trim() }),
    ...(hasWording(row.kind) && row.wording.trim() !== "" && { wording: row.wording.trim() }),
    ...Object.fromEntries(values.filter(([, value]) => value !== undefined)),
  };
}

export const isKind = (value: string | null): value is Kind => value !== null && value in KINDS;
