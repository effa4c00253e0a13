import { describe, expect, it } from "vitest";
import { translator } from "./text.tsx";

const t = translator({ of: "Danh sách của {area}, {count} hộ", first: "{area}, năm {year}", list: "Đơn vị: {area}", file: "Tệp {file}" });

describe("words with values in them", () => {
  it("write the kind of a unit small inside a sentence only", () => {
    expect(t("of", { area: "Xã Phú Hữu", count: 1204 })).toBe("Danh sách của xã Phú Hữu, 1.204 hộ");
    expect(t("of", { area: "Đặc khu Thổ Châu", count: 1 })).toBe("Danh sách của đặc khu Thổ Châu, 1 hộ");
    expect(t("first", { area: "Xã Phú Hữu", year: "2024" })).toBe("Xã Phú Hữu, năm 2024");
    expect(t("list", { area: "Xã Phú Hữu" })).toBe("Đơn vị: Xã Phú Hữu");
    expect(t("of", { area: "Hà Nội", count: 1 })).toBe("Danh sách của Hà Nội, 1 hộ");
    expect(t("file", { file: "Xã Phú Hữu.xlsx" })).toBe("Tệp Xã Phú Hữu.xlsx");
  });
});
