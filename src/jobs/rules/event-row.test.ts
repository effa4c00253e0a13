import { describe, expect, it } from "vitest";
import { readEventLine } from "./event-row.ts";

const read = (texts: Record<string, string>, usual?: Parameters<typeof readEventLine>[1]) => readEventLine(texts, usual);
const codes = (texts: Record<string, string>) => (read(texts).problems ?? []).map(({ severity, code }) => `${severity} ${code}`);

describe("a line of a list of jobs", () => {
  it("is read with the words that offices use", () => {
    expect(read({ started_on: "05/06/2023", channel: "DN ngoài tỉnh", employer: "Công ty Giày", job: "Công nhân", wage: "6,5 triệu/tháng" }).value).toEqual({
      startedOn: "2023-06-05", channel: "dn_ngoai_tinh", nature: "new", placeKind: "ngoai_tinh", employerName: "Công ty Giày", job: "Công nhân", wage: 6_500_000, distinctReason: null,
    });
    expect(read({ started_on: "1/7/2023", channel: "XKLĐ" }).value).toMatchObject({ channel: "nuoc_ngoai", placeKind: "nuoc_ngoai" });
    expect(read({ started_on: "1/7/2023", channel: "Tự tạo việc làm" }).value).toMatchObject({ channel: "tu_tao", placeKind: "xa" });
    expect(read({ started_on: "1/7/2023", work_place: "Bình Dương" }, "tt_dvvl").value).toMatchObject({ channel: "tt_dvvl", placeKind: "ngoai_tinh" });
    expect(read({ started_on: "1/7/2023", channel: "vay vốn NHCSXH", nature: "Duy trì" }).value).toMatchObject({ channel: "vay_von", nature: "kept" });
  });
  it("of a month alone begins on its first day, and says so", () => {
    expect(read({ started_on: "6/2023", channel: "tự tạo" })).toMatchObject({ value: { startedOn: "2023-06-01", monthOnly: true }, problems: [{ severity: "note", code: "jobs.list.monthOnly" }] });
  });
  it("says what is missing or unread at its cell", () => {
    expect(codes({ started_on: "", channel: "" })).toEqual(["error jobs.list.startMissing", "error jobs.list.channelMissing"]);
    expect(codes({ started_on: "31/02/2023", channel: "gì đó" })).toEqual(["error jobs.list.startUnreadable", "error jobs.list.channelUnknown"]);
    expect(codes({ started_on: "1/7/2023", channel: "sau học nghề" })).toEqual(["error jobs.list.placeMissing"]);
    expect(codes({ started_on: "1/7/2023", channel: "trong tỉnh", work_place: "gần nhà", wage: "khá" })).toEqual(["warning jobs.list.placeUnknown", "warning jobs.list.wageUnreadable"]);
  });
});
