import { expect, test } from "vitest";
import { plainDate } from "../../../kernel/date.ts";
import { readNeedRow } from "./need-row.ts";

const EMPTY = { trade_name: "", need_year: "", groups: "", collected_on: "", wanted_for: "", wanted_when: "", wanted_place: "", note: "" };
const read = (texts: Partial<typeof EMPTY>, year?: string) => readNeedRow({ ...EMPTY, ...texts }, { asOf: plainDate("2026-11-20"), year });

test("a line of needs: words of groups and purposes, the year of the line before that of the list before the usual one", () => {
  expect(read({ trade_name: "May", groups: "Hộ nghèo; DTTS", wanted_for: "Xuất khẩu lao động" }).value).toMatchObject({ trade: "May", year: 2027, groups: ["poor", "minority"], wantedFor: "abroad", collectedOn: "2026-11-20", note: null });
  expect([read({ trade_name: "May" }, "2028").value?.year, read({ trade_name: "May", need_year: "năm 2026" }, "2028").value?.year]).toEqual([2028, 2026]);
  const odd = read({ trade_name: "May", groups: "hộ khá", wanted_for: "phụ chồng" });
  expect([odd.value?.groups, odd.value?.wantedFor, odd.value?.note, odd.problems?.map(({ code }) => code)]).toEqual([[], "other", "phụ chồng", ["training.needRow.groupUnknown"]]);
});

test("a line without trade, of a strange year, of a day to come is no need", () => {
  for (const [texts, code] of [[{}, "noTrade"], [{ trade_name: "May", need_year: "sang năm" }, "yearWrong"], [{ trade_name: "May", collected_on: "1/12/2026" }, "dayWrong"]] as const)
    expect(read(texts).problems?.map((one) => one.code)).toEqual([`training.needRow.${code}`]);
});
