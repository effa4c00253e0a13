import { constants, createInflateRaw, crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { AppError } from "../kernel/error.ts";

/** One entry of a zip's central directory. Sizes in bytes; `offset` is where its local header starts. */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
  readonly dosTime: number;
};

const END = 0x06054b50;
const END64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const FULL32 = 0xffffffff;

const broken = (why: string): AppError => new AppError("invalid", "exchange.zipBroken", { why });

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const big = (view: DataView, at: number): number => {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw broken("size");
  return Number(value);
};

/** Where the central directory starts and how many entries it says it has. */
function findDirectory(view: DataView): { offset: number; count: number } {
  const first = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (count !== 0xffff && offset !== FULL32) return { offset, count };
    const record = at >= 20 ? big(view, at - 12) : -1;
    if (record < 0 || record + 56 > view.byteLength || view.getUint32(record, true) !== END64) throw broken("zip64");
    return { offset: big(view, record + 48), count: big(view, record + 32) };
  }
  throw broken("directory");
}

/** Sizes above 4 GiB, or written by a streaming writer, stand in the zip64 extra field in a fixed order. */
function widen(view: DataView, from: number, length: number, values: number[]): number[] {
  let at = from;
  while (at + 4 <= from + length) {
    const id = view.getUint16(at, true);
    const size = view.getUint16(at + 2, true);
    if (id === 1) {
      let cursor = at + 4;
      return values.map((value) => {
        if (value !== FULL32) return value;
        if (cursor + 8 > at + 4 + size) throw broken("zip64");
        cursor += 8;
        return big(view, cursor - 8);
      });
    }
    at += 4 + size;
  }
  return values;
}

/**
 * The central directory of a zip held in memory, in its order, nothing unpacked. `maxEntries` stops a directory bomb.
 * Throws `exchange.zip_broken` when the file is no whole zip, names one entry twice, or holds entries that overlap.
 */
export function readZipDirectory(bytes: Uint8Array, maxEntries = 10_000): ZipEntry[] {
  if (bytes.length < 22) throw broken("short");
  const view = viewOf(bytes);
  const { offset, count } = findDirectory(view);
  if (count > maxEntries) throw new AppError("too_large", "exchange.zipTooManyEntries", { count, max: maxEntries });
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = offset;
  let packed = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw broken("directory");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const raw = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    const [size, compressedSize, start] = widen(view, at + 46 + nameLength, extraLength, raw) as [number, number, number];
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    entries.push({ name, method, flags, size, compressedSize, offset: start, crc: view.getUint32(at + 16, true), dosTime: view.getUint32(at + 12, true) });
    if (names.has(name)) throw broken("twice");
    names.add(name);
    packed += compressedSize;
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  if (packed > bytes.length) throw broken("overlap");
  return entries;
}

/** The packed bytes of an entry, as they lie in the file. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = viewOf(bytes);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) throw broken("local");
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.compressedSize > bytes.length) throw broken("short");
  return bytes.subarray(start, start + entry.compressedSize);
}

/** The unpacked bytes of an entry, never more than `max`. */
export function unpack(bytes: Uint8Array, entry: ZipEntry, max: number): Buffer {
  if (entry.size > max) throw new AppError("too_large", "exchange.partTooLarge", { part: entry.name, size: entry.size, max });
  const packed = packedBytes(bytes, entry);
  if (entry.method === 0) return Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  if (entry.method !== 8) throw broken("method");
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(max, entry.size)) });
  } catch {
    throw broken("deflate");
  }
}

/** The unpacked bytes in chunks of 256 KiB, so that a big sheet is never whole in memory. Stops past the size the directory states. */
export async function* unpackChunks(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = packedBytes(bytes, entry);
  if (entry.method === 0) {
    yield Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
    return;
  }
  if (entry.method !== 8) throw broken("method");
  const inflate = createInflateRaw({ chunkSize: 262_144, finishFlush: constants.Z_SYNC_FLUSH });
  inflate.end(packed);
  let got = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      got += chunk.length;
      if (got > entry.size) throw broken("size");
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : broken("deflate");
  }
  if (got !== entry.size) throw broken("size");
}

/** A part of a zip to be written: an entry of another zip taken with its packed bytes, or new bytes. */
export type ZipPart = { readonly from: Uint8Array; readonly entry: ZipEntry } | { readonly name: string; readonly bytes: Uint8Array };

/** 1980-01-01 00:00, the earliest time that a zip can state: used where the time must not change the bytes. */
export const FIXED_DOS_TIME = 0x00210000;

type Ready = { name: Buffer; packed: Uint8Array; method: number; crc: number; size: number; flags: number; time: number };

function ready(part: ZipPart, time: number | undefined): Ready {
  if ("entry" in part) {
    const { entry } = part;
    // Bit 3 (sizes follow the data) goes: sizes stand in the header that we write. Bit 11 (UTF-8 names) is set.
    const flags = (entry.flags & ~0x0008) | 0x0800;
    return { name: Buffer.from(entry.name), packed: packedBytes(part.from, entry), method: entry.method, crc: entry.crc, size: entry.size, flags, time: time ?? entry.dosTime };
  }
  const packed = deflateRawSync(part.bytes, { level: 6 });
  return { name: Buffer.from(part.name), packed, method: 8, crc: crc32(part.bytes), size: part.bytes.length, flags: 0x0800, time: time ?? FIXED_DOS_TIME };
}

function header(part: Ready, signature: number, offset: number): Buffer {
  const central = signature === CENTRAL;
  const head = Buffer.alloc(central ? 46 : 30);
  let at = head.writeUInt32LE(signature, 0);
  if (central) at = head.writeUInt16LE(20, at);
  at = head.writeUInt16LE(20, at);
  at = head.writeUInt16LE(part.flags, at);
  at = head.writeUInt16LE(part.method, at);
  at = head.writeUInt32LE(part.time, at);
  at = head.writeUInt32LE(part.crc, at);
  at = head.writeUInt32LE(part.packed.length, at);
  at = head.writeUInt32LE(part.size, at);
  head.writeUInt16LE(part.name.length, at);
  if (central) head.writeUInt32LE(offset, 42);
  return head;
}

/** A zip of the given parts in the given order. `time` (DOS date and time) is set on every entry when given. */
export function writeZip(parts: readonly ZipPart[], time?: number): Buffer {
  const chunks: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts.map((each) => ready(each, time))) {
    const local = header(part, LOCAL, 0);
    chunks.push(local, part.name, part.packed);
    central.push(header(part, CENTRAL, offset), part.name);
    offset += local.length + part.name.length + part.packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, directory, end]);
}
