import { describe, expect, it } from "vitest";
import { plainDate as day } from "../../kernel/date.ts";
import { headingDay, readAttendanceRow } from "./attendance-row.ts";
import { readClassRow } from "./class-row.ts";
import { kilometresOf, readLearnerRow } from "./learner-row.ts";

const CLASS = { class_code: "AP-01", class_name: "", trade: "Nuôi lươn", provider: "Trung tâm GDNN", learners: "30", opened_on: "1/3/2024", ended_on: "", decision_no: "12/QĐ", cost: "60.000.000", teacher: "", venue: "" };
const LEARNER = { enrolled_on: "", groups: "", proof: "", distance: "", outcome: "", grade: "", serial_no: "", book_no: "", note: "" };
const codes = (read: { problems?: readonly { code: string }[] }) => read.problems?.map(({ code }) => code.split(".").at(-1));

describe("a line of a list of classes", () => {
  it("is planned, runs or is closed as its days tell", () => {
    expect(readClassRow(CLASS, day("2024-03-15")).value).toMatchObject({ code: "AP-01", name: "Nuôi lươn (AP-01)", trade: "nuoi luon", learners: 30, openedOn: "2024-03-01", state: "running", costDong: 60_000_000 });
    expect(readClassRow({ ...CLASS, ended_on: "10/5/2024" }, day("2024-06-01")).value?.state).toBe("closed");
    expect(readClassRow(CLASS, day("2024-02-01")).value?.state).toBe("planned");
  });
  it("tells what is wrong by cell", () => {
    expect(codes(readClassRow({ ...CLASS, class_code: "", trade: "", learners: "ba mươi", ended_on: "1/2/2024", cost: "nhiều" }, day("2024-06-01")))).toEqual(["codeWrong", "tradeMissing", "learnersWrong", "daysBackwards", "moneyWrong"]);
    expect(codes(readClassRow({ ...CLASS, opened_on: "", ended_on: "1/2/2024" }, day("2024-06-01")))).toEqual(["openedMissing"]);
  });
});

describe("a line of a list of learners", () => {
  it("reads groups, distance and what came of it", () => {
    expect(readLearnerRow({ ...LEARNER, groups: "Hộ nghèo; Người khuyết tật", distance: "5,5 km", outcome: "Đạt", serial_no: "TT-1" }).value).toMatchObject({ groups: ["ho ngheo", "nguoi khuyet tat"], distanceKm: "5.5", outcome: "passed", serialNo: "TT-1" });
    expect(readLearnerRow({ ...LEARNER, serial_no: "TT-1" }).value?.outcome).toBe("passed");
    expect(codes(readLearnerRow({ ...LEARNER, outcome: "Bỏ học", serial_no: "TT-1", distance: "xa" }))).toEqual(["distanceWrong", "certificateNotPassed"]);
    expect([kilometresOf("15"), kilometresOf("14.9"), kilometresOf("5,0"), kilometresOf("5,55")]).toEqual(["15", "14.9", "5", undefined]);
  });
});

describe("a line of an attendance sheet", () => {
  const cells = (...texts: [string, string][]) => texts.map(([heading, text]) => ({ heading, text }));
  it("reads the day of a heading", () => {
    expect(headingDay("12/3", "2024-03")).toEqual({ on: "2024-03-12", part: null });
    expect(headingDay("Tháng 3 > 12 > S", "2024-03")).toEqual({ on: "2024-03-12", part: "morning" });
    expect(headingDay("Ngày 5", "2024-03")).toEqual({ on: "2024-03-05", part: null });
    expect(headingDay("12/3/2025 C", "2024-03")).toEqual({ on: "2025-03-12", part: "afternoon" });
    expect(headingDay("31", "2024-02")).toBeUndefined();
    expect(headingDay("Ghi chú", "2024-03")).toBeUndefined();
  });
  it("reads marks; what it cannot read it tells", () => {
    const read = readAttendanceRow("Lê  Văn A", "1990", cells(["4", "x"], ["5", "K"], ["6", ""], ["7", "P"], ["8", "M"]), "2024-03", day("2024-04-01"));
    expect(read.value).toMatchObject({ nameKey: "le van a", birthYear: 1990 });
    expect(read.value?.marks.map(({ on, mark }) => `${on.slice(8)} ${mark}`)).toEqual(["04 present", "05 absent", "07 leave", "08 late"]);
    expect(codes(readAttendanceRow("A", "", cells(["4", "?"], ["tổng", "x"], ["9/9", "x"]), "2024-03", day("2024-04-01")))).toEqual(["markWrong", "headingWrong", "dayToCome"]);
    expect(codes(readAttendanceRow("A", "", cells(["4", ""]), "2024-03", day("2024-04-01")))).toEqual(["empty"]);
  });
});
