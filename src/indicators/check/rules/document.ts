import { AppError } from "../../../kernel/error.ts";
import { checkClaim, rawOf } from "./check.ts";
import { checkFigure } from "./figure.ts";
import type { ClaimInput, DocumentInput, FigureInput } from "./model.ts";
import { type Behind, figureIdOf, type Source } from "./numbers.ts";
import type { Outcome } from "./outcome.ts";
import { writeExact } from "./printed.ts";

/** One line of the result: a claim of the input, one that a figure stated (`is`, `partOf`), or a finding on a figure itself. */
export interface Checked {
  readonly path: string;
  readonly origin: "claim" | "figure";
  readonly claim: Pick<ClaimInput, "id" | "type" | "text" | "printed"> | { readonly id: string; readonly type: "figure" };
  readonly outcome: Outcome;
}
interface Placed {
  readonly claim: ClaimInput;
  readonly path: string;
  readonly origin: Checked["origin"];
}

/** Verdicts on all claims of a document, in their order, then on what its figures state themselves. @throws AppError invalid "check.…" */
export function checkDocument({ figures, claims }: DocumentInput): Checked[] {
  const byId = figuresById(figures);
  const placed: Placed[] = [
    ...claims.map((claim, index) => ({ claim, path: `claims[${index}]`, origin: "claim" as const })),
    ...statedByFigures(figures, byId),
  ];
  const makers = makersOf(byId, placed);
  const source = sourceOf(byId, makers);
  const checked = placed.map(({ claim, path, origin }) => ({ path, origin, claim, outcome: checkClaim(claim, path, source) }));
  const own = figures.flatMap((figure, index) => {
    const path = `figures[${index}]`;
    const outcome = checkFigure(figure, path, source, makers.has(figure.id));
    return outcome ? [{ path, origin: "figure" as const, claim: { id: figure.id, type: "figure" as const }, outcome }] : [];
  });
  return [...checked, ...own];
}

function figuresById(figures: readonly FigureInput[]): Map<string, FigureInput> {
  const byId = new Map<string, FigureInput>();
  for (const [index, figure] of figures.entries()) {
    const path = `figures[${index}].id`;
    if (byId.has(figure.id)) throw new AppError("invalid", "check.figureTwice", { path, text: figure.id });
    byId.set(figure.id, figure);
  }
  return byId;
}

/** Claims are never guessed from figures that merely stand together: only what a figure says of itself is checked. */
function statedByFigures(figures: readonly FigureInput[], byId: ReadonlyMap<string, FigureInput>): Placed[] {
  const made = figures.flatMap((figure, index) =>
    figure.is
      ? [
          {
            claim: { ...figure.is, id: figure.is.id ?? figure.id, printed: figure.id },
            path: `figures[${index}].is`,
            origin: "figure" as const,
          },
        ]
      : [],
  );
  const totals = new Map<string, string[]>();
  for (const [index, { id, partOf }] of figures.entries()) {
    if (partOf === undefined) continue;
    if (!byId.has(partOf)) throw new AppError("invalid", "check.noSuchFigure", { path: `figures[${index}].partOf`, text: partOf });
    totals.set(partOf, [...(totals.get(partOf) ?? []), id]);
  }
  const sums = [...totals].map(([total, parts]) => ({
    claim: { id: total, type: "sum" as const, parts, total, complete: false },
    path: `figures[${figures.findIndex(({ id }) => id === total)}]`,
    origin: "figure" as const,
  }));
  return [...made, ...sums];
}

/** The claim that prints a figure, by the id of the figure; the first of several. */
function makersOf(figures: ReadonlyMap<string, FigureInput>, placed: readonly Placed[]): Map<string, Placed> {
  const makers = new Map<string, Placed>();
  for (const place of placed) {
    const id = figureIdOf(place.claim.printed ?? place.claim.total, { figures });
    if (id !== undefined && !makers.has(id)) makers.set(id, place);
  }
  return makers;
}

/** Reports chain three or four reckonings; what is longer is taken as printed from there on. */
const LONGEST_CHAIN = 20;
const LARGEST = 10n ** 60n;
const LONGEST_TEXT = 300;

/** Follows a figure to the claim that prints it; a figure that would be made from itself has nothing behind it. */
function sourceOf(figures: ReadonlyMap<string, FigureInput>, makers: ReadonlyMap<string, Placed>): Source {
  const known = new Map<string, Behind | undefined>();
  let depth = 0;
  const behind = (id: string): Behind | undefined => {
    const maker = makers.get(id);
    if (known.has(id) || !maker || depth === LONGEST_CHAIN) return known.get(id);
    known.set(id, undefined);
    depth += 1;
    const found = rawOf(maker.claim, maker.path, source);
    depth -= 1;
    known.set(id, found && bounded(found));
    return known.get(id);
  };
  const source: Source = { figures, behind };
  return source;
}

/** Keeps numbers and formulas that feed on each other from growing without end. */
function bounded({ raw, rawText }: Behind): Behind | undefined {
  if (raw.d > LARGEST || raw.n > LARGEST || raw.n < -LARGEST) return undefined;
  return { raw, rawText: rawText.length > LONGEST_TEXT ? writeExact(raw) : rawText };
}
