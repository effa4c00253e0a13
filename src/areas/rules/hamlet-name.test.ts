import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { certainHamlet, hamletLabel, matchHamlet, tidyHamletName } from "./hamlet-name.ts";
import type { Hamlet, HamletKind } from "./hamlet.ts";

describe("a hamlet's name", () => {
  test.each([
    ["ấp Phú Lợi", "ap", "Phú Lợi"],
    ["Ấp  Phú Lợi.", "ap", "Phú Lợi"],
    ["AP PHU LOI", "ap", "PHU LOI"],
    ["Ấp 01", "ap", "1"],
    ["Ấp1", "ap", "1"],
    ["khóm 3", "khom", "3"],
    ["Khóm Vĩnh Phú", "khom", "Vĩnh Phú"],
    ["TDP 5", "to_dan_pho", "5"],
    ["KP. 2", "khu_pho", "2"],
    ["Thôn Đông", "thon", "Đông"],
    ["Phú Lợi", "unknown", "Phú Lợi"],
    ["Apple", "unknown", "Apple"],
    ["Ấp", "unknown", "Ấp"],
    ["Bản Mới", "unknown", "Bản Mới"],
  ] as const)("%s", (text, kind, name) => expect(tidyHamletName(text)).toEqual({ kind, name }));

  test("read again from its label it stays the same", () => {
    const kinds: HamletKind[] = ["ap", "khom", "thon", "to_dan_pho", "khu_pho"];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.constantFrom("Phú Lợi", "1", "Vĩnh Hòa", "An Hưng"), (kind, name) => {
        expect(tidyHamletName(hamletLabel({ kind, name }))).toEqual({ kind, name });
      }),
    );
  });
});

describe("matching a written name", () => {
  const of = (id: string, kind: HamletKind, name: string): Hamlet => ({ id, kind, name, periods: [] });
  const hamlets = [of("1", "ap", "Phú Lợi"), of("2", "ap", "Phú Hòa"), of("3", "ap", "1"), of("4", "khom", "An Hưng"), of("5", "ap", "Phú Lội")];

  test.each([
    ["ấp Phú Lợi", "1"],
    ["Ấp Phú Lợi", "1"],
    ["Phú Lợi", "1"],
    ["ấp Phú Hoà", "2"],
    ["Phu Hoa", "2"],
    ["ấp 01", "3"],
    ["1", "3"],
    ["khóm An Hưng", "4"],
  ])("%s is certain", (text, id) => expect(certainHamlet(matchHamlet(text, hamlets))?.id).toBe(id));

  test("without marks two hamlets may be meant", () => {
    const found = matchHamlet("ap Phu Loi", hamlets);
    expect(found.map(({ hamlet }) => hamlet.id)).toEqual(["1", "5"]);
    expect(certainHamlet(found)).toBeUndefined();
  });

  test("another kind or another mark must be confirmed", () => {
    const kind = matchHamlet("ấp An Hưng", hamlets);
    expect(kind[0]!.reasons.map(({ code }) => code)).toContain("areas.reason.hamletKindDiffers");
    expect(certainHamlet(kind)).toBeUndefined();
    const mark = matchHamlet("Phú Hóa", hamlets);
    expect(mark.map(({ hamlet }) => hamlet.id)).toEqual(["2"]);
    expect(certainHamlet(mark)).toBeUndefined();
  });

  test("a name on no list has no candidate", () => expect(matchHamlet("ấp Không Có", hamlets)).toEqual([]));
});
