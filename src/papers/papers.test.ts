import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pdfPages } from "../../test/support/pdf-text.ts";
import { wordDocumentText } from "../../test/support/word-text.ts";
import { bodyGrid, headGrid } from "./grid.ts";
import type { Table } from "./paper.ts";
import { samplePaper } from "./papers.fixture.ts";
import { fileStem, renderPaper } from "./render.ts";

const meta = { title: "Danh sách", fileName: "Danh sách hộ nghèo ấp Phú Hiệp", frozenAt: new Date("2026-11-23T00:00:00Z") };
const PARTS = ["Mẫu số 02", "UBND TỈNH AN GIANG", "UBND XÃ KHÁNH BÌNH", "Số: 05/QĐ-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Khánh Bình, ngày 05 tháng 02 năm 2026", "DANH SÁCH", "Hộ nghèo, hộ cận nghèo năm 2026",
  "Căn cứ Quyết định số 24/2021/QĐ-TTg;", "1. Kết quả", "Toàn xã có ", "2.354", "Đậu Đỗ", "Họ và tên", "Nguyễn Văn Bảy", "Hộ nghèo", "Tỷ lệ", "Ấp Phú Hiệp", "41.505", "5,60", "Cộng", "Ghi chú", "Quét mã", "Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "Lê Văn An"];
const MARKUP = ` hộ nghèo #strong[x] $y$ @z \\ "q" \`c\` (chiếm 5,67%)./.`;

describe("one model, three files", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-23T02:00:00Z") }));
  afterEach(() => void vi.useRealTimers());

  it.each(["docx", "pdf", "xlsx"] as const)("%s: the same bytes three seconds and a year later", async (format) => {
    const papers = [samplePaper(3), samplePaper(2, "landscape")];
    const first = await renderPaper(papers, format, meta);
    for (const later of [3_000, 366 * 86_400_000]) {
      vi.setSystemTime(Date.now() + later);
      expect(Buffer.from((await renderPaper(papers, format, meta)).bytes).equals(Buffer.from(first.bytes))).toBe(true);
    }
    expect(first.name).toBe(`danh-sach-ho-ngheo-ap-phu-hiep.${format}`);
  });

  it("Word: every part in its order, texts as given, A4 upright and on its side", async () => {
    const { bytes } = await renderPaper([samplePaper(3), samplePaper(1, "landscape")], "docx", meta);
    const text = wordDocumentText(bytes);
    const missing = PARTS.filter((part) => !text.includes(part));
    expect(missing).toEqual([]);
    expect(text).toContain(MARKUP);
    const parts = unzipSync(bytes);
    const xml = Buffer.from(parts["word/document.xml"]!).toString("utf8");
    expect([...xml.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/g)].map(([, w, h]) => [w, h])).toEqual([["11906", "16838"], ["16838", "11906"]]);
    expect(xml).toMatch(/<w:tblHeader\/>/);
    expect(Object.keys(parts).filter((name) => name.startsWith("word/media/")).length).toBe(1);
    expect(Object.entries(parts).some(([name, part]) => /footer/.test(name) && Buffer.from(part).toString("utf8").includes("chưa đối chiếu"))).toBe(true);
  });

  it("PDF: PDF/A-2b, fonts inside, Vietnamese letters readable, nothing read as markup", async () => {
    const { bytes } = await renderPaper([samplePaper(3)], "pdf", meta);
    const raw = Buffer.from(bytes).toString("latin1");
    expect(raw.startsWith("%PDF-1.7")).toBe(true);
    expect(raw).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</);
    expect(raw.match(/\/BaseFont \/[A-Z]{6}\+Tinos/g)!.length).toBeGreaterThan(2);
    expect(raw.match(/\/FontFile2 /g)!.length).toBe(raw.match(/\/Subtype \/Type0/g)!.length);
    const text = pdfPages(bytes).join("\n");
    expect(PARTS.filter((part) => !text.includes(part.trim()))).toEqual([]);
    expect(text.replaceAll("\n", "").replaceAll(" ", "")).toContain(MARKUP.replaceAll(" ", ""));
    expect(text).toContain("theo thực tiễn, chưa đối chiếu văn bản");
  });

  it("PDF: a long table breaks over pages under its headings, each page but the first numbered, the next paper from 1 again", async () => {
    const pages = pdfPages((await renderPaper([samplePaper(90), samplePaper(1)], "pdf", meta)).bytes);
    const long = pages.slice(0, pages.findIndex((page, i) => i > 0 && page.includes("Mẫu số 02")));
    expect(long.length).toBeGreaterThan(2);
    const withRows = long.filter((page) => page.includes("Người thứ"));
    expect(withRows.every((page) => page.includes("Họ và tên") && page.includes("Số hộ"))).toBe(true);
    expect(long.map((page, i) => (i === 0 ? !page.startsWith("1\n") : page.startsWith(`${i + 1}\n`)))).toEqual(long.map(() => true));
    expect(long.join("\n").match(/Người thứ \d+/g)).toHaveLength(89);
  });

  it("workbook: numbers are numbers, headings merged and repeated in print, text cannot become a formula", async () => {
    const { bytes } = await renderPaper([samplePaper(3), samplePaper(1)], "xlsx", meta);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as never);
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(["DANH SÁCH", "DANH SÁCH (2)"]);
    const [sheet] = book.worksheets;
    const find = (text: string): ExcelJS.Cell => {
      let found: ExcelJS.Cell | undefined;
      sheet!.eachRow((row) => row.eachCell((cell) => void (found ??= cell.value === text ? cell : undefined)));
      return found!;
    };
    expect(find("Hộ nghèo").isMerged).toBe(true);
    const first = Number(find("'=1+1").row);
    expect([1, 3, 4].map((column) => sheet!.getCell(first, column).value)).toEqual([1, 41_504, 5.6]);
    expect(sheet!.getCell(first, 3).numFmt).toBe("#,##0");
    expect(sheet!.pageSetup.printTitlesRow).toBe(`${first - 3}:${first - 2}`);
    expect(find("TM. ỦY BAN NHÂN DÂN")).toBeDefined();
  });
});

it("Word: a cell over several rows goes on in the rows below, a table of 200 rows is made in a moment", async () => {
  const table: Table = {
    kind: "table", columns: [{ width: 1 }, { width: 2 }, { width: 1 }], head: [[{ text: "a", rows: 2 }, { text: "b", span: 2 }], [{ text: "c" }, { text: "d" }]],
    rows: Array.from({ length: 200 }, (_, i) => ({ cells: i % 2 === 0 ? [{ value: `<${i}>`, rows: 2 }, "y", "z"] : ["u", "v"] })),
  };
  const { bytes } = await renderPaper([{ kind: "x", blocks: [table, { kind: "paragraph", words: "sau bảng" }] }], "docx", meta);
  const xml = Buffer.from(unzipSync(bytes)["word/document.xml"]!).toString("utf8");
  const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/g)].map(([row]) => row);
  expect(rows).toHaveLength(202);
  expect(rows.map((row) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/g)].reduce((sum, [cell]) => sum + Number(/gridSpan w:val="(\d)"/.exec(cell)?.[1] ?? 1), 0))).toEqual(rows.map(() => 3));
  expect([xml.match(/<w:vMerge w:val="restart"\/>/g)!.length, xml.match(/<w:vMerge\/>/g)!.length]).toEqual([101, 101]);
  expect(xml).toContain("&lt;0&gt;");
  expect(xml).not.toContain("SinhKeTable");
});

describe("places of cells", () => {
  const table: Table = {
    kind: "table", columns: [{ width: 1 }, { width: 1 }, { width: 1, format: "integer" }],
    head: [[{ text: "a", rows: 2 }, { text: "b", span: 2 }], [{ text: "c" }, { text: "d" }]],
    rows: [{ cells: [{ value: "x", rows: 2 }, "y", 1_000] }, { cells: ["z", null] }],
  };

  it("a cell over several rows keeps its column", () => {
    expect(headGrid(table).map((row) => row.map(({ text, column }) => [text, column]))).toEqual([[["a", 0], ["b", 1]], [["c", 1], ["d", 2]]]);
    expect(bodyGrid(table).map((row) => row.map(({ text, column, align }) => [text, column, align]))).toEqual([[["x", 0, "left"], ["y", 1, "left"], ["1.000", 2, "right"]], [["z", 1, "left"], ["", 2, "right"]]]);
  });

  it("a file's name has no marks and no spaces", () => expect(fileStem("Giấy chứng nhận / Đặng Thị Ẩn (2026)")).toBe("giay-chung-nhan-dang-thi-an-2026"));
});
