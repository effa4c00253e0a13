import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { plainDate as day } from "../../../kernel/date.ts";
import { folderOf } from "../../../platform/resources.ts";
import { OverseasMarkets } from "../../overseas/rules/standards.ts";
import { readAwayRow } from "./away-row.ts";
import { knownDayOfText } from "./known-text.ts";
import { groupsOfText, marketOfText, readOverseasRow } from "./overseas-row.ts";

const ASOF = day("2026-11-23");
const { markets } = OverseasMarkets.parse(JSON.parse(readFileSync(folderOf("src/migration/overseas/standards/markets.json"), "utf8")));
const overseas = (texts: Record<string, string>) => readOverseasRow(markets, texts, ASOF);
const codes = (read: { problems?: readonly { severity: string; code: string }[] }): string[] => (read.problems ?? []).map(({ severity, code }) => `${severity} ${code.replace("migration.list.", "")}`);

describe("a line of the list of labour abroad", () => {
  it("knows countries as offices write them", () => {
    expect(["Nhật Bản", "NHAT BAN", "Đài Loan", "Đài Loan (Trung Quốc)", "Hàn Quốc", "jp", "Sao Hỏa"].map((text) => marketOfText(markets, text))).toEqual(["JP", "JP", "TW", "TW", "KR", "JP", undefined]);
  });
  it("reads days by day and month, and refuses what cannot be", () => {
    expect([knownDayOfText("5/6/2024"), knownDayOfText("06/2024"), knownDayOfText("2024"), knownDayOfText("mai")]).toEqual([{ on: "2024-06-05", precision: "day" }, { on: "2024-06-01", precision: "month" }, { on: "2024-01-01", precision: "year" }, undefined]);
    expect(overseas({ market: "Nhật Bản", departed: "06/2026", group: "Hộ cận nghèo" }).value).toMatchObject({ market: "JP", departed: { on: "2026-06-01", precision: "month" }, groups: ["near_poor"] });
    expect(codes(overseas({ market: "Nhật", departed: "2026" }))).toEqual(["error notADay"]);
    expect(codes(overseas({ market: "Nhật Bản", departed: "01/12/2026" }))).toEqual(["error dayToCome"]);
    expect(codes(overseas({ departed: "01/10/2026" }))).toEqual(["error marketMissing"]);
    expect(codes(overseas({ market: "Sao Hỏa" }))).toEqual(["warning marketUnknown"]);
    expect(codes(overseas({ market: "Nhật Bản", departed: "01/10/2026", returned: "09/2026", return_how: "trước hạn" }))).toEqual(["error returnedBeforeDeparture"]);
    expect(codes(overseas({ market: "Nhật Bản", returned: "09/2026", return_how: "đúng hạn" }))).toEqual(["error returnedWithoutDeparture"]);
    expect(overseas({ market: "Nhật Bản", departed: "01/10/2025", returned: "09/2026", return_how: "Về trước hạn" }).value).toMatchObject({ early: true });
  });
  it("tells near-poor from poor", () => {
    expect([groupsOfText("Hộ nghèo"), groupsOfText("hộ cận nghèo, dân tộc Khmer"), groupsOfText("không")]).toEqual([["poor"], ["near_poor", "ethnic_minority"], []]);
  });
});

describe("a line of the list of people away and back", () => {
  it("is away in this country where nothing else is said", () => {
    expect(readAwayRow({ destination: "Bình Dương", left: "2025", seasonal: "x" }, ASOF).value).toMatchObject({ kind: "domestic", left: { on: "2025-01-01", precision: "year" }, seasonal: true });
    expect(codes(readAwayRow({ kind: "không giấy tờ", destination: "Campuchia" }, ASOF))).toEqual(["error returnMissing"]);
    expect(codes(readAwayRow({ kind: "đi chơi", destination: "Huế" }, ASOF))).toEqual(["error kindUnknown"]);
    expect(codes(readAwayRow({ left: "01/2025" }, ASOF))).toEqual(["error destinationMissing"]);
    expect(codes(readAwayRow({ destination: "Huế", left: "01/2025", returned: "12/2024" }, ASOF))).toEqual(["error returnedBeforeDeparture"]);
  });
});
