import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkIdentityNumber, maskNumber } from "./identity.ts";

const prefixes = new Set(["001", "087", "089", "091"]);
const check = (text: string, record: { sex?: 0 | 1 | 2; birthYear?: number } = {}) => checkIdentityNumber(text, { ...record, prefixes });
const codes = (text: string, record = {}) => check(text, record).problems.map((problem) => problem.code.replace("registry.identity.", ""));

describe("a personal identification number", () => {
  it("is taken as it stands when place, sex and year agree with the record", () => {
    expect(check("089085001234", { sex: 1, birthYear: 1985 })).toEqual({ type: "CCCD", normalized: "089085001234", problems: [] });
    expect(check("089304001234", { sex: 2, birthYear: 2004 }).problems).toEqual([]);
  });

  it.each([["'089085001234"], ["089 085 001 234"], ["089.085.001.234"], ["089085001234.0"], ["089.085.001.234.0"], ["０８９０８５００１２３４"]])("is read from %s", (text) => {
    expect(check(text).normalized).toBe("089085001234");
  });

  it("keeps its last zeros when written in groups", () => {
    expect(check("089.085.001.000").normalized).toBe("089085001000");
  });

  it("only warns about another sex, another year or an unknown place", () => {
    const found = check("555185001234", { sex: 1, birthYear: 1990 });
    expect(found.normalized).toBe("555185001234");
    expect(found.problems).toEqual([
      { code: "registry.identity.prefixUnknown", severity: "warning", data: { prefix: "555" } },
      { code: "registry.identity.sexDiffers", severity: "warning", data: { inNumber: 2, inRecord: 1 } },
      { code: "registry.identity.yearDiffers", severity: "warning", data: { inNumber: 1985, inRecord: 1990 } },
    ]);
  });

  it("says nothing about sex when the record does not know it", () => {
    expect(codes("089185001234", { sex: 0 })).toEqual([]);
  });

  it("warns when the number speaks of a century to come", () => {
    expect(codes("089885001234")).toEqual(["centuryUnlikely"]);
  });

  it("offers the zero a spreadsheet dropped, if the number then fits", () => {
    expect(check("89085001234", { sex: 1, birthYear: 1985 }).problems).toEqual([
      { code: "registry.identity.length", severity: "error", data: { digits: 11 }, proposal: "089085001234" },
    ]);
    expect(check("1085001234").problems[0]!.proposal).toBe("001085001234");
    expect(check("89085001234", { birthYear: 1960 }).problems[0]!.proposal).toBeUndefined();
    expect(check("99085001234").problems[0]!.proposal).toBeUndefined();
  });

  it("cannot be got back from a rounded cell", () => {
    for (const text of ["1.8919E+10", "8,9085E+10", "89085E6"]) expect(codes(text)).toEqual(["rounded"]);
  });

  it("is missing when a word stands in its place", () => {
    for (const text of ["", "  ", "không có", "Chưa có", "-", "X", "không có."]) expect(check(text)).toEqual({ type: null, problems: [{ code: "registry.identity.missing", severity: "warning", data: {} }] });
  });

  it("is no number when it is made up", () => {
    for (const text of ["123456789", "000000000000", "111111111", "123456789012", "987654321"]) {
      expect(check(text).normalized).toBeUndefined();
      expect(codes(text)).toEqual(["placeholder"]);
    }
  });

  it("must be digits of a known length", () => {
    expect(codes("08908500123A")).toEqual(["notDigits"]);
    expect(codes("0890850012345")).toEqual(["length"]);
    expect(codes("12345")).toEqual(["length"]);
  });
});

describe("an old CMND", () => {
  it("has nine digits; eight may have lost a zero", () => {
    expect(check("351234567")).toEqual({ type: "CMND", normalized: "351234567", problems: [] });
    expect(check("21234567").problems[0]).toMatchObject({ severity: "error", proposal: "021234567" });
  });
});

describe("whatever is written", () => {
  it("never brings the number into the data of a problem", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{8,13}$/), fc.constantFrom(0 as const, 1 as const, 2 as const), fc.integer({ min: 1900, max: 2030 }), (text, sex, birthYear) => {
        for (const found of check(text, { sex, birthYear }).problems) expect(JSON.stringify([found.code, found.data])).not.toContain(text);
      }),
    );
  });

  it("is either taken with 9 or 12 digits or has a problem that says why not", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{7,13}$/)), (text) => {
        const { type, normalized, problems } = check(text);
        if (normalized === undefined) return type === null && problems.length > 0;
        return normalized.length === (type === "CCCD" ? 12 : 9);
      }),
    );
  });
});

describe("a masked number", () => {
  it("shows the first and last three digits", () => {
    expect(maskNumber("089085001234")).toBe("089••••••234");
    expect(maskNumber("351234567")).toBe("351•••567");
  });
});
