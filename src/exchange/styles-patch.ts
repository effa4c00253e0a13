import type { Severity } from "./problem.ts";

/** Excel's own colours of "bad", "neutral" and a pale blue. */
const COLOURS: Readonly<Record<Severity, string>> = { error: "FFFFC7CE", warning: "FFFFEB9C", note: "FFDDEBF7" };

/** Adds cell formats to a styles part: the format that a cell has, with a fill. Everything that is there stays as it is. */
export class StylesPatch {
  private readonly xml: string;
  private readonly prefix: string;
  private readonly formats: readonly string[];
  private readonly fillCount: number;
  private readonly fontCount: number;
  private fontAdded = false;
  private readonly added: string[] = [];
  private readonly known = new Map<string, number>();
  private readonly fills = new Map<Severity, number>();

  /** `xml` may be any encoding read as one character per byte: only ASCII is added. */
  constructor(xml: string) {
    this.xml = xml;
    this.prefix = /<([\w.-]+:)?styleSheet[\s>]/.exec(xml)?.[1] ?? "";
    const p = this.prefix;
    const inner = new RegExp(`<${p}cellXfs[^>]*>([\\s\\S]*?)</${p}cellXfs>`).exec(xml)?.[1] ?? "";
    this.formats = inner.match(new RegExp(`<${p}xf\\b(?:[^>]*/>|[^>]*>[\\s\\S]*?</${p}xf>)`, "g")) ?? [];
    this.fillCount = countIn(xml, `${p}fills`, `${p}fill`);
    this.fontCount = countIn(xml, `${p}fonts`, `${p}font`);
  }

  /** False for a part without the lists that formats stand in: then cells keep their formats. */
  get usable(): boolean {
    return this.formats.length > 0 && this.fillCount > 0 && this.fontCount > 0;
  }

  /** Number of the format `base` with the fill of a severity. */
  filled(base: number, severity: Severity): number {
    return this.add(`${base} ${severity}`, () => this.withFill(this.formats[base] ?? this.formats[0]!, severity));
  }

  /** Number of a format for a column of explanations: wrapped, in a Unicode font (the sheet's own may be .VnTime). */
  explanation(severity: Severity): number {
    return this.add(`text ${severity}`, () => {
      const p = this.prefix;
      this.fontAdded = true;
      return `<${p}xf numFmtId="0" fontId="${this.fontCount}" fillId="${this.fillOf(severity)}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><${p}alignment vertical="top" wrapText="1"/></${p}xf>`;
    });
  }

  /** The part with the added formats. */
  patched(): string {
    if (this.added.length === 0) return this.xml;
    const p = this.prefix;
    const fills = [...this.fills.keys()].map((severity) => `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${COLOURS[severity]}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`);
    const font = `<${p}font><${p}sz val="11"/><${p}name val="Times New Roman"/><${p}family val="1"/></${p}font>`;
    const xml = this.fontAdded ? append(this.xml, `${p}fonts`, font, this.fontCount + 1) : this.xml;
    return append(append(xml, `${p}fills`, fills.join(""), this.fillCount + fills.length), `${p}cellXfs`, this.added.join(""), this.formats.length + this.added.length);
  }

  private add(key: string, make: () => string): number {
    let number = this.known.get(key);
    if (number === undefined) {
      number = this.formats.length + this.added.length;
      this.added.push(make());
      this.known.set(key, number);
    }
    return number;
  }

  private fillOf(severity: Severity): number {
    if (!this.fills.has(severity)) this.fills.set(severity, this.fillCount + this.fills.size);
    return this.fills.get(severity)!;
  }

  private withFill(format: string, severity: Severity): string {
    const end = format.indexOf(">");
    const tag = format.slice(0, end).replace(/\s(?:fillId|applyFill)=(?:"[^"]*"|'[^']*')/g, "").replace(/\/$/, "");
    const closed = format[end - 1] === "/";
    return `${tag} fillId="${this.fillOf(severity)}" applyFill="1"${closed ? "/" : ""}${format.slice(end)}`;
  }
}

function countIn(xml: string, list: string, element: string): number {
  const inner = new RegExp(`<${list}(?:\\s[^>]*)?>([\\s\\S]*?)</${list}>`).exec(xml)?.[1] ?? "";
  return inner.match(new RegExp(`<${element}(?=[\\s>/])`, "g"))?.length ?? 0;
}

/** Puts elements at the end of a list element and sets its count. */
function append(xml: string, name: string, elements: string, count: number): string {
  return xml
    .replace(new RegExp(`(<${name}\\b[^>]*?\\scount=)(?:"[^"]*"|'[^']*')`), `$1"${count}"`)
    .replace(`</${name}>`, `${elements}</${name}>`);
}
