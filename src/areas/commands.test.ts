import { describe, expect, test } from "vitest";
import { resolveLines, traceLines } from "./answer-text.ts";
import { predecessorsAnswer, resolveAnswer, successorsAnswer } from "./commands.ts";
import { unitIndex } from "./load.ts";

const index = unitIndex();

describe("areas successors", () => {
  const answer = successorsAnswer(index, { text: "xã Phước Hưng, huyện An Phú", on: "2025-06-30", to: "2025-07-01" });

  test("xã Phước Hưng has three candidates, each a part of unknown size", () => {
    expect(answer.unit).toEqual({
      uid: "30358@0", code: "30358", level: "commune", kind: "xa", name: "Phước Hưng", fullName: "Xã Phước Hưng",
      path: "xã Phước Hưng, huyện An Phú, tỉnh An Giang", validFrom: null, validTo: "2025-07-01",
    });
    const common = { relation: "part", act: "1654/NQ-UBTVQH15", effective: "2025-07-01", exactness: "split" };
    expect(answer.successors).toMatchObject([
      { uid: "30337@2025-07-01", fullName: "Xã An Phú", path: "xã An Phú, tỉnh An Giang", ...common },
      { uid: "30346@2025-07-01", fullName: "Xã Nhơn Hội", ...common },
      { uid: "30352@2025-07-01", fullName: "Xã Phú Hữu", ...common },
    ]);
    expect(answer.successors[0]!.reason).toBe("một phần người dân của xã Phước Hưng thuộc xã An Phú; chưa có số liệu chia, cần theo ấp, khóm");
    expect(answer.closed).toBe(false);
    expect(answer.comparable).toMatchObject({ certain: true });
    expect([answer.comparable!.before.length, answer.comparable!.after.length]).toEqual([8, 3]);
  });

  test("the answer is plain JSON", () => expect(JSON.parse(JSON.stringify(answer))).toEqual(answer));

  test("a district answers by its communes", () => {
    const district = successorsAnswer(index, { text: "huyện An Phú", on: "2023-12-31", to: "2025-07-01" });
    expect(district).toMatchObject({ closed: true, comparable: null });
    expect(district.successors.map(({ relation, exactness }) => [relation, exactness])).toEqual(Array(5).fill(["composed", "exact"]));
    expect(district.successors[1]!.reason).toBe("xã Khánh Bình gồm toàn người dân của huyện An Phú, qua xã Khánh An, thị trấn Long Bình, xã Khánh Bình");
  });

  test("on a terminal", () => {
    expect(traceLines(answer)).toEqual([
      "xã Phước Hưng, huyện An Phú, tỉnh An Giang [30358@0]",
      expect.stringMatching(/^→ xã An Phú, tỉnh An Giang \[30337@2025-07-01\] · .* \(1654\/NQ-UBTVQH15\)$/),
      expect.stringContaining("[30346@2025-07-01]"),
      expect.stringContaining("[30352@2025-07-01]"),
      "tập hợp không khép kín: có người dân từ nơi khác hoặc sang nơi khác",
    ]);
  });

  test("a text that is not one unit is refused", () =>
    expect(() => successorsAnswer(index, { text: "An Phú", on: "2025-06-30", to: "2025-07-01" })).toThrow("areas.textAmbiguous"));
  test("a day that does not exist is refused", () => expect(() => successorsAnswer(index, { text: "886", on: "2025-06-31", to: "2025-07-01" })).toThrow("date.invalid"));
});

test("areas predecessors: xã Vĩnh Hậu back to 2022 was three xã", () => {
  const answer = predecessorsAnswer(index, { text: "xã Vĩnh Hậu", on: "2026-01-01", backTo: "2022-06-30", within: "tỉnh An Giang" });
  expect(answer.predecessors.map(({ path }) => path)).toEqual([
    "xã Vĩnh Hậu, huyện An Phú, tỉnh An Giang",
    "xã Vĩnh Trường, huyện An Phú, tỉnh An Giang",
    "xã Đa Phước, huyện An Phú, tỉnh An Giang",
  ]);
  expect(answer.predecessors[2]).toMatchObject({ relation: "whole", steps: [{ relation: "reclassified", effective: "2023-04-10" }, { relation: "whole" }] });
  expect(answer.closed).toBe(true);
});

describe("areas resolve", () => {
  test("found", () => {
    const answer = resolveAnswer(index, { text: "TT. An Phú", on: "2023-12-31" });
    expect(answer).toMatchObject({ status: "found", within: null, unit: { uid: "30337@0" } });
    expect(resolveLines(answer)[0]).toBe("thị trấn An Phú, huyện An Phú, tỉnh An Giang [30337@0]");
  });

  test("ambiguous, with reasons in words", () => {
    const answer = resolveAnswer(index, { text: "xã Đa Phước", on: "2023-12-31", within: "886@0" });
    expect(answer).toMatchObject({ status: "ambiguous", within: "886@0" });
    expect(resolveLines(answer)).toContain("    xã Đa Phước chỉ có đến trước ngày 10/04/2023 (văn bản: 721/NQ-UBTVQH15)");
  });

  test("not in force, with what it became", () => {
    const answer = resolveAnswer(index, { text: "huyện An Phú", on: "2025-07-01" });
    expect(answer).toMatchObject({ status: "not_in_force", candidates: [{ uid: "886@0", instead: { closed: true } }] });
    expect(resolveLines(answer).filter((line) => line.includes("→"))).toHaveLength(5);
  });

  test("unknown, with suggestions", () => {
    const answer = resolveAnswer(index, { text: "xã Fú Hữu, huyện An Phú", on: "2023-12-31" });
    expect(answer.status).toBe("unknown");
    expect("suggestions" in answer && answer.suggestions[0]!.uid).toBe("30352@0");
    expect(resolveLines(answer)[0]).toBe("Không tìm thấy. Gần giống:");
  });
});
