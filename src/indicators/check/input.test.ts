import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "../../kernel/error.ts";
import { fill } from "../../platform/http/messages.ts";
import { checkFiguresCommand } from "./check-figures.ts";
import { CheckReport, FiguresDocument } from "./contract.ts";
import { firstSet, secondSet } from "./fragments.ts";
import en from "./messages.en.json" with { type: "json" };
import vi from "./messages.vi.json" with { type: "json" };
import { CLAIM_TYPES } from "./rules/model.ts";

const refusal = (json: unknown): AppError => {
  try {
    checkFiguresCommand(json);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
};
const told = (json: unknown): string => {
  const { code, data } = refusal(json);
  return fill(vi[code as keyof typeof vi], data);
};
const claim = (fields: object): object => ({ claims: [{ type: "rate", part: 1, whole: 2, printed: "50%", ...fields }] });

describe("input that is not in the documented form", () => {
  test("says where and what to do", () => {
    expect(told(claim({ part: "ho_ngheo" }))).toBe(
      "claims[0].part: không có số liệu nào mang mã “ho_ngheo” trong figures. Sửa mã hoặc thêm số liệu.",
    );
    expect(told(claim({ part: "12 trong 30" }))).toMatch(/^claims\[0\]\.part: không đọc được “12 trong 30”/);
    expect(told(claim({ partt: 1 }))).toMatch(/^claims\[0\]: không có trường partt/);
    expect(told(claim({ type: "ratio" }))).toMatch(/^claims\[0\]\.type: không có loại “ratio”/);
    expect(told(claim({ part: 1e21 }))).toMatch(/^claims\[0\]\.part: số 1e\+21 quá lớn/);
    expect(told(claim({ part: { valeu: 3 } }))).toMatch(/^claims\[0\]\.part: không có trường valeu/);
    expect(told({ claims: [{ type: "sum", total: 3 }] })).toMatch(/^claims\[0\]\.parts: thiếu giá trị/);
    expect(told({ figures: [{ id: "2023", value: 1 }], claims: [] })).toMatch(/^figures\[0\]\.id: mã số liệu không được là một con số/);
    expect(
      told({
        figures: [
          { id: "a", value: 1, kind: "count" },
          { id: "a", value: 2 },
        ],
      }),
    ).toMatch(/^figures\[1\]\.id: mã “a” đã dùng/);
    expect(told({ figures: [{ id: "a", value: 1, partOf: "b" }] })).toMatch(/^figures\[0\]\.partOf: không có số liệu nào mang mã “b”/);
    expect(told({ figures: [{ id: "a", value: 1 }] })).toMatch(/^Không có gì để kiểm tra/);
    expect(told([])).toMatch(/^JSON: sai kiểu giá trị, cần object/);
  });

  test("all problems are told at once", () => {
    const { data } = refusal({ claims: [{ type: "rate", partt: 1 }, { type: "sum" }] });
    expect(data["problems"]).toHaveLength(2);
  });

  test("whatever comes in is judged in the documented form or refused with a code that has words", () => {
    const number = fc.oneof(
      fc.constantFrom(
        "5,67%",
        "-2,29 điểm %",
        "hơn 1.200 hộ",
        "1,2 tỷ đồng",
        "7,125 người",
        "—",
        "",
        "?",
        "0",
        "0%",
        "100%",
        "a",
        "b",
        "12.345.678.901.234.567.890",
        "0,000000000000001",
        "gần 0",
        "1,25 lần",
        "11,7‰",
      ),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
      fc.record({ part: fc.integer(), whole: fc.integer() }),
      fc.record({ value: fc.integer(), unit: fc.constantFrom("hộ", "triệu đồng", "%"), decimals: fc.integer({ min: 0, max: 15 }) }),
    );
    const fields = [
      "part",
      "whole",
      "total",
      "from",
      "to",
      "previous",
      "now",
      "actual",
      "plan",
      "base",
      "count",
      "value",
      "min",
      "max",
    ] as const;
    const shapes = new Map(CLAIM_TYPES.map((type) => [type, shapeOf(type)]));
    const anyClaim = fc.record({
      type: fc.constantFrom(...CLAIM_TYPES),
      numbers: fc.record(Object.fromEntries(fields.map((field) => [field, number]))),
      lists: fc.record({ parts: fc.array(number, { minLength: 1 }), minus: fc.array(number), values: fc.array(number, { minLength: 2 }) }),
      rates: fc.array(fc.record({ part: number, printed: number }), { minLength: 1 }),
      printed: number,
      wording: fc.constantFrom("đạt", "vượt", "giảm", "giảm còn", "tăng", "không đạt", "khác"),
    });
    const figures = [
      { id: "a", value: "41.504 hộ" },
      { id: "b", printed: "5,67%", is: { type: "rate", part: "2.354", whole: "a" } },
    ];
    fc.assert(
      fc.property(anyClaim, ({ type, numbers, lists, rates, ...rest }) => {
        const all = { ...numbers, ...lists, rates, ...rest };
        const fitting = Object.fromEntries(Object.entries(all).filter(([field]) => shapes.get(type)!.has(field)));
        try {
          CheckReport.parse(checkFiguresCommand({ figures, claims: [{ type, ...fitting }] }));
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(Object.keys(vi)).toContain(error.code);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

const shapeOf = (type: string): Set<string> => {
  const rest = ["wording", "printed"];
  const own: Record<string, string[]> = {
    rate: ["part", "whole"],
    share: ["part", "whole"],
    sum: ["parts", "minus", "total"],
    difference: ["from", "to"],
    points: ["previous", "now"],
    relativeChange: ["previous", "now"],
    percentOfPlan: ["actual", "plan"],
    percentOfSamePeriod: ["previous", "now"],
    average: ["total", "count"],
    levelPlan: ["actual", "plan", "base"],
    sharedDenominator: ["rates", "whole"],
    range: ["value", "min", "max"],
    same: ["values"],
  };
  return new Set([...own[type]!, ...(type === "sum" || type === "same" ? [] : rest)]);
};

describe("documents made to exhaust", () => {
  const figure = (index: number, is: object): object => ({ id: `f${index}`, printed: "5%", is });

  test("a chain of five thousand figures, and one that doubles at each step", () => {
    const chain = Array.from({ length: 5_000 }, (_, index) =>
      figure(index, { type: "rate", part: index === 0 ? 1 : `f${index - 1}`, whole: 20 }),
    );
    expect(checkFiguresCommand({ figures: chain }).summary.checked).toBe(5_000);
    const doubling = Array.from({ length: 200 }, (_, index) =>
      figure(index, { type: "sum", parts: index === 0 ? [1, 2] : [`f${index - 1}`, `f${index - 1}`] }),
    );
    expect(JSON.stringify(checkFiguresCommand({ figures: doubling })).length).toBeLessThan(1_000_000);
  });

  test("numbers nested in numbers", () => {
    let part: unknown = 1;
    for (let level = 0; level < 5_000; level += 1) part = { part, whole: 2 };
    expect(refusal({ claims: [{ type: "points", previous: part, now: "5%", printed: "1 điểm %" }] }).code).toBe("check.numberForm");
  });
});

describe("words and schema", () => {
  const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

  test("both languages word the same codes with the same data", () => {
    expect(Object.keys(en)).toEqual(Object.keys(vi));
    for (const [code, text] of Object.entries(vi)) expect(holes(en[code as keyof typeof en]), code).toEqual(holes(text));
  });

  test("no finding of the fragments lacks words or leaves a place empty", () => {
    for (const language of ["vi", "en"] as const) {
      for (const { id, document } of [...firstSet, ...secondSet]) {
        for (const { reasons, hints, suggestion = "" } of checkFiguresCommand(document, language).results) {
          for (const text of [...reasons, ...hints].map(({ message }) => message).concat(suggestion))
            expect(text, id).not.toMatch(/\{\w+\}|check\./);
        }
      }
    }
  });

  test("every code written in the rules has words, and all words are used", () => {
    const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
    );
    const source = files.map((file) => readFileSync(`${import.meta.dirname}/${file}`, "utf8")).join("\n");
    const composed = ["by.", "rounding.", "wording.", "field."];
    const used = (code: string): boolean =>
      source.includes(`"${code}"`) ||
      source.includes(`"${code.slice("check.".length)}"`) ||
      composed.some((start) => code.startsWith(`check.${start}`));
    expect(Object.keys(vi).filter((code) => !used(code))).toEqual([]);
    const written = [...source.matchAll(/finding\("([\w.]+)"/g)].map(([, code]) => `check.${code}`);
    expect(written.filter((code) => !(code in vi))).toEqual([]);
  });

  test("the published JSON schema is that of the code", async () => {
    const schema = { input: z.toJSONSchema(FiguresDocument, { io: "input" }), output: z.toJSONSchema(CheckReport) };
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot("../../../docs/cli/check-figures.schema.json");
  });
});
