import { AppError } from "../kernel/error.ts";
import { readZipDirectory, type ZipEntry } from "./zip.ts";

export type WorkbookKind = "xlsx" | "xlsb" | "xls" | "ods" | "csv";

/** What a file may cost at most, checked before a parser sees it. Bytes, rows, and unpacked ÷ packed. */
export type WorkbookLimits = {
  readonly fileBytes: number;
  readonly zipEntries: number;
  readonly unpackedBytes: number;
  readonly partBytes: number;
  readonly unpackRatio: number;
  readonly rowsPerSheet: number;
  readonly columns: number;
  readonly sheets: number;
};

/** 500,000 rows of 40 columns are 82 MB packed and 561 MB unpacked: the limits leave room above that. */
export const WORKBOOK_LIMITS: WorkbookLimits = {
  fileBytes: 120_000_000,
  zipEntries: 2_000,
  unpackedBytes: 1_200_000_000,
  partBytes: 300_000_000,
  unpackRatio: 120,
  rowsPerSheet: 1_000_000,
  columns: 512,
  sheets: 100,
};

/** Below this size a part may be packed as well as it likes: a small repetitive sheet is no bomb. */
const RATIO_FROM_BYTES = 20_000_000;

export type GuardedFile = { readonly kind: WorkbookKind; readonly entries: readonly ZipEntry[] };

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte);

/**
 * Says what a file is by its bytes (never by its name) and refuses what must not reach a parser:
 * too large, packed too well, with macros, locked with a password, a web page or another document under a workbook's name.
 */
export function guardWorkbook(bytes: Uint8Array, limits: WorkbookLimits = WORKBOOK_LIMITS): GuardedFile {
  if (bytes.length === 0) throw new AppError("invalid", "exchange.fileEmpty");
  if (bytes.length > limits.fileBytes) {
    throw new AppError("too_large", "exchange.fileTooLarge", { size: bytes.length, max: limits.fileBytes });
  }
  if (startsWith(bytes, 0x50, 0x4b)) return guardZip(bytes, limits);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return guardCompound(bytes);
  return guardText(bytes);
}

function guardZip(bytes: Uint8Array, limits: WorkbookLimits): GuardedFile {
  const entries = readZipDirectory(bytes, limits.zipEntries);
  let unpacked = 0;
  for (const entry of entries) {
    unpacked += entry.size;
    if (entry.flags & 1) throw new AppError("refused", "exchange.fileLocked");
    if (entry.size > RATIO_FROM_BYTES && entry.size > entry.compressedSize * limits.unpackRatio) {
      throw new AppError("too_large", "exchange.zipRatio", { part: entry.name, ratio: Math.round(entry.size / entry.compressedSize), max: limits.unpackRatio });
    }
    if (!/worksheets?\//i.test(entry.name) && entry.name !== "content.xml" && entry.size > limits.partBytes) {
      throw new AppError("too_large", "exchange.partTooLarge", { part: entry.name, size: entry.size, max: limits.partBytes });
    }
    if (/vbaProject\.bin$/i.test(entry.name)) throw new AppError("refused", "exchange.fileHasMacros");
  }
  if (unpacked > limits.unpackedBytes) {
    throw new AppError("too_large", "exchange.unpackedTooLarge", { size: unpacked, max: limits.unpackedBytes });
  }
  const has = (name: string): boolean => entries.some((entry) => entry.name === name);
  if (has("xl/workbook.bin")) return { kind: "xlsb", entries };
  if (has("content.xml") && has("mimetype")) return { kind: "ods", entries };
  if (has("[Content_Types].xml") && entries.some((entry) => /^xl\/|worksheets?\//i.test(entry.name))) return { kind: "xlsx", entries };
  throw new AppError("refused", "exchange.notAWorkbook", { looks: has("word/document.xml") ? "docx" : "zip" });
}

/** An OLE2 file: an old .xls, or the envelope around an encrypted .xlsx. Stream names stand in it as UTF-16. */
function guardCompound(bytes: Uint8Array): GuardedFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string): boolean => buffer.includes(Buffer.from(name, "utf16le"));
  if (holds("EncryptedPackage") || hasFilePass(buffer)) throw new AppError("refused", "exchange.fileLocked");
  if (holds("_VBA_PROJECT")) throw new AppError("refused", "exchange.fileHasMacros");
  if (holds("Workbook") || holds("Book")) return { kind: "xls", entries: [] };
  throw new AppError("refused", "exchange.notAWorkbook", { looks: holds("WordDocument") ? "doc" : "ole" });
}

const BOF_GLOBALS = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]);
const FILE_PASS = 0x2f;

/** An .xls locked with a password says so among the first records of its Workbook stream; all that follows is scrambled. */
function hasFilePass(buffer: Buffer): boolean {
  let at = buffer.indexOf(BOF_GLOBALS);
  for (let i = 0; i < 8 && at >= 0 && at + 4 <= buffer.length; i++) {
    if (buffer.readUInt16LE(at) === FILE_PASS) return true;
    at += 4 + buffer.readUInt16LE(at + 2);
  }
  return false;
}

function guardText(bytes: Uint8Array): GuardedFile {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4_096));
  const text = head.toString("latin1").trimStart().toLowerCase();
  if (text.startsWith("%pdf")) throw new AppError("refused", "exchange.notAWorkbook", { looks: "pdf" });
  if (/^(\ufeff|ï»¿)?<(!doctype|html|\?xml|table)/.test(text)) throw new AppError("refused", "exchange.notAWorkbook", { looks: "html" });
  const utf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
  if (!utf16 && head.includes(0)) throw new AppError("refused", "exchange.notAWorkbook", { looks: "binary" });
  return { kind: "csv", entries: [] };
}
