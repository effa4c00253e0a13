import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const FACES = ["400Regular/Tinos_400Regular", "400Regular_Italic/Tinos_400Regular_Italic", "700Bold/Tinos_700Bold", "700Bold_Italic/Tinos_700Bold_Italic"];

/** Tinos has the metrics of Times New Roman, which may not be shipped. */
function fonts(): Buffer[] {
  const folder = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/tinos/package.json"));
  return FACES.map((face) => readFileSync(join(folder, `${face}.ttf`)));
}

export interface TypesetJob {
  /** source of the template */
  readonly template: string;
  /** see typst-data.ts */
  readonly job: string;
  /** seconds since 1970 */
  readonly frozenAt: number;
  /** structure for screen readers; makes big files about four times as big */
  readonly tagged: boolean;
}

let compiler: NodeCompiler | undefined;

/** PDF/A-2b with embedded fonts; takes seconds for thousands of rows, so the server calls it in a thread of its own (to-pdf.ts). */
export function typeset({ template, job, frozenAt, tagged }: TypesetJob): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts() }] });
  try {
    const compiled = compiler.compile({ mainFileContent: template, inputs: { job } });
    const document = compiled.result;
    if (!document) throw new Error(`paper.typ: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
    return new Uint8Array(compiler.pdf(document, { pdfStandard: "a-2b", creationTimestamp: frozenAt, pdfTags: tagged }));
  } finally {
    compiler.evictCache(0);
  }
}
