import { bodyGrid, headGrid } from "./grid.ts";
import { DRAFT, fieldLabel, MOTTO, NATION, numberLine, placeLine, RECIPIENTS, runsOf, type Block, type Head, type Paper } from "./paper.ts";
import { qrPng } from "./qr.ts";

const head = ({ formLine, upper, issuer, number, place, day }: Head) => ({
  formLine: formLine ?? null, upper: upper ?? null, issuer, number: number ? numberLine(number) : null,
  nation: NATION, motto: MOTTO, place: place === undefined ? null : placeLine(place, day),
});

/** A block with every default filled in and every text as printed: what paper.typ reads. */
function block(one: Block): unknown {
  switch (one.kind) {
    case "heading":
      return { ...one, align: one.align ?? "left" };
    case "paragraph": {
      const align = one.align ?? "justify";
      return { kind: one.kind, words: runsOf(one.words), align, indent: one.indent ?? align === "justify" };
    }
    case "list":
      return { ...one, items: one.items.map(runsOf) };
    case "table":
      return { kind: one.kind, size: one.size ?? 12, widths: one.columns.map((column) => column.width), head: headGrid(one), body: bodyGrid(one) };
    case "signatures":
      return { kind: one.kind, columns: one.columns.map(({ lines, note, name, recipients }) => ({ title: RECIPIENTS, lines, note: note ?? null, name: name ?? null, recipients: recipients ?? null })) };
    case "fields":
      return { kind: one.kind, fields: one.fields.map(({ label, value, share }) => ({ label: fieldLabel(label), value: value || null, share: share ?? 1 })) };
    case "note":
      return { kind: one.kind, words: runsOf(one.words) };
    case "qr":
      return { ...one, caption: one.caption ?? null, png: [...qrPng(one.text)] };
    case "dots":
    case "pageBreak":
      return one;
  }
}

const paper = (one: Paper) => ({
  landscape: one.orientation === "landscape", size: one.size ?? 14, head: one.head ? head(one.head) : null, draft: one.draft ? DRAFT : null,
  title: one.title ?? null, subject: one.subject ?? [], preamble: (one.preamble ?? []).map(runsOf), marks: one.marks ?? [], blocks: one.blocks.map(block),
});

/** The papers as the JSON that paper.typ draws. */
export const typstJob = (papers: readonly Paper[], title: string): string => JSON.stringify({ title, papers: papers.map(paper) });
