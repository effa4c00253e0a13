#!/usr/bin/env node
import { ensureProgram, root } from "../scripts/setup.mjs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

await ensureProgram();
await import(pathToFileURL(join(root, "dist/cli.mjs")).href);
