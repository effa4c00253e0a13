import { FIXED_DOS_TIME, readZipDirectory, unpack, writeZip, type ZipPart } from "./zip.ts";

const CORE = "docProps/core.xml";
const CORE_LIMIT = 1_000_000;

/**
 * The same .docx or .xlsx with nothing in it that depends on when or how it was zipped: entries in a fixed order with a fixed time, and
 * the dates of its properties taken from `frozenAt`. Two runs over the same content give the same bytes.
 */
export function repack(file: Uint8Array, frozenAt: Date): Buffer {
  const parts = readZipDirectory(file)
    .filter((entry) => !entry.name.endsWith("/"))
    .toSorted((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1))
    .map((entry): ZipPart => (entry.name === CORE ? { name: CORE, bytes: freeze(unpack(file, entry, CORE_LIMIT), frozenAt) } : { from: file, entry }));
  return writeZip(parts, FIXED_DOS_TIME);
}

/** Readers look for these first. */
const rank = (name: string): number => (name === "[Content_Types].xml" ? 0 : name === "_rels/.rels" ? 1 : 2);

function freeze(core: Uint8Array, frozenAt: Date): Buffer {
  const time = `${frozenAt.toISOString().slice(0, 19)}Z`;
  const xml = Buffer.from(core).toString("utf8");
  return Buffer.from(xml.replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g, `$1${time}`).replace(/(<cp:lastPrinted>)[^<]*/g, `$1${time}`));
}
