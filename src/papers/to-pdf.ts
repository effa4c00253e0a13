import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { folderOf } from "../platform/resources.ts";
import type { Paper } from "./paper.ts";
import { typstJob } from "./typst-data.ts";

const FACES = ["400Regular/Tinos_400Regular", "400Regular_Italic/Tinos_400Regular_Italic", "700Bold/Tinos_700Bold", "700Bold_Italic/Tinos_700Bold_Italic"];

/** Tinos has the metrics of Times New Roman, which may not be shipped. */
function fonts(): Buffer[] {
  const folder = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/tinos/package.json"));
  return FACES.map((face) => readFileSync(join(folder, `${face}.ttf`)));
}

/** Letters of JSON from which on the structure for screen readers is left out: it makes big files about four times as big. */
const UNTAGGED = 400_000;

let compiler: NodeCompiler | undefined;

/** The papers as PDF/A-2b with embedded fonts. The same papers and `frozenAt` give the same bytes. */
export async function papersPdf(papers: readonly Paper[], title: string, frozenAt: Date): Promise<Uint8Array> {
  const job = typstJob(papers, title);
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts() }] });
  try {
    const compiled = compiler.compile({ mainFileContent: readFileSync(folderOf("src/papers/paper.typ"), "utf8"), inputs: { job } });
    const document = compiled.result;
    if (!document) throw new Error(`paper.typ: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
    return new Uint8Array(compiler.pdf(document, { pdfStandard: "a-2b", creationTimestamp: Math.floor(frozenAt.getTime() / 1000), pdfTags: job.length < UNTAGGED }));
  } finally {
    compiler.evictCache(0);
  }
}
