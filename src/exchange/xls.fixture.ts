/** A small .xls (BIFF8 in an OLE2 file) with one sheet of texts and numbers, as Excel 97–2003 saved it. */
export function xlsOf(rows: readonly (readonly (string | number | null)[])[], locked = false): Uint8Array {
  const texts = [...new Set(rows.flat().filter((value) => typeof value === "string"))];
  const cells = rows.flatMap((row, r) =>
    row.flatMap((value, c) => {
      if (value === null) return [];
      if (typeof value === "number") return [record(0x0203, u16(r), u16(c), u16(0), f64(value))];
      return [record(0x00fd, u16(r), u16(c), u16(0), u32(texts.indexOf(value)))];
    }),
  );
  const sst = record(0x00fc, u32(texts.length), u32(texts.length), ...texts.map((text) => Buffer.concat([u16(text.length), Buffer.from([1]), Buffer.from(text, "utf16le")])));
  const name = "Danh sách";
  const bound = (at: number): Buffer => record(0x0085, u32(at), u16(0), Buffer.from([name.length, 1]), Buffer.from(name, "utf16le"));
  const head = [bof(5), ...(locked ? [record(0x2f, u16(1), Buffer.alloc(50, 7))] : [])];
  const at = Buffer.concat([...head, bound(0), sst, record(0x0a)]).length;
  return compound(Buffer.concat([...head, bound(at), sst, record(0x0a), bof(16), ...cells, record(0x0a)]));
}

const u16 = (n: number): Buffer => Buffer.from([n & 255, n >> 8]);
const u32 = (n: number): Buffer => Buffer.from(Uint32Array.of(n).buffer);
const f64 = (n: number): Buffer => Buffer.from(Float64Array.of(n).buffer);
const record = (id: number, ...parts: Buffer[]): Buffer => {
  const data = Buffer.concat(parts);
  return Buffer.concat([u16(id), u16(data.length), data]);
};
const bof = (kind: number): Buffer => record(0x0809, u16(0x0600), u16(kind), u16(0x0dbb), u16(0x07cc), u32(0), u32(6));

const [FREE, END, FAT] = [0xffffffff, 0xfffffffe, 0xfffffffd];

/** An OLE2 file with the one stream "Workbook": header, allocation table, directory, stream, in sectors of 512 bytes. */
function compound(stream: Buffer): Uint8Array {
  const sectors = Math.max(8, Math.ceil(stream.length / 512));
  const header = Buffer.alloc(512);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  for (const [at, value] of [[24, 0x3e], [26, 3], [28, 0xfffe], [30, 9], [32, 6]] as const) header.writeUInt16LE(value, at);
  for (const [at, value] of [[44, 1], [48, 1], [56, 4_096], [60, END], [68, END]] as const) header.writeUInt32LE(value, at);
  for (let i = 0; i < 109; i++) header.writeUInt32LE(i === 0 ? 0 : FREE, 76 + i * 4);
  const table = Buffer.alloc(512, 255);
  table.writeUInt32LE(FAT, 0);
  table.writeUInt32LE(END, 4);
  for (let i = 0; i < sectors; i++) table.writeUInt32LE(i === sectors - 1 ? END : i + 3, (i + 2) * 4);
  const directory = Buffer.concat([entry("Root Entry", 5, 1, END, 0), entry("Workbook", 2, FREE, 2, sectors * 512), entry("", 0, FREE, 0, 0), entry("", 0, FREE, 0, 0)]);
  return new Uint8Array(Buffer.concat([header, table, directory, stream, Buffer.alloc(sectors * 512 - stream.length)]));
}

function entry(name: string, kind: number, child: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, "utf16le");
  bytes.writeUInt16LE(name === "" ? 0 : name.length * 2 + 2, 64);
  bytes.writeUInt8(kind, 66);
  for (const [at, value] of [[68, FREE], [72, FREE], [76, child], [116, start], [120, size]] as const) bytes.writeUInt32LE(value, at);
  return bytes;
}
