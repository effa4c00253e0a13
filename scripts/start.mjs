// npm start: everything a fresh clone needs, then the demonstration on this machine.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensurePages, ensureProgram, root } from "./setup.mjs";

await ensureProgram();
await ensurePages();
process.argv = [process.argv[0], "sinhke", "demo", "--serve", ...process.argv.slice(2)];
await import(pathToFileURL(join(root, "dist/cli.mjs")).href);
