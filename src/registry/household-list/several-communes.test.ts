import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { openWorkbook } from "../../exchange/read-workbook.ts";
import type { ListContext, UnitMatch } from "./context.ts";
import { bytesOf, type Cells, PHU_HUU } from "./list.fixture.ts";
import { readHouseholdList, type ListPreview } from "./read-list.ts";

const [HUU, LOC, TOWN, THANH, THANH_2] = ["30352@0", "30361@0", "30337@0", "30355@0", "30390@0"];
const NAMES: Record<string, string> = { [HUU]: "xã Phú Hữu", [LOC]: "xã Vĩnh Lộc", [TOWN]: "thị trấn An Phú", [THANH]: "xã Phú Thạnh", [THANH_2]: "xã Phú Thạnh" };
const unit = (uid: string, inForce = true, becomes?: string[]): UnitMatch => ({ uid, name: NAMES[uid] ?? uid, inForce, ...(becomes && { becomes }) });

/** Invented succession: Phú Cũ became Phú Hữu, Lộc Cũ was split between two; Châu Phong lies elsewhere; two communes are called Phú Thạnh. */
const DISTRICT: ListContext = {
  ...PHU_HUU,
  area: { uid: "886@0", name: "huyện An Phú", accepts: (uid) => uid in NAMES, communes: Object.entries(NAMES).map(([uid, name]) => ({ uid, name })) },
  hamlets: [{ id: "h1", name: "ấp Phú Lợi", commune: HUU }, { id: "h2", name: "ấp Phú Lợi", commune: LOC }],
  resolveUnit: (text) => {
    if (text.startsWith("30352") || /phú hữu/i.test(text)) return [unit(HUU)];
    if (text.startsWith("30361") || /vĩnh lộc/i.test(text)) return [unit(LOC)];
    if (text.startsWith("30355")) return [unit(THANH)];
    if (/phú thạnh/i.test(text)) return [unit(THANH), unit(THANH_2)];
    if (/phú cũ/i.test(text)) return [unit("30001@0", false, [HUU])];
    if (/lộc cũ/i.test(text)) return [unit("30002@0", false, [LOC, TOWN])];
    if (/châu phong/i.test(text)) return [{ uid: "30400@0", name: "xã Châu Phong, thị xã Tân Châu", inForce: true }];
    return /an phú/i.test(text) ? [{ uid: "886@0", name: "huyện An Phú", inForce: true }, unit(TOWN)] : [];
  },
};

const HEADINGS: Cells = ["STT hộ", "Họ và tên", "Quan hệ với chủ hộ", "Năm sinh", "Giới tính", "Xã", "Mã xã", "Ấp", "Phân loại", "Địa chỉ"];
const head = (no: number | null, name: string, commune: string | null, code: string | number | null = null, hamlet: string | null = "Phú Lợi"): Cells => [no, name, "Chủ hộ", 1960, "Nam", commune, code, hamlet, "Hộ nghèo", null];
const wife = (no: number | null, name: string, commune: string | null = null): Cells => [no, name, "Vợ", 1962, "Nữ", commune, null, null, null, null];

async function read(rows: Cells[] | Record<string, Cells[]>, change: (workbook: ExcelJS.Workbook) => void = () => undefined): Promise<ListPreview> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, own] of Object.entries(Array.isArray(rows) ? { DS: rows } : rows)) workbook.addWorksheet(name).addRows([["DANH SÁCH HỘ NGHÈO"], [], HEADINGS, ...own]);
  change(workbook);
  const open = await openWorkbook(await bytesOf(workbook));
  return readHouseholdList(open, { context: DISTRICT });
}

const placesOf = ({ reading }: ListPreview): string[] => reading.households.map(({ head: person, commune, hamlet, members, state }) => `${person?.name ?? "?"} ${members.length} ${commune === null ? "-" : NAMES[commune]} ${hamlet?.id ?? "new"}${state === "rejected" ? " rejected" : ""}`);
const told = ({ reading }: ListPreview): string[] => reading.problems.filter(({ severity }) => severity !== "note").map(({ severity, code, cell }) => `${severity} ${code.slice("householdList.".length)} ${cell}`);

test("names, codes as numbers, kinds written short; members say nothing; hamlets of one name lie in their communes", async () => {
  const list = await read([head(1, "Lê Văn An", "Phú Hữu"), wife(1, "Lê Thị An"), head(2, "Lê Văn Bình", "X. Vĩnh Lộc"), head(3, "Lê Văn Cúc", null, 30361), head(4, "Lê Văn Dũng", "TT. An Phú", null, "Khóm 1")]);
  expect(placesOf(list)).toEqual(["Lê Văn An 2 xã Phú Hữu h1", "Lê Văn Bình 1 xã Vĩnh Lộc h2", "Lê Văn Cúc 1 xã Vĩnh Lộc h2", "Lê Văn Dũng 1 thị trấn An Phú new"]);
  expect(told(list).filter((each) => each.startsWith("error"))).toEqual([]);
});

test("household numbers begin anew in each commune, also where a commune stands once in a merged cell", async () => {
  const list = await read(
    [head(1, "Lê Văn An", "Phú Hữu"), wife(1, "Lê Thị An"), head(2, "Lê Văn Bình", null), wife(2, "Lê Thị Bình"), head(1, "Lê Văn Cúc", "Vĩnh Lộc"), wife(1, "Lê Thị Cúc"), head(2, "Lê Văn Dũng", null), wife(2, "Lê Thị Dũng")],
    (workbook) => {
      workbook.worksheets[0]!.mergeCells("F4:F7");
      workbook.worksheets[0]!.mergeCells("F8:F11");
    },
  );
  expect(placesOf(list)).toEqual(["Lê Văn An 2 xã Phú Hữu h1", "Lê Văn Bình 2 xã Phú Hữu h1", "Lê Văn Cúc 2 xã Vĩnh Lộc h2", "Lê Văn Dũng 2 xã Vĩnh Lộc h2"]);
});

test("a commune in a row of its own, in the sheet's name, its title or the address", async () => {
  const rows: Cells[] = [["I. XÃ PHÚ HỮU"], head(1, "Lê Văn An", null), [null, "Ấp Phú Lợi"], head(2, "Lê Văn Bình", null, null, null), ["II", "Xã Vĩnh Lộc"], head(1, "Lê Văn Cúc", null), ["III. Xã Châu Phong"], head(1, "Lê Văn Xa", null), ["IV. Xã Không Có"], head(1, "Lê Văn Lạ", null)];
  const list = await read(rows);
  expect(placesOf(list)).toEqual(["Lê Văn An 1 xã Phú Hữu h1", "Lê Văn Bình 1 xã Phú Hữu h1", "Lê Văn Cúc 1 xã Vĩnh Lộc h2", "Lê Văn Xa 1 - new rejected", "Lê Văn Lạ 1 - new rejected"]);
  expect(told(list)).toEqual(expect.arrayContaining(["error unitElsewhere 11", "error unitUnknown 13"]));

  const sheets = await read({ "Vĩnh Lộc": [head(1, "Lê Văn An", null)], "Sheet2": [head(1, "Lê Văn Bình", null)], "Sheet3": [["1", "Lê Văn Cúc", "Chủ hộ", 1960, "Nam", null, null, null, "Hộ nghèo", "Tổ 3, ấp Phú Lợi, xã Phú Hữu"]] }, (workbook) => {
    workbook.worksheets[1]!.getCell("A1").value = "DANH SÁCH HỘ NGHÈO XÃ PHÚ HỮU NĂM 2023";
  });
  expect(placesOf(sheets)).toEqual(["Lê Văn An 1 xã Vĩnh Lộc h2", "Lê Văn Bình 1 xã Phú Hữu h1", "Lê Văn Cúc 1 xã Phú Hữu h1"]);
});

test("what leads to two communes or to none is refused with its cell; a code may decide; a name of another time is followed", async () => {
  const list = await read([
    head(1, "Lê Văn An", "Phú Thạnh"), head(2, "Lê Văn Bình", "Phú Thạnh", "30355"), head(3, "Lê Văn Cúc", "Phú Cũ"), head(4, "Lê Văn Dũng", "Lộc Cũ"), head(5, "Lê Văn Én", null), head(6, "Lê Văn Phúc", "Châu Phong"),
    head(7, "Lê Văn Giàu", "Phú Hữu", "30361"), head(8, "Lê Văn Hiền", "Phú Hữu"), wife(8, "Lê Thị Hiền", "Vĩnh Lộc"),
  ]);
  expect(told(list)).toEqual([
    "error unitSeveral F4", "warning unitOfOtherTime F6", "error unitSeveral F7", "error unitElsewhere F9", "warning unitCodeDiffers G10", "error communeMissing F8", "warning communeDiffersInHousehold F12",
  ]);
  expect(placesOf(list)).toEqual([
    "Lê Văn An 1 - new rejected", "Lê Văn Bình 1 xã Phú Thạnh new", "Lê Văn Cúc 1 xã Phú Hữu h1", "Lê Văn Dũng 1 - new rejected", "Lê Văn Én 1 - new rejected", "Lê Văn Phúc 1 - new rejected",
    "Lê Văn Giàu 1 xã Phú Hữu h1", "Lê Văn Hiền 2 xã Phú Hữu h1",
  ]);
});
