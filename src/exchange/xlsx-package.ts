import { isDateFormat } from "hucre";
import { AppError } from "../kernel/error.ts";
import { decodeLegacy, legacyFontKind, type LegacyFontKind } from "../kernel/text/legacy.ts";
import { attributesOf, inside, startTags, unescapeCell, unescapeXml } from "./xml.ts";
import { unpack, type ZipEntry } from "./zip.ts";

/** How a number in a cell is shown, by the cell's style: as a date, padded with zeros to a width ("000000000000"), or as it is. */
export type NumberLook = "date" | number | undefined;

export type XlsxStyles = { readonly looks: readonly NumberLook[]; readonly fonts: readonly (LegacyFontKind | undefined)[] };

export type XlsxSheetPart = { readonly name: string; readonly hidden: boolean; readonly entry: ZipEntry };

export type XlsxPackage = {
  readonly bytes: Uint8Array;
  readonly sheets: readonly XlsxSheetPart[];
  readonly date1904: boolean;
  readonly styles: XlsxStyles;
  readonly stylesEntry: ZipEntry | undefined;
  readonly sharedStringsEntry: ZipEntry | undefined;
};

/** Built-in number formats that are dates and times, those of East Asian programs among them (ECMA-376 part 1, 18.8.30). 49 is text. */
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

const missing = (part: string): AppError => new AppError("invalid", "exchange.partMissing", { part });

/** What must be known of an .xlsx before its sheets are read: names and order of sheets, styles, the date system. Sheet parts stay packed. */
export function openXlsxPackage(bytes: Uint8Array, entries: readonly ZipEntry[], maxPart: number): XlsxPackage {
  const find = (path: string): ZipEntry | undefined => entries.find((entry) => entry.name.toLowerCase() === path.toLowerCase());
  const text = (entry: ZipEntry): string => withoutDoctype(unpack(bytes, entry, maxPart).toString("utf8"), entry.name);
  const rootRels = find("_rels/.rels");
  if (rootRels === undefined) throw missing("_rels/.rels");
  const workbookPath = relations(text(rootRels), "").find((each) => each.type.endsWith("/officeDocument"))?.target;
  const workbookEntry = workbookPath === undefined ? undefined : find(workbookPath);
  if (workbookPath === undefined || workbookEntry === undefined) throw missing("xl/workbook.xml");
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf("/") + 1);
  const relsEntry = find(`${folder}_rels/${workbookPath.slice(folder.length)}.rels`);
  if (relsEntry === undefined) throw missing(`${workbookPath}.rels`);
  const rels = relations(text(relsEntry), folder);
  const byType = (type: string): ZipEntry | undefined => {
    const target = rels.find((each) => each.type.endsWith(`/${type}`))?.target;
    return target === undefined ? undefined : find(target);
  };
  const xml = text(workbookEntry);
  const sheets: XlsxSheetPart[] = [];
  for (const attributes of startTags(xml, "sheet").map(attributesOf)) {
    const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key) && key !== "sheetId")?.[1];
    const relation = rels.find((each) => each.id === id);
    if (relation === undefined || !relation.type.endsWith("/worksheet")) continue; // chart sheets hold no rows
    const entry = find(relation.target);
    if (entry === undefined) throw missing(relation.target);
    sheets.push({ name: attributes["name"] ?? "", hidden: (attributes["state"] ?? "visible") !== "visible", entry });
  }
  const stylesEntry = byType("styles");
  return {
    bytes,
    sheets,
    date1904: startTags(xml, "workbookPr").some((tag) => /date1904\s*=\s*["'](1|true)["']/.test(tag)),
    styles: stylesEntry === undefined ? { looks: [], fonts: [] } : readStyles(text(stylesEntry)),
    stylesEntry,
    sharedStringsEntry: byType("sharedStrings"),
  };
}

/** A document type can declare entities; no spreadsheet program writes one. */
function withoutDoctype(xml: string, part: string): string {
  if (/<!DOCTYPE/i.test(xml.slice(0, 2_000))) throw new AppError("refused", "exchange.xmlDoctype", { part });
  return xml;
}

function relations(xml: string, folder: string): { id: string; type: string; target: string }[] {
  return startTags(xml, "Relationship").map((tag) => {
    const { Id = "", Type = "", Target = "" } = attributesOf(tag);
    const parts: string[] = [];
    for (const part of (Target.startsWith("/") ? Target.slice(1) : folder + Target).split("/")) {
      if (part === "..") parts.pop();
      else if (part !== "." && part !== "") parts.push(part);
    }
    return { id: Id, type: Type, target: parts.join("/") };
  });
}

function readStyles(xml: string): XlsxStyles {
  const codes = new Map(startTags(xml, "numFmt").map(attributesOf).map((each) => [Number(each["numFmtId"]), each["formatCode"] ?? ""]));
  const fontNames = (inside(xml, "fonts") ?? "").split(/<\/(?:[\w.-]+:)?font>|<(?:[\w.-]+:)?font\s*\/>/).map((font) => {
    const tag = startTags(font, "name")[0];
    return tag === undefined ? undefined : attributesOf(tag)["val"];
  });
  const xfs = startTags(inside(xml, "cellXfs") ?? "", "xf").map(attributesOf);
  return {
    looks: xfs.map((xf) => numberLook(Number(xf["numFmtId"] ?? 0), codes)),
    fonts: xfs.map((xf) => legacyFontKind(fontNames[Number(xf["fontId"] ?? 0)] ?? "")),
  };
}

function numberLook(id: number, codes: ReadonlyMap<number, string>): NumberLook {
  const code = codes.get(id);
  if (code === undefined) return isBuiltInDate(id) ? "date" : undefined;
  if (/^0{6,}$/.test(code)) return code.length;
  return isDateFormat(code) ? "date" : undefined;
}

const TEXT_RUN = /<(?:[\w.-]+:)?(rPh|r|t)(?=[\s/>])[^>]*?(\/?)>|<\/(?:[\w.-]+:)?(rPh|r)>/g;

/** Text of an <si> or <is> element: its runs joined, furigana left out, a run in a legacy font of its own decoded. */
export function textOfRuns(xml: string): string {
  if (!xml.includes("<r") && !/<[\w.-]+:r/.test(xml)) return unescapeCell(unescapeXml(onlyText(xml)));
  let text = "";
  let phonetic = false;
  let kind: LegacyFontKind | undefined;
  for (const match of xml.matchAll(TEXT_RUN)) {
    const [all, open, closed, close] = match;
    if (close !== undefined) phonetic = false;
    else if (open === "rPh") phonetic = closed === "";
    else if (open === "r") kind = runFont(xml.slice(match.index));
    else if (open === "t" && closed === "" && !phonetic) {
      const from = match.index + all.length;
      const run = unescapeCell(unescapeXml(xml.slice(from, xml.indexOf("<", from))));
      text += kind === undefined ? run : decodeLegacy(run, kind);
    }
  }
  return text;
}

function runFont(fromRun: string): LegacyFontKind | undefined {
  const run = fromRun.slice(0, fromRun.search(/<\/(?:[\w.-]+:)?r>/));
  const tag = startTags(run, "rFont")[0];
  return tag === undefined ? undefined : legacyFontKind(attributesOf(tag)["val"] ?? "");
}

function onlyText(xml: string): string {
  const open = xml.indexOf("<t") >= 0 ? xml.indexOf("<t") : xml.search(/<[\w.-]+:t[\s>]/);
  if (open < 0) return "";
  const from = xml.indexOf(">", open) + 1;
  if (xml[from - 2] === "/") return "";
  const to = xml.indexOf("<", from);
  return to < 0 ? "" : xml.slice(from, to);
}

/** The texts that cells refer to by number. */
export function readSharedStrings(bytes: Uint8Array, entry: ZipEntry, max: number): string[] {
  const xml = unpack(bytes, entry, max);
  const prefix = /<([\w.-]+:)?sst[\s>]/.exec(xml.subarray(0, 2_000).toString("latin1"))?.[1] ?? "";
  const [open, close] = [Buffer.from(`<${prefix}si`), Buffer.from(`</${prefix}si>`)];
  const strings: string[] = [];
  let at = xml.indexOf(open);
  while (at >= 0) {
    const tagEnd = xml.indexOf(62, at);
    const closed = xml[tagEnd - 1] === 47;
    const to = closed ? tagEnd : xml.indexOf(close, tagEnd);
    if (to < 0) throw new AppError("invalid", "exchange.partBroken", { part: entry.name });
    strings.push(closed ? "" : textOfRuns(xml.toString("utf8", tagEnd + 1, to)));
    at = xml.indexOf(open, to);
  }
  return strings;
}
