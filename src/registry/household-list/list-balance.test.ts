import fc from "fast-check";
import { writeXlsx } from "hucre";
import { expect, test } from "vitest";
import { openWorkbook } from "../../exchange/read-workbook.ts";
import { AFTER_REVIEW_HEADINGS, afterReviewRows, type Cells, households, PHU_HUU } from "./list.fixture.ts";
import { readHouseholdList } from "./read-list.ts";

const ROWS = afterReviewRows(households(8));
const junk = fc.oneof(
  fc.constantFrom<Cells[number]>(null, "", "x", "Chủ hộ", "Con", "Tổng cộng", "31/02/1990", "1.8919E+10", "Nguyễn Văn A", "-", "?", "#REF!", "Ấp Phú Lợi", "0", true),
  fc.integer({ min: -5, max: 99_999_999_999 }),
  fc.string({ unit: "grapheme-ascii", maxLength: 8 }),
);

test("whatever stands in the cells, no line with data is lost or doubled: each is in one household, taken or not", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(ROWS.length - 1), fc.nat(26), junk), { maxLength: 40 }), async (changes) => {
      const rows = ROWS.map((row) => [...row]);
      for (const [row, column, value] of changes) rows[row]![column] = value;
      const blank: Cells[] = [["Danh sách"], [], [], [], [], AFTER_REVIEW_HEADINGS, []];
      const file = await writeXlsx({ sheets: [{ name: "HN, HCN", rows: [...blank, ...rows] }] });
      const { reading } = await readHouseholdList(await openWorkbook(file), { context: PHU_HUU });
      const members = reading.households.flatMap((household) => household.members);
      const places = members.map((member) => `${member.sheet}!${member.row}`);
      expect(new Set(places).size).toBe(places.length);
      const [sheet] = reading.sheets;
      const ignored = new Set(reading.problems.filter((each) => each.code === "householdList.rowIgnored").map((each) => each.row));
      expect(members.length + ignored.size + sheet!.lines.blank + sheet!.lines.totals).toBe(ROWS.length);
      const { households: h, members: m } = reading.counts;
      expect(h.accepted + h.accepted_with_warnings + h.rejected).toBe(reading.households.length);
      expect(m.accepted + m.accepted_with_warnings + m.rejected).toBe(members.length);
      for (const household of reading.households) {
        if (household.state !== "rejected") expect(household.head?.state).not.toBe("rejected");
        else expect(household.members.every((member) => member.state === "rejected")).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
