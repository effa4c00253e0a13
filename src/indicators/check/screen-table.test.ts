import { describe, expect, it } from "vitest";
import { type CheckDocument, documentOf, draftOf, EMPTY_DRAFT, rowOf } from "../web/check/draft.ts";
import { EXAMPLES } from "../web/check/examples.ts";
import { unreadableCells } from "../web/check/unreadable.ts";
import { checkFiguresCommand } from "./check-figures.ts";
import { firstSet, secondSet } from "./fragments.ts";

const verdicts = (document: unknown): unknown => checkFiguresCommand(document).results.map(({ path, verdict, reasons }) => [path, verdict, reasons.map(({ code }) => code)]);

describe("the table that statements are typed into", () => {
  it.each([...firstSet, ...secondSet].map((fragment) => [fragment.id, fragment.document] as const))("holds %s without changing what is said of it", (_, document) => {
    const draft = draftOf(document as CheckDocument);
    expect(unreadableCells(draft)).toEqual([]);
    expect(verdicts(documentOf(draft))).toEqual(verdicts(document));
  });

  it("finds something right and something wrong in every example", () => {
    for (const { claims } of EXAMPLES) {
      const found = checkFiguresCommand(documentOf({ ...EMPTY_DRAFT, rows: claims.map(rowOf) })).results.map(({ verdict }) => verdict);
      expect(found.some((verdict) => verdict !== "consistent" && verdict !== "rounding")).toBe(true);
    }
  });

  it("reads statements whose fields have the other names", () => {
    const { rows } = draftOf({ claims: [{ type: "difference", previous: "265", now: "214", printed: "51" }] });
    expect(rows[0]!.cells).toMatchObject({ from: "265", to: "214" });
  });

  it.each([
    ["rate", "part", "mười hai", "number"],
    ["rate", "whole", "tongso", "noSuchFigure"],
    ["sum", "parts", "", "none"],
    ["sum", "parts", "12; 13 và 14", "number"],
    ["same", "values", "12", "tooFew"],
    ["sharedDenominator", "rates", "12 hộ", "pair"],
    ["percentOfPlan", "termYears", "năm", "years"],
  ] as const)("tells of %s.%s “%s” before asking", (kind, cell, text, problem) => {
    const draft = { ...EMPTY_DRAFT, rows: [{ key: "1", kind, text: "", wording: "", cells: { [cell]: text } }] };
    expect(unreadableCells(draft).map((one) => [one.cell.name, one.problem])).toEqual([[cell, problem]]);
  });
});
