import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareNames, nameSortKey, splitName, tidyName } from "./name.ts";
import { toneCanonical } from "./tone.ts";

const letters = fc.constantFrom(..."aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵzAĂÂĐÊÔƠƯÁẠỨN");

describe("the parts of a name", () => {
  test.each([
    ["Nguyễn Thị Ngọc Ánh", { family: "Nguyễn", middle: "Thị Ngọc", given: "Ánh" }],
    ["Lê Hòa", { family: "Lê", middle: "", given: "Hòa" }],
    ["Mách", { family: "", middle: "", given: "Mách" }],
    ["  Ro  Hi Mách ", { family: "Ro", middle: "Hi", given: "Mách" }],
    ["", { family: "", middle: "", given: "" }],
  ])("%j", (full, parts) => expect(splitName(full)).toEqual(parts));
});

describe("a tidy name", () => {
  test.each([
    ["NGUYỄN  VĂN HOÀ", "Nguyễn Văn Hoà"],
    ["đặng thị ánh", "Đặng Thị Ánh"],
    [" Mách Sa Lếh ", "Mách Sa Lếh"],
    ["Nguyễn Thị hoa", "Nguyễn Thị hoa"],
    ["H'HEN NIÊ", "H'Hen Niê"],
    ["Ánh".normalize("NFD"), "Ánh"],
  ])("%j becomes %j", (typed, name) => expect(tidyName(typed)).toBe(name));

  test("is tidy already", () => {
    const typed = fc.string({ unit: fc.oneof(letters, fc.constantFrom(" ", "'", "-", "\u00a0")) });
    fc.assert(fc.property(typed, (text) => tidyName(tidyName(text)) === tidyName(text)));
  });
});

const collator = new Intl.Collator("vi");
const byCollator = (a: string, b: string): number => Math.sign(collator.compare(toneCanonical(a).toLowerCase(), toneCanonical(b).toLowerCase()));
const byKeyBytes = (a: string, b: string): number => Math.sign(Buffer.compare(Buffer.from(nameSortKey(a)), Buffer.from(nameSortKey(b))));

const alike = fc.constantFrom(..."aàáăắâấodđ");
const word = fc.oneof(fc.string({ unit: letters, minLength: 1, maxLength: 7 }), fc.string({ unit: alike, minLength: 1, maxLength: 3 }));

describe("the order of people", () => {
  test("is by given name, in the order of letters and tones", () => {
    const ordered = ["An", "Anh", "Ánh", "Ăn", "Ân", "Dung", "Dũng", "Đức", "Hoa", "Hòa", "Hỏa", "Hóa", "Hoan", "Ước"].map((given) => `Lê Văn ${given}`);
    expect([...ordered].reverse().sort(compareNames)).toEqual(ordered);
  });

  test("then by family name, then by middle names", () => {
    const ordered = ["An", "Lê An", "Lê Thị An", "Lê Văn An", "Lê Văn Thế An", "Nguyễn An", "Trần An", "Lê Anh"];
    expect([...ordered].reverse().sort(compareNames)).toEqual(ordered);
  });

  test("does not see letter case, spaces or the place of the tone", () => {
    expect(compareNames("NGUYỄN VĂN HOÀ", "Nguyễn  Văn Hòa")).toBe(0);
    expect(nameSortKey("Lê Hòa".normalize("NFD"))).toBe(nameSortKey("Lê Hoà"));
  });

  test("of given names by the bytes of the key is that of the Vietnamese collation", () => {
    fc.assert(fc.property(word, word, (a, b) => byKeyBytes(a, b) === byCollator(a, b)), { numRuns: 3000 });
  });

  test("of full names is that of the collation applied to given, family and middle names in turn", () => {
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [x, y] = [splitName(a), splitName(b)];
        return byKeyBytes(a, b) === (byCollator(x.given, y.given) || byCollator(x.family, y.family) || byCollator(x.middle, y.middle));
      }),
      { numRuns: 3000 },
    );
  });

  test("the key is plain ASCII without quotes or backslashes for any text, and compareNames follows it", () => {
    const any = fc.string({ unit: "grapheme" });
    fc.assert(fc.property(any, (text) => /^[ !#0-9A-Za-z]*$/.test(nameSortKey(text))));
    fc.assert(fc.property(any, any, (a, b) => compareNames(a, b) === byKeyBytes(a, b)));
  });
});
