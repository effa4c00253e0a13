import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, nfc, tidySpaces } from "./fold.ts";

test("searching without marks finds the name", () => {
  expect(fold("Nguyễn  Thị HÒA")).toBe("nguyen thi hoa");
  expect(fold("Đặng Đức Ưởng")).toBe("dang duc uong");
  expect(fold("xã Phú\u00a0Hữu ")).toBe("xa phu huu");
});

test("composed and decomposed text are one", () => {
  expect("Hòa".normalize("NFD")).not.toBe("Hòa");
  expect(nfc("Hòa".normalize("NFD"))).toBe("Hòa");
  expect(fold("Hòa".normalize("NFD"))).toBe(fold("Hòa"));
  expect(tidySpaces(" \tTrần \u00a0 Văn\nAn ".normalize("NFD"))).toBe("Trần Văn An");
});

test("folding again changes nothing, whatever the text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => fold(fold(text)) === fold(text)));
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => fold(text) === fold(text.normalize("NFD"))));
});

test("a Vietnamese word folds to plain small letters", () => {
  const letters = fc.constantFrom(..."aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵAĂÂĐÊÔƠƯbcghklmnpqrstvx");
  fc.assert(fc.property(fc.string({ unit: letters, minLength: 1 }), (word) => /^[a-z]+$/.test(fold(word)) && fold(word).length === word.length));
});
