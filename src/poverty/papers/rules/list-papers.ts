import { yearOf, type PlainDate } from "../../../kernel/date.ts";
import { officialDate, shortDate } from "../../../kernel/text/date-words.ts";
import { issuerOf, placeOf, type Block, type Column, type Head, type HeadCell, type Paper, type Row, type Table } from "../../../papers/paper.ts";
import { CLASS_NAME, countOf, LISTS, type HamletList, type ListedHousehold, type ListKind, type Member } from "./households.ts";
import { fillText, marksOf, type PaperTemplate } from "./template.ts";

export interface ListWords {
  readonly template: PaperTemplate;
  /** full name of the commune on the day */
  readonly unitName: string;
  /** as it stands inside a sentence: "xã Phú Hữu" */
  readonly unitLabel: string;
  readonly on: PlainDate;
  readonly lists: Readonly<Record<ListKind, readonly HamletList[]>>;
  readonly illustrative: boolean;
}

const year = (text: number | null): string => (text === null ? "" : String(text));
const born = ({ sex, birthYear }: Member): [man: string, woman: string] => (sex === 2 ? ["", year(birthYear)] : [year(birthYear), ""]);
const tick = (one: boolean): string => (one ? "x" : "");

const head = ({ unitName }: ListWords, more: Partial<Head> = {}): Head => ({ issuer: issuerOf(unitName), place: placeOf(unitName), ...more });
const signed = (lines: readonly string[]): Block => ({ kind: "signatures", columns: [{ lines: ["NGƯỜI LẬP"], note: "(Ký, ghi rõ họ tên)" }, { lines, note: "(Ký, đóng dấu)" }] });
const COMMITTEE = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"] as const;

/** Rows of hamlets, each below a line with its name and count. */
function grouped(lists: readonly HamletList[], columns: number, rowsOf: (household: ListedHousehold, number: number) => readonly Row[]): Row[] {
  let number = 0;
  return lists.filter(({ households }) => households.length > 0).flatMap(({ hamlet, households }): Row[] => [
    { look: "group", cells: [{ value: `${hamlet.replace(/^./u, (letter) => letter.toLocaleUpperCase("vi"))}: ${households.length} hộ, ${countOf([{ hamlet, households }]).people} khẩu`, span: columns }] },
    ...households.flatMap((household) => rowsOf(household, ++number)),
  ]);
}

const NEEDS = ["Y tế", "Giáo dục", "Sản xuất", "Vay vốn", "Nhà ở", "Khác"];

/** Bảng 14, 15: every member, household by household, grouped by hamlet. Household facts stand on the head's line. */
function detailedTable(lists: readonly HamletList[]): Table {
  const top: HeadCell[] = ["STT hộ", "STT TV", "Họ và tên"].map((text) => ({ text, rows: 2 }));
  const columns: Column[] = [
    { width: 1.1, align: "center" }, { width: 1, align: "center" }, { width: 5 }, { width: 1.5, align: "center" }, { width: 1.5, align: "center" }, { width: 1.8 }, { width: 2.4 }, { width: 1.3, align: "center" },
    ...Array.from({ length: 3 + NEEDS.length }, () => ({ width: 1.35, align: "center" as const })),
  ];
  const rows = grouped(lists, columns.length, ({ people, characteristics, entry }, number) =>
    people.map((person, i) => ({
      cells: [
        i === 0 ? String(number) : "", String(i + 1), { value: person.name, bold: i === 0 }, ...born(person), person.ethnicity, person.relation,
        ...(i === 0
          ? [entry ?? "", tick(characteristics.includes("hasMeritMember")), tick(characteristics.includes("localMinority")), tick(characteristics.includes("noLabourCapacity"))]
          : ["", "", "", ""]),
        ...NEEDS.map(() => ""),
      ],
    })));
  return {
    kind: "table", size: 9, columns, rows,
    head: [
      [...top, { text: "Năm sinh", span: 2 }, { text: "Dân tộc", rows: 2 }, { text: "Quan hệ với chủ hộ", rows: 2 }, { text: "Mới / tái / cũ", rows: 2 }, { text: "Có công", rows: 2 }, { text: "DTTC", rows: 2 },
        { text: "KCKN LĐ", rows: 2 }, { text: "Nhu cầu hỗ trợ", span: NEEDS.length }],
      [{ text: "Nam" }, { text: "Nữ" }, ...NEEDS.map((text) => ({ text }))],
    ],
  };
}

/** One line a household with nothing in it that is not everybody's business; `last` is the class of the list or what an escaped household is now. */
function plainTable(lists: readonly HamletList[], kind: ListKind): Table {
  const escaped = kind === "escaped_poor" || kind === "escaped_near_poor";
  const columns: Column[] = [{ width: 1, align: "center" }, { width: 5 }, { width: 5 }, { width: 1.6, format: "integer", align: "center" }, { width: 3 }];
  return {
    kind: "table", size: 12, columns,
    head: [[{ text: "TT" }, { text: "Họ và tên chủ hộ" }, { text: "Địa chỉ" }, { text: "Số khẩu" }, { text: escaped ? "Sau rà soát" : "Kết quả" }]],
    rows: grouped(lists, columns.length, (one, number) => [
      { cells: [String(number), one.headName, one.address, one.members, escaped ? (one.now === null ? "ngoài danh sách" : CLASS_NAME[one.now]) : CLASS_NAME[kind === "poor" ? "poor" : "near_poor"]] },
    ]),
  };
}

const total = (lists: readonly HamletList[]): Block => {
  const { households, people } = countOf(lists);
  return { kind: "paragraph", indent: false, words: [{ text: `Tổng cộng: ${households} hộ, ${people} khẩu.`, bold: true }] };
};
const NOBODY: Block = { kind: "paragraph", indent: false, words: [{ text: "Không có hộ nào.", italic: true }] };

/** The detailed list of one kind; escaped households one line each. */
export function detailedList(words: ListWords, kind: ListKind): Paper {
  const { template, on } = words;
  const lists = words.lists[kind];
  const escaped = kind === "escaped_poor" || kind === "escaped_near_poor";
  const unknownEntry = !escaped && lists.some(({ households }) => households.some(({ entry }) => entry === null));
  return {
    kind: `list.${kind}`, orientation: escaped ? "portrait" : "landscape", size: 12, sheet: { poor: "Hộ nghèo", near_poor: "Hộ cận nghèo", escaped_poor: "Thoát nghèo", escaped_near_poor: "Thoát cận nghèo" }[kind],
    head: head(words), title: template.title, subject: [fillText(template.texts[kind]!, { on: shortDate(on), year: String(yearOf(on)) })],
    blocks: [
      ...(countOf(lists).households === 0 ? [NOBODY] : [escaped ? plainTable(lists, kind) : detailedTable(lists), total(lists)]),
      ...(escaped ? [] : [{ kind: "note" as const, words: [template.texts["needs"], ...(unknownEntry ? [template.texts["noEntry"]] : [])].join(" ") }]),
      signed(COMMITTEE),
    ],
    marks: marksOf(template, words.illustrative),
  };
}

const sections = ({ template, lists }: ListWords): Block[] =>
  LISTS.flatMap((kind): Block[] => [{ kind: "heading", text: template.texts[kind]! }, ...(countOf(lists[kind]).households === 0 ? [NOBODY] : [plainTable(lists[kind], kind), total(lists[kind])])]);

/** The four lists as an annex of the chairman's decision; number and day stay open when more than one decision stands behind them. */
export function decisionAnnex(words: ListWords, decision: { readonly number: string; readonly on: PlainDate } | null): Paper {
  const { template, unitLabel } = words;
  const attached = fillText(template.texts["attached"]!, { number: decision?.number ?? "……", day: decision === null ? "ngày … tháng … năm ……" : officialDate(decision.on), unit: unitLabel });
  return { kind: "list.annex", size: 13, sheet: "Phụ lục", head: head(words), title: template.title, subject: [attached], blocks: [...sections(words), signed(COMMITTEE)], marks: marksOf(template, words.illustrative) };
}

/** Public notice: totals, then names without birth dates, peoples, numbers, points or characteristics. */
export function publicNotice(words: ListWords): Paper {
  const { template, on, unitLabel, lists } = words;
  const names: Readonly<Record<ListKind, string>> = { poor: "Hộ nghèo", near_poor: "Hộ cận nghèo", escaped_poor: "Hộ thoát nghèo trong năm", escaped_near_poor: "Hộ thoát cận nghèo trong năm" };
  const totals: Table = {
    kind: "table", size: 12, columns: [{ width: 5 }, { width: 2, format: "integer" }, { width: 2, format: "integer" }], head: [[{ text: "Danh sách" }, { text: "Số hộ" }, { text: "Số khẩu" }]],
    rows: LISTS.map((kind) => {
      const { households, people } = countOf(lists[kind]);
      return { cells: [names[kind], households, people] };
    }),
  };
  return {
    kind: "notice", size: 13, sheet: "Thông báo", head: head(words, { number: { symbol: template.symbol ?? "TB-UBND" } }), title: template.title,
    subject: [fillText(template.texts["subject"]!, { on: shortDate(on) })],
    blocks: [
      { kind: "paragraph", words: fillText(template.texts["opening"]!, { unit: unitLabel }) }, { kind: "heading", text: template.texts["totals"]! }, totals, ...sections(words),
      { kind: "paragraph", words: fillText(template.texts["feedback"]!, { unit: unitLabel }) },
      { kind: "signatures", columns: [{ lines: [], recipients: ["- Niêm yết tại UBND, nhà văn hóa ấp;", "- Lưu: VT."] }, { lines: COMMITTEE }] },
    ],
    marks: marksOf(template, words.illustrative),
  };
}
