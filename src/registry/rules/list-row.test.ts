import { describe, expect, test } from "vitest";
import { codeWords, dayOfText, markOfText, moneyOfText } from "./list-row.ts";

const STATE = codeWords({ employed: "1|có việc làm|có VL", unemployed: "2|thất nghiệp", inactive: "3|không tham gia hoạt động kinh tế|không tham gia HĐKT" });

describe("codes as lists write them", () => {
  test.each([
    ["1", "employed"], ["01", "employed"], ["Có việc làm", "employed"], ["CO VIEC LAM", "employed"], ["employed", "employed"],
    ["2. Thất nghiệp", "unemployed"], ["2 - thất nghiệp", "unemployed"], ["2) Thất nghiệp", "unemployed"], ["3. Không tham gia HĐKT", "inactive"],
    ["1. Thất nghiệp", undefined], ["4", undefined], ["", undefined], ["đang học", undefined], ["2. chưa có việc", "unemployed"],
  ])("%s", (text, code) => expect(STATE.of(text)).toBe(code));
});

test.each([["1.500.000", 1_500_000], ["1,500,000 đ", 1_500_000], ["6 triệu", 6_000_000], ["6,5 triệu/tháng", 6_500_000], ["6.25 tr", 6_250_000], ["5000000 đồng", 5_000_000], ["0", 0], ["nhiều", undefined], ["1.5", undefined], ["", undefined]])("đồng: %s", (text, dong) => {
  expect(moneyOfText(text)).toBe(dong);
});

test.each([["5/6/2024", "2024-06-05"], ["2024-06-05", "2024-06-05"], ["31/02/2024", undefined], ["2024", undefined], ["06/2024", undefined]])("day: %s", (text, day) => expect(dayOfText(text)).toBe(day));
test.each([["x", true], ["✓", true], ["Có", true], ["không", false], ["-", undefined], ["", undefined], ["có thể", undefined]])("mark: %s", (text, mark) => expect(markOfText(text)).toBe(mark));
