import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSyllable } from "./syllable.ts";

describe("the form of a syllable", () => {
  test.each(
    ("nghiêng Nguyễn quý quốc quyết gì giếng giữa gìn giết khuya huỳnh thuở ngoằn xoong đặng yến ý ỷ uyên ước ươm ở à " +
      "thượng khoẻ khỏe hòa hoà rượu chếch kỹ ghế nghỉ cuộc tuyết hoẵng QUANG Đức").split(" "),
  )("%s has it", (word) => expect(isSyllable(word)).toBe(true));

  test.each(("Lắk Krông ca\u0309t tảc cê kan ngê ghá nghà café Müller bld xx e\u0301\u0301 hò\u0301a áá str ñ Lếh HĐND".split(" ")).concat("", "hoa mai"))(
    "%j has not",
    (word) => expect(isSyllable(word)).toBe(false),
  );

  test("does not depend on letter case or composition", () => {
    const word = fc.string({ unit: fc.constantFrom(..."aăâáắấbcdđeêghiíklmnoôơóuưúyýt"), minLength: 1, maxLength: 6 });
    fc.assert(fc.property(word, (text) => isSyllable(text) === isSyllable(text.toUpperCase()) && isSyllable(text) === isSyllable(text.normalize("NFD"))));
  });

  test("a stopped final bears sắc or nặng or no mark", () => {
    const stopped = fc.constantFrom("ca?p", "ho?c", "ma?t", "thi?ch");
    fc.assert(fc.property(stopped, fc.constantFrom("̀", "̉", "̃"), (form, tone) => !isSyllable(form.replace("?", tone).normalize("NFC"))));
    fc.assert(fc.property(stopped, fc.constantFrom("", "́", "̣"), (form, tone) => isSyllable(form.replace("?", tone).normalize("NFC"))));
  });
});
