import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeLegacy, decodeTcvn3, decodeVni, legacyFontKind, looksLegacy } from "./legacy.ts";
import charsets from "./vn-legacy-charsets.json" with { type: "json" };

/** The inverse tables: how an office typed a Unicode text in the old fonts. */
function encoder(table: Record<string, string>): (text: string) => string {
  const stored = new Map(Object.entries(table).map(([from, to]) => [to, from]));
  return (text) => Array.from(text.normalize("NFC"), (char) => stored.get(char) ?? stored.get(char.toLowerCase()) ?? char).join("");
}
const toTcvn3 = encoder(charsets.tcvn3);
const toVni = encoder(charsets.vni);

const NAMES = [
  "Nguyễn Văn Hòa", "Trần Thị Ngọc Ánh", "Lê Hoàng Phước", "Võ Thị Kiều Diễm", "Huỳnh Quốc Khánh", "Đặng Thị Mỹ Hạnh",
  "Phạm Hữu Nghĩa", "Bùi Thị Tuyết Nhung", "Đỗ Gia Huy", "Mách Sa Lếh",
];
const small = fc.constantFrom(...Array.from(new Set(Object.values(charsets.tcvn3))).filter((c) => c === c.toLowerCase()), ..."abcdeghiklmnopqrstuvxy ");

describe("TCVN3", () => {
  test("a name typed in .VnTime is read", () => {
    expect(decodeTcvn3("NguyÔn V¨n Hßa")).toBe("Nguyễn Văn Hòa");
    expect(decodeTcvn3("¸nh T­ ®Æng thÞ")).toBe("ánh Tư đặng thị");
  });

  test("a capital font shows small codes as capitals", () => {
    expect(decodeTcvn3("NguyÔn v¨n ®øc", true)).toBe("NGUYỄN VĂN ĐỨC");
    expect(decodeLegacy("®øc", "tcvn3-capital")).toBe("ĐỨC");
  });

  test("what was typed is what is read", () => {
    fc.assert(fc.property(fc.string({ unit: small }), (text) => decodeTcvn3(toTcvn3(text)) === text));
  });
});

describe("VNI", () => {
  test("a name typed in VNI-Times is read", () => {
    expect(decodeVni("Nguyeãn Vaên Hoøa")).toBe("Nguyễn Văn Hòa");
    expect(decodeVni("ÑAËNG THÒ MYÕ")).toBe("ĐẶNG THỊ MỸ");
  });

  test("a small mark after a capital letter is read too", () => expect(decodeVni("Aùnh Ôû")).toBe("Ánh Ở"));

  test("what was typed is what is read", () => {
    const letters = fc.constantFrom(...new Set(Object.values(charsets.vni)), ..."bcdghklmnpqrstvx ");
    fc.assert(fc.property(fc.string({ unit: letters }), (text) => decodeVni(toVni(text)) === text));
  });
});

test("the font's name tells the encoding", () => {
  expect([".VnTime", ".VnArial Narrow", ".vntime"].map(legacyFontKind)).toEqual(["tcvn3", "tcvn3", "tcvn3"]);
  expect([".VnTimeH", ".VnArialH", ".VnTimeH Bold"].map(legacyFontKind)).toEqual(Array(3).fill("tcvn3-capital"));
  expect(["VNI-Times", "VNI Helve", "Vni-Book"].map(legacyFontKind)).toEqual(["vni", "vni", "vni"]);
  expect(["Times New Roman", "Arial", "Calibri", "Vnitra", ""].map(legacyFontKind)).toEqual(Array(5).fill(undefined));
});

describe("text without a font name", () => {
  test("a list in TCVN3 or VNI is found out", () => {
    expect(looksLegacy(toTcvn3(NAMES.join("\n")))).toMatchObject({ kind: "tcvn3" });
    expect(looksLegacy(toVni(NAMES.join("\n")))).toMatchObject({ kind: "vni" });
  });

  test.each(NAMES.slice(0, -1))("one name is enough where its marks are telling: %s", (name) => {
    expect(looksLegacy(toTcvn3(name))?.kind).toBe("tcvn3");
    expect(looksLegacy(toVni(name))?.kind).toBe("vni");
  });

  test("more words make it surer", () => {
    const one = looksLegacy(toTcvn3(NAMES[0]!))!.confidence;
    expect(looksLegacy(toTcvn3(NAMES.join(" ")))!.confidence).toBeGreaterThan(one);
  });

  test.each([
    ...NAMES, "Hà", "Lê Hà", "xã Phú Hội", "Trà Vinh", "Tân An", "Hòa", "là", "chí", "Bình", "Vân Thùy", "ông, bà",
    "Neáng Sóc", "Néang Srây", "Châu Ly", "Kim Sóc Kha",
    "Nguyen Van A", "Ro Hi Mach", "xa An Phu", "", "   ", "12.500", "89123456789",
    "café au lait", "résumé", "Zoë Müller", "naïve façade", "São Paulo", "Malmö", "Düsseldorf", "jalapeño", "Ångström",
    "© 2024 Công ty", "§ 5", "20 m² × 3", "25°C ± 1", "«Hòa»", "£100", "Nestlé®", "1½ ha", "N×6", "Crème Brûlée", "El Niño", "Señor José Muñoz",
  ])("Unicode, ASCII and other languages are left alone: %s", (text) => expect(looksLegacy(text)).toBeUndefined());
});
