import { describe, expect, test } from "vitest";
import { readAreaText, readPart } from "./area-text.ts";

describe("a part of an address", () => {
  test.each([
    ["xã Phú Hữu", ["xa"], "phú hữu"],
    ["XÃ  PHÚ HỮU", ["xa"], "phú hữu"],
    ["X. Phú Hữu", ["xa"], "phú hữu"],
    ["TT. An Phú", ["thi_tran"], "an phú"],
    ["TT An Phú", ["thi_tran"], "an phú"],
    ["thi tran An Phu", ["thi_tran"], "an phu"],
    ["Q.1", ["quan"], "1"],
    ["Q1", ["quan"], "1"],
    ["P.01", ["phuong"], "1"],
    ["TX. Tân Châu", ["thi_xa"], "tân châu"],
    ["T.X Tân Châu", ["thi_xa"], "tân châu"],
    ["TP Châu Đốc", ["thanh_pho", "thanh_pho_tw"], "châu đốc"],
    ["Tp. Hồ Chí Minh", ["thanh_pho", "thanh_pho_tw"], "hồ chí minh"],
    ["TPHCM", ["thanh_pho", "thanh_pho_tw"], "hồ chí minh"],
    ["TP.HCM", ["thanh_pho", "thanh_pho_tw"], "hồ chí minh"],
    ["Đặc khu Phú Quốc", ["dac_khu"], "phú quốc"],
    ["TX", ["thi_xa"], ""],
    ["P.", ["phuong"], ""],
    ["An Phú", undefined, "an phú"],
    ["Xà Phiên", undefined, "xà phiên"],
    ["Tân Châu", undefined, "tân châu"],
    ["Hòn Đất", undefined, "hòn đất"],
  ])("%s", (text, kinds, name) => {
    const [form] = readPart(text).forms;
    expect(form?.kinds).toEqual(kinds);
    expect(form?.marked).toBe(name);
  });

  test("an unmarked first word may be a kind or belong to the name", () =>
    expect(readPart("xa phien").forms.map(({ folded }) => folded)).toEqual(["phien", "xa phien"]));
});

describe("an address is cut into parts, smallest first", () => {
  const parts = (text: string) => readAreaText(text).at(-1)!.map((part) => part.text);
  test.each([
    "xã Phú Hữu, huyện An Phú, tỉnh An Giang",
    "xã Phú Hữu;huyện An Phú ;tỉnh An Giang",
    "xã Phú Hữu - huyện An Phú - tỉnh An Giang",
    "xã Phú Hữu huyện An Phú tỉnh An Giang",
    "tỉnh An Giang, huyện An Phú, xã Phú Hữu",
  ])("%s", (text) => expect(parts(text)).toEqual(["xã Phú Hữu", "huyện An Phú", "tỉnh An Giang"]));

  test("thị xã is not cut at xã", () => expect(parts("xã Nhơn Hưng thị xã Tịnh Biên")).toEqual(["xã Nhơn Hưng", "thị xã Tịnh Biên"]));
  test("a name with a hyphen is read whole first", () => expect(readAreaText("Bà Rịa - Vũng Tàu")[0]).toHaveLength(1));
});
