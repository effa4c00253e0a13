import { decodeLegacy, type LegacyFontKind, looksLegacy } from "../kernel/text/legacy.ts";
import type { CellValue, RowsSeen } from "./workbook.ts";

const LATIN1_MARK = /[\u00a1-\u00ff]/;
const BEYOND_LATIN1 = /[\u0102-\u1ef9]/;
const CACHE_LIMIT = 50_000;

type Kind = "tcvn3" | "vni";

/**
 * Reads text typed in TCVN3 or VNI fonts, cell by cell: by the cell's font where one is known, else by how well its letters read.
 * A single short word can read well in two ways; then what the sheet does elsewhere decides, and without that it stays as it is.
 */
export class LegacyCells {
  private readonly fonts: readonly (LegacyFontKind | undefined)[];
  private readonly seen: RowsSeen;
  private readonly cache = new Map<string, string>();
  /** What the sheet holds, as far as seen: also texts looked at beforehand, so it may count a cell twice. */
  private readonly tally = { tcvn3: 0, vni: 0 };
  private unicodeTexts = 0;
  private unicodeInLegacyFont = 0;
  private legacyInLegacyFont = 0;

  constructor(fonts: readonly (LegacyFontKind | undefined)[], seen: RowsSeen) {
    this.fonts = fonts;
    this.seen = seen;
  }

  /** Texts of the sheet before its cells are read: settles what the sheet usually holds. */
  prime(texts: Iterable<CellValue>): void {
    for (const text of texts) {
      if (typeof text !== "string" || !LATIN1_MARK.test(text)) {
        if (typeof text === "string" && BEYOND_LATIN1.test(text)) this.unicodeTexts++;
        continue;
      }
      if (BEYOND_LATIN1.test(text)) this.unicodeTexts++;
      else {
        const kind = looksLegacy(text)?.kind;
        if (kind !== undefined) this.tally[kind]++;
      }
    }
  }

  /** The row's texts in Unicode, changed in place. */
  decodeRow(values: CellValue[], styles: readonly number[] | undefined): void {
    for (let column = 0; column < values.length; column++) {
      const value = values[column];
      if (typeof value !== "string" || value === "") continue;
      const style = styles?.[column];
      const font = style === undefined || style < 0 ? undefined : this.fonts[style];
      if (font !== undefined) values[column] = this.byFont(value, font);
      else if (LATIN1_MARK.test(value) && !BEYOND_LATIN1.test(value)) values[column] = this.byLetters(value);
    }
  }

  private byFont(text: string, font: LegacyFontKind): string {
    if (BEYOND_LATIN1.test(text)) {
      this.unicodeInLegacyFont++;
      return text;
    }
    if (!LATIN1_MARK.test(text)) return font === "tcvn3-capital" ? text.toUpperCase() : text;
    const unicodeIsUsual = this.unicodeInLegacyFont > this.legacyInLegacyFont;
    if (unicodeIsUsual && looksLegacy(text) === undefined) return text;
    this.legacyInLegacyFont++;
    this.count(font === "vni" ? "vni" : "tcvn3");
    return decodeLegacy(text, font);
  }

  private byLetters(text: string): string {
    const known = this.cache.get(text);
    if (known !== undefined) {
      if (known !== text) this.count(this.usual() ?? looksLegacy(text)?.kind);
      return known;
    }
    const kind = looksLegacy(text)?.kind ?? this.usual();
    const decoded = kind === undefined ? text : decodeLegacy(text, kind);
    this.count(decoded === text ? undefined : kind);
    if (this.cache.size < CACHE_LIMIT) this.cache.set(text, decoded);
    return decoded;
  }

  /** The sheet's own encoding where it plainly has one and holds no Unicode text. */
  private usual(): Kind | undefined {
    const { tcvn3, vni } = this.tally;
    if (this.unicodeTexts > 0 || tcvn3 + vni < 3) return undefined;
    if (tcvn3 > 4 * vni) return "tcvn3";
    return vni > 4 * tcvn3 ? "vni" : undefined;
  }

  private count(kind: Kind | undefined): void {
    if (kind === undefined) return;
    this.tally[kind]++;
    this.seen.legacy[kind]++;
  }
}
