import { describe, expect, it } from "vitest";
import { passText, readCode, shortCode, soundCode } from "./short-code.ts";

describe("the code of a pass", () => {
  it("is five letters that cannot be mistaken for each other, and reads back from a scan or from typing", () => {
    for (let seed = 0; seed < 500; seed++) {
      const code = shortCode(Uint8Array.of(seed % 256, (seed * 7) % 256, (seed * 31) % 256, (seed * 101) % 256));
      expect(code).toMatch(/^[2-9A-HJKMNP-Z]{5}$/);
      expect(soundCode(code)).toBe(true);
      expect(readCode(passText("PGD-2023-01", code))).toEqual({ fairCode: "PGD-2023-01", code });
      expect(readCode(` ${code.toLowerCase()} `)).toEqual({ fairCode: null, code });
    }
  });

  it("notices one wrong letter and two that changed places", () => {
    const code = shortCode(Uint8Array.of(3, 90, 17, 200));
    for (let at = 0; at < 5; at++) expect(soundCode(code.slice(0, at) + (code[at] === "7" ? "8" : "7") + code.slice(at + 1)), String(at)).toBe(false);
    expect(code[1]).not.toBe(code[2]);
    expect(soundCode(code[0]! + code[2]! + code[1]! + code.slice(3))).toBe(false);
  });
});
