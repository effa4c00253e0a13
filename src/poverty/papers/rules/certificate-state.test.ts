import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDate as day } from "../../../kernel/date.ts";
import { certificateState, type Span } from "./certificate-state.ts";
import { entryOf } from "./households.ts";
import { templateOn, type PaperTemplate } from "./template.ts";

const issued = { issuedOn: day("2024-01-05"), withdrawnOn: null };
const span = (from: string, to: string | null, statusYear: number): Span => ({ from: day(from), to: to === null ? null : day(to), statusYear });

describe("a certificate", () => {
  it("goes on over the years while one status follows the other", () => {
    const statuses = [span("2024-12-10", null, 2025), span("2023-12-10", "2024-12-10", 2024)];
    expect(certificateState(issued, statuses, day("2024-06-01"))).toEqual({ state: "valid", year: 2024 });
    expect(certificateState(issued, statuses, day("2026-06-01"))).toEqual({ state: "valid", year: 2025 });
  });

  it("ends with the status, and does not come back when the household is recognised later", () => {
    const statuses = [span("2023-12-10", "2024-12-10", 2024), span("2025-12-12", null, 2026)];
    expect(certificateState(issued, statuses, day("2024-12-09"))).toEqual({ state: "valid", year: 2024 });
    for (const on of ["2024-12-10", "2026-01-01"]) expect(certificateState(issued, statuses, day(on))).toEqual({ state: "withdrawn", on: "2024-12-10", because: "statusEnded" });
  });

  it("is withdrawn when the recognition was taken back, or by an officer from a day on", () => {
    expect(certificateState(issued, [], day("2024-06-01"))).toMatchObject({ state: "withdrawn", because: "statusEnded" });
    const taken = { ...issued, withdrawnOn: day("2024-03-01") };
    expect(certificateState(taken, [span("2023-12-10", null, 2024)], day("2024-02-29"))).toMatchObject({ state: "valid" });
    expect(certificateState(taken, [span("2023-12-10", null, 2024)], day("2024-03-01"))).toMatchObject({ state: "withdrawn", because: "withdrawn" });
  });

  it("once withdrawn stays so, whatever comes", () => {
    const step = fc.integer({ min: 0, max: 400 });
    fc.assert(fc.property(fc.array(fc.tuple(step, step), { maxLength: 6 }), step, step, (parts, first, more) => {
      let at = day("2023-06-01");
      const statuses = parts.map(([gap, length], i): Span => {
        const from = addDays(at, gap);
        at = addDays(from, length + 1);
        return { from, to: at, statusYear: 2024 + i };
      });
      const [on, later] = [addDays(issued.issuedOn, first), addDays(issued.issuedOn, first + more)];
      return certificateState(issued, statuses, on).state === "valid" || certificateState(issued, statuses, later).state === "withdrawn";
    }));
  });
});

it("entry of a list by the movement table: stays, new, back again", () => {
  expect(entryOf("poor", "poor", new Set(["poor"]))).toBe("Cũ");
  expect(entryOf("poor", "none", new Set())).toBe("Mới");
  expect(entryOf("poor", "none", new Set(["poor"]))).toBe("Tái");
  expect(entryOf("poor", "near_poor", new Set(["poor", "near_poor"]))).toBe("Mới");
  expect(entryOf("near_poor", "poor", new Set(["poor"]))).toBe("Mới");
  expect(entryOf("near_poor", "none", new Set(["poor"]))).toBe("Tái");
});

it("the form of a day: the later begun; unknown ones are never used", () => {
  const form = (id: string, validFrom: string, validTo: string | null, certainty: PaperTemplate["certainty"] = "unchecked"): PaperTemplate => ({
    kind: "certificate", id, validFrom: day(validFrom), validTo: validTo === null ? null : day(validTo), formLine: null, symbol: null, title: "x", bases: [], texts: {}, certainty, source: { doc: "x", article: null },
  });
  const forms = [form("a", "2021-09-01", "2026-12-31"), form("b", "2024-01-01", "2026-12-31"), form("c", "2027-01-01", null, "unknown")];
  expect(["2021-08-31", "2022-01-01", "2024-01-01", "2026-12-31", "2027-01-01"].map((on) => templateOn(forms, "certificate", day(on))?.id)).toEqual([undefined, "a", "b", "b", undefined]);
});
