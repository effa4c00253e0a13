// Beside each text file of the built pages its brotli and gzip form, made once at the build so that serving one costs nothing.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TEXT = new Set([".js", ".css", ".svg", ".json", ".webmanifest"]);
const FORMS = {
  ".br": (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  ".gz": (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** Writes the compressed forms below `folder`; one that is not at least a tenth smaller is left out. */
export async function compressPages(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && TEXT.has(extname(entry.name)));
  await Promise.all(files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    for (const [ending, compress] of Object.entries(FORMS)) {
      const smaller = await compress(bytes);
      if (smaller.length < bytes.length * 0.9) writeFileSync(path + ending, smaller);
    }
  }));
}
