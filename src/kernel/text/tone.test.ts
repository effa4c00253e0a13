import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "./fold.ts";
import { sameText, searchKey, toneCanonical } from "./tone.ts";

describe("the place of the tone mark", () => {
  test.each([
    ["Hoà", "Hòa"],
    ["Thuỷ", "Thủy"],
    ["khoẻ", "khỏe"],
    ["hoạ sĩ Toạ", "họa sĩ Tọa"],
    ["UỶ BAN", "ỦY BAN"],
    ["Uỷ ban", "Ủy ban"],
    ["xã Hoà Bình, huyện Thoại Sơn", "xã Hòa Bình, huyện Thoại Sơn"],
    ["hoà.", "hòa."],
  ])("%s reads as %s", (typed, canonical) => {
    expect(toneCanonical(typed)).toBe(canonical);
    expect(toneCanonical(typed.normalize("NFD"))).toBe(canonical);
  });

  test.each(["quý", "Quỳ", "QUÝ", "hoàn", "Huỳnh", "suýt", "toán", "ngoài", "xoáy", "khuỷu", "Hòa", "Thủy", "mía", "của", "họp"])("%s stays", (word) => {
    expect(toneCanonical(word)).toBe(word);
  });

  const syllable = fc.record({
    onset: fc.constantFrom("", "h", "th", "kh", "t", "ng", "l", "H", "Th", "T"),
    rime: fc.constantFrom("oa", "oe", "uy"),
    tone: fc.constantFrom("̀", "̉", "̃", "́", "̣"),
    end: fc.constantFrom("", " ", ",", ")", " An"),
  });

  test("both ways of writing are the same text", () => {
    fc.assert(
      fc.property(syllable, ({ onset, rime, tone, end }) => {
        const early = (onset + rime.charAt(0) + tone + rime.charAt(1) + end).normalize("NFC");
        const late = (onset + rime + tone + end).normalize("NFC");
        return early !== late && toneCanonical(late) === early && toneCanonical(early) === early && sameText(early, late);
      }),
    );
  });

  test("only moves marks: letters stay, a second pass changes nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(syllable.map((s) => s.onset + s.rime + s.tone + s.end), fc.string({ unit: "grapheme" }))), (parts) => {
        const text = parts.join("");
        const canonical = toneCanonical(text);
        return toneCanonical(canonical) === canonical && fold(canonical) === fold(text);
      }),
    );
  });
});

describe("the same as read", () => {
  test("letter case, spaces and composition do not count", () => {
    expect(sameText("NGUYỄN VĂN HOÀ", " Nguyễn  Văn Hòa")).toBe(true);
    expect(sameText("Hòa".normalize("NFD"), "Hoà")).toBe(true);
  });

  test("tones and letters do", () => {
    expect(sameText("Hòa", "Hoa")).toBe(false);
    expect(sameText("Hòa", "Hóa")).toBe(false);
    expect(sameText("Đan", "Dan")).toBe(false);
    expect(sameText("Lý", "Lí")).toBe(false);
  });
});

describe("the key of search", () => {
  test.each([
    ["Lý", "Lí"],
    ["Mỹ Hạnh", "Mĩ Hạnh"],
    ["Quý", "Quí"],
    ["Trần Thị Kỳ", "trần thị kì"],
    ["Tỷ", "tỉ"],
  ])("%s and %s are found by each other", (a, b) => expect(searchKey(a)).toBe(searchKey(b)));

  test.each([
    ["Thúy", "Thúi"],
    ["Tay", "Tai"],
    ["Huy", "Hui"],
  ])("%s and %s are different words", (a, b) => expect(searchKey(a)).not.toBe(searchKey(b)));

  test("is folded text", () => expect(searchKey("Lê Thị  Mỹ Hòa")).toBe("le thi mi hoa"));
});
