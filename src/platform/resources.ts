import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

const ROOT = packageRoot();

/** Absolute path of a folder or file of the program (migrations, reference data, built pages), from source or from the bundle. */
export const folderOf = (path: string): string => join(ROOT, path);
