import type { PackContent, PackItem, PackOption } from "./rules/score-pack.ts";

// Part of a table of 2016–2020 (region of the Mekong delta), read in "Bảng điểm tính thu nhập HGĐ, Mẫu số 03". History: it shows the form
// of a pack and classifies nobody.
const SOURCE = "Bảng điểm tính thu nhập HGĐ, Mẫu số 03, vùng NT6 (2016–2020)";

const option = (code: string, label: string, points: number | null, min: number | null = null, max: number | null = null): PackOption => ({ code, label, min, max, points, source: SOURCE });
const MEMBERS = [65, 55, 45, 35, 30, 20];

const items: PackItem[] = [
  {
    code: "members", label: "Số nhân khẩu", mode: "number_band", skipWhen: "Hộ chỉ có trẻ em dưới 15, người trên 60, người không lao động được",
    options: [...MEMBERS.map((points, i) => option(`m${i + 1}`, `${i + 1} người`, points, i + 1, i + 2)), option("m7", "Trên 6 người", 0, 7)],
  },
  { code: "dependants", label: "Số trẻ em dưới 15, người trên 60, người không lao động được", mode: "one", skipWhen: null, options: [option("d0", "không có", 20), option("d1", "một", 15), option("d2", "từ hai", 0)] },
  { code: "degree", label: "Bằng cấp cao nhất", mode: "one", skipWhen: null, options: [option("college", "cao đẳng trở lên", 15), option("vocational", "trung cấp", 5), option("upper", "THPT", 5)] },
  { code: "work", label: "Việc phi nông nghiệp", mode: "one", skipWhen: null, options: [option("state", "công chức, viên chức", 20), option("other", "việc phi nông nghiệp khác", 10)] },
  { code: "pension", label: "Lương hưu", mode: "one", skipWhen: null, options: [option("p1", "một người", 25), option("p2", "từ hai người", 40)] },
  { code: "house", label: "Nhà ở", mode: "many", skipWhen: null, options: [option("wall", "tường bền chắc", 0), option("column", "cột bền chắc", 10)] },
];

/** An item of the same table whose points were not readable. */
export const UNREAD: PackItem = { code: "area", label: "Diện tích bình quân", mode: "number_band", skipWhen: null, options: [option("a8", "8 đến dưới 20 m²", null, 8, 20), option("a20", "từ 20 m²", null, 20)] };

const example = (name: string, members: string, dependants: string, degree: string, work: string, pension: string, house: string, expected: number) => ({ name, answers: { members, dependants, degree, work, pension, house }, expected });

/** Examples added up by hand. */
export const PACK_2016: PackContent = {
  items,
  examples: [
    example("bốn người", "4", "d2", "none", "none", "none", "column", 45),
    example("hai người, cán bộ", "2", "d0", "college", "state", "none", "wall;column", 120),
    example("già neo đơn", "skip", "d2", "none", "none", "p1", "none", 25),
    example("đông người", "9", "d2", "upper", "other", "none", "wall", 15),
    example("hưu trí", "2", "d2", "vocational", "none", "p2", "column", 110),
  ],
};

/** The table of points as CSV. */
export const csvOf = (lines: readonly (readonly (string | number | null)[])[]): Uint8Array =>
  new TextEncoder().encode(lines.map((line) => line.map((cell) => (cell === null ? "" : `"${String(cell).replaceAll('"', '""')}"`)).join(",")).join("\n"));
