import { describe, expect, it } from "vitest";
import { type Column, sortRows } from "./column.ts";

interface Commune {
  readonly name: string;
  readonly poor: number | null;
}
const rows: Commune[] = [
  { name: "Đa Phước", poor: 3 },
  { name: "An Phú", poor: null },
  { name: "Phú Hữu", poor: 12 },
  { name: "Bình Mỹ", poor: 7 },
];
const column = (sortValue: NonNullable<Column<Commune>["sortValue"]>): Column<Commune> => ({ key: "x", label: "x", render: () => "", sortValue });

describe("order of a table's rows", () => {
  it("is Vietnamese for words: Đ after B, before P", () => {
    expect(
      sortRows(
        rows,
        column((row) => row.name),
        false,
      ).map((row) => row.name),
    ).toEqual(["An Phú", "Bình Mỹ", "Đa Phước", "Phú Hữu"]);
  });

  it("has the unknown last both ways", () => {
    expect(
      sortRows(
        rows,
        column((row) => row.poor),
        false,
      ).map((row) => row.poor),
    ).toEqual([3, 7, 12, null]);
    expect(
      sortRows(
        rows,
        column((row) => row.poor),
        true,
      ).map((row) => row.poor),
    ).toEqual([12, 7, 3, null]);
  });
});
