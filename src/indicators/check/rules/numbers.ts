import type { Fraction } from "../../../kernel/decimal.ts";
import { AppError } from "../../../kernel/error.ts";
import { fold } from "../../../kernel/text/fold.ts";
import { point } from "./interval.ts";
import type { FigureInput, NumberDetail, NumberInput } from "./model.ts";
import { exactOf, type Operand, textIn } from "./operand.ts";
import { asPrinted, type Printed, type PrintedOptions, readNumber, readPrinted } from "./printed.ts";
import { ratioReading } from "./reading.ts";
import { readUnit } from "./unit.ts";

/** The unrounded number behind a figure, where a claim of the document says how it was made. */
export interface Behind {
  readonly raw: Fraction;
  readonly rawText: string;
}
export interface Source {
  readonly figures: ReadonlyMap<string, FigureInput>;
  readonly behind: (figureId: string) => Behind | undefined;
}

const DASH = /^[-−–—.…]+$/u;
const NOTHING = /^(?:|\?|x|chua co|khong co|khong co so lieu|khong ro)$/;
const RATE_DECIMALS = 2;

/** A number of a claim; undefined where the report leaves it out ("", "?", "—", null). @throws AppError invalid "check.…" with the path */
export function readOperand(
  input: NumberInput | undefined,
  path: string,
  source: Source,
  options: PrintedOptions = {},
): Operand | undefined {
  if (input === undefined || input === null) return undefined;
  if (typeof input === "object") return readDetail(input, path, source, options);
  const figure = typeof input === "string" ? source.figures.get(input.trim()) : undefined;
  if (figure) return readFigure(figure, path, source, options);
  const printed = readPlain(input, path, options);
  return printed === "dash" || printed === undefined ? undefined : { printed };
}

/** The printed outcome of a claim; "dash" where the report prints one. */
export function readOutcome(input: NumberInput | undefined, path: string, source: Source): Printed | "dash" | undefined {
  if (input === undefined || input === null) return undefined;
  if (typeof input === "object") return readPlain(input.printed ?? input.value ?? null, path, input);
  const figure = typeof input === "string" ? source.figures.get(input.trim()) : undefined;
  return figure ? readPlain(figure.printed ?? figure.value ?? null, path, figure) : readPlain(input, path, {});
}

/** The id of the figure that an input names, if it names one. */
export const figureIdOf = (input: NumberInput | undefined, { figures }: Pick<Source, "figures">): string | undefined =>
  typeof input === "string" && figures.has(input.trim()) ? input.trim() : undefined;

function readFigure(figure: FigureInput, path: string, source: Source, options: PrintedOptions): Operand | undefined {
  const given = readDetail(figure, path, source, options);
  return given && { ...given, ...(given.raw === undefined && source.behind(figure.id)) };
}

function readDetail(detail: NumberDetail, path: string, source: Source, options: PrintedOptions): Operand | undefined {
  const merged = { ...options, ...given({ unit: detail.unit, decimals: detail.decimals, exact: detail.exact }) };
  const printed = readPlain(detail.printed ?? detail.value ?? null, `${path}.${detail.printed == null ? "value" : "printed"}`, merged);
  const print = printed === "dash" ? undefined : printed;
  const rate = readRate(detail, path, source);
  if (rate) return { printed: print ?? asPrinted(rate.raw, detail.decimals ?? RATE_DECIMALS, readUnit("%")), ...rate };
  if (!print || detail.printed == null || detail.value == null) return print && { printed: print };
  const value = readPlain(detail.value, `${path}.value`, given({ unit: detail.unit, exact: true }));
  return value && value !== "dash" ? { printed: print, raw: value.value } : { printed: print };
}

function readRate({ part, whole }: NumberDetail, path: string, source: Source): Behind | undefined {
  const [above, below] = [readOperand(part, `${path}.part`, source), readOperand(whole, `${path}.whole`, source)];
  const [n, d] = [above && exactOf(above), below && exactOf(below)];
  if (!above || !below || !n || !d) return undefined;
  const level = ratioReading("level", 100);
  const rate = level.of(point(n), point(d));
  return rate && { raw: rate.low, rawText: level.formula(textIn(above, "raw"), textIn(below, "raw")) };
}

function readPlain(input: string | number | null, path: string, options: PrintedOptions): Printed | "dash" | undefined {
  if (input === null) return undefined;
  if (typeof input === "number") return readNumber(input, options) ?? fail("check.jsonNumber", path, String(input));
  const text = input.trim();
  if (DASH.test(text)) return "dash";
  if (NOTHING.test(fold(text))) return undefined;
  return readPrinted(text, options) ?? fail(/^[\p{L}_]\S*$/u.test(text) ? "check.noSuchFigure" : "check.number", path, text);
}

function fail(code: string, path: string, text: string): never {
  throw new AppError("invalid", code, { path, text });
}

const given = <T extends object>(object: T): Partial<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Partial<T>;
