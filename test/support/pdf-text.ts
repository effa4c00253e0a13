import { inflateSync } from "node:zlib";

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** Objects of a PDF written without object streams: number → text before its stream, and the stream's bytes. */
function objectsOf(bytes: Uint8Array): Map<string, { text: string; stream: string }> {
  const objects = new Map<string, { text: string; stream: string }>();
  for (const [, id, body] of latin(bytes).matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const at = body!.indexOf("stream\n");
    const text = at < 0 ? body! : body!.slice(0, at);
    const raw = at < 0 ? "" : body!.slice(at + 7, body!.lastIndexOf("\nendstream"));
    objects.set(id!, { text, stream: text.includes("/FlateDecode") && !text.includes("/Subtype /Image") ? inflateSync(Buffer.from(raw, "latin1")).toString("latin1") : raw });
  }
  return objects;
}

const utf16 = (hex: string): string => Buffer.from(hex, "hex").swap16().toString("utf16le");

/** Two-byte glyph numbers → letters, from the font's ToUnicode table. */
function lettersOf(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, from, to] of map.matchAll(/^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$/gm)) letters.set(Number.parseInt(from!, 16), utf16(to!));
  for (const [, from, to, first] of map.matchAll(/^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$/gm)) {
    for (let i = 0; i <= Number.parseInt(to!, 16) - Number.parseInt(from!, 16); i++) letters.set(Number.parseInt(from!, 16) + i, utf16((Number.parseInt(first!, 16) + i).toString(16).padStart(4, "0")));
  }
  return letters;
}

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
const literal = (text: string): string => text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, one: string) => (/^\d/.test(one) ? String.fromCharCode(Number.parseInt(one, 8)) : (ESCAPES[one] ?? one)));

/** The strings of a text operator: <hex>, or (literal) in which brackets may stand in pairs. */
function stringsOf(shown: string): Buffer[] {
  const strings: Buffer[] = [];
  for (let i = 0; i < shown.length; i++) {
    const from = i + 1;
    if (shown[i] === "<") {
      i = shown.indexOf(">", i);
      strings.push(Buffer.from(shown.slice(from, i), "hex"));
    } else if (shown[i] === "(") {
      for (let depth = 1; depth > 0; ) {
        i++;
        if (shown[i] === "\\") i++;
        else if (shown[i] === "(") depth++;
        else if (shown[i] === ")") depth--;
      }
      strings.push(Buffer.from(literal(shown.slice(from, i)), "latin1"));
    }
  }
  return strings;
}

function glyphsOf(shown: string, letters: ReadonlyMap<number, string>): string {
  const bytes = Buffer.concat(stringsOf(shown));
  return Array.from({ length: bytes.length / 2 }, (_, i) => letters.get(bytes.readUInt16BE(2 * i)) ?? "�").join("");
}

/** What stands on each page of a PDF of this program, text by text in the order drawn; a text never spans two lines. */
export function pdfPages(bytes: Uint8Array): string[] {
  const objects = objectsOf(bytes);
  const fonts = new Map<string, Map<number, string>>();
  const lettersOfFont = (id: string): Map<number, string> => {
    const known = fonts.get(id) ?? lettersOf(objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(id)!.text)![1]!)!.stream);
    fonts.set(id, known);
    return known;
  };
  return [...objects.values()].filter(({ text }) => /\/Type \/Page\b(?!s)/.test(text)).map(({ text }) => {
    const named = new Map([...text.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name, id]) => [name!, id!]));
    const content = objects.get(/\/Contents (\d+) 0 R/.exec(text)![1]!)!.stream;
    return [...content.matchAll(/\/(f\d+) [\d.]+ Tf([\s\S]*?)ET\n/g)].map(([, font, shown]) => glyphsOf(shown!, lettersOfFont(named.get(font!)!))).join("\n");
  });
}
