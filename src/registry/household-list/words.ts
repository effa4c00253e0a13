import { fold } from "../../kernel/text/fold.ts";

/** Sex as ISO/IEC 5218 has it. */
export type Sex = 0 | 1 | 2;

/** What a list says of a household: recognised as poor or near-poor, left one of these, or none of it. */
export type ListedClass = "poor" | "near_poor" | "escaped_poverty" | "escaped_near_poverty" | "none";

/** Folded, without signs at the ends; cached, for a list says the same few words a hundred thousand times. */
export function key(text: string): string {
  let known = keys.get(text);
  if (known === undefined) {
    known = fold(text).replace(/^[\s.,;:*'"()-]+|[\s.,;:*'"()-]+$/g, "").replace(/\s*\/\s*/g, "/");
    if (keys.size < 20_000) keys.set(text, known);
  }
  return known;
}
const keys = new Map<string, string>();

const table = <T>(entries: readonly (readonly [T, string])[]): ReadonlyMap<string, T> =>
  new Map(entries.flatMap(([value, words]) => words.split("|").map((word) => [word, value] as const)));

/** Words of lists → code of `relation_to_head` (data/code-lists.json). */
const RELATIONS = table([
  ["01", "chu ho|ch|chu|chu gia dinh|ban than|chu ho gia dinh|chu ho moi"],
  ["02", "vo|chong|vo/chong|vo chong|vo hoac chong|vo chu ho|chong chu ho"],
  ["03", "con|con de|con nuoi|con ruot|con trai|con gai|con rieng|con chu ho|con vo|con chong|con de/nuoi|con de/con nuoi"],
  ["04", "con dau|con re|dau|re|con dau/con re|con dau/re"],
  ["05", "bo|me|cha|ba|ma|bo/me|cha/me|bo me|cha me|me ruot|cha ruot|bo ruot|me de|bo de|cha de|me gia|cha gia|bo duong|cha duong|me ke|tia"],
  ["06", "bo vo|me vo|bo chong|me chong|cha vo|cha chong|ma vo|ma chong|ba vo|bo me vo|bo me chong|cha me vo|cha me chong|bo/me vo|bo/me chong|bo/me vo/chong"],
  ["07", "ong|ba noi|ba ngoai|ong noi|ong ngoai|ong/ba|ong ba|ba co|ong co"],
  ["08", "chau|chau noi|chau ngoai|chau noi/ngoai|chau noi/chau ngoai|chat|chau trai|chau gai"],
  ["09", "anh|chi|em|anh trai|chi gai|em trai|em gai|anh ruot|chi ruot|em ruot|anh/chi/em|anh chi em|anh em|chi em"],
  ["10", "co|di|chu ruot|bac|cau|mo|thim|duong|ho hang|ho hang khac|nguoi than|than nhan|chau ho|chau ruot|em vo|em chong|anh vo|anh chong|chi vo|chi chong|chi dau|em dau|em re|anh re|chau dau|chau re|chau vo|chau chong|co/di/chu/bac|ba con"],
  ["11", "khac|khong quan he|khong co quan he|khong ho hang|o nho|o tro|nguoi giup viec|nguoi o nho|quan he khac|nguoi khong co quan he ho hang"],
  ["99", "chua ro|khong ro|chua biet"],
] as const);

export type RelationCode = "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "99";

export const HEAD: RelationCode = "01";

/** "Bà" alone folds like "Ba" (father): marks decide. */
export function relationOf(text: string): RelationCode | undefined {
  const small = text.normalize("NFC").trim().toLowerCase();
  if (small === "bà") return "07";
  if (small === "chú") return "10";
  return RELATIONS.get(key(text));
}

const SEXES = table<Sex>([[1, "nam|m|male|trai|1|nam gioi|ong"], [2, "nu|f|female|gai|2|nu gioi"]]);
export const sexOf = (text: string): Sex | undefined => SEXES.get(key(text));

const MARKS = table<boolean>([
  [true, "x|v|1|co|c|y|yes|true|✓|✔|√|dung|xx"],
  [false, "0|khong|k|n|no|false|o|khong co|ko"],
]);

/** A tick in a list; a dash or blank is no tick. Undefined for other words. */
export function markOf(text: string): boolean | undefined {
  const word = key(text);
  return word === "" ? /[✓✔√]/.test(text) : MARKS.get(word);
}

const CLASSES = table<ListedClass>([
  ["poor", "1|ho ngheo|ngheo|hn|n|h.ngheo|hngheo|ho ngheo cu|ho ngheo moi|ngheo moi|ngheo cu|tai ngheo|ho n"],
  ["near_poor", "2|ho can ngheo|can ngheo|hcn|cn|can|hcngheo|can ngheo moi|can ngheo cu|tai can ngheo|ho cn"],
  ["escaped_poverty", "thoat ngheo|ho thoat ngheo|tn|thoat ngheo moi|moi thoat ngheo|ho moi thoat ngheo"],
  ["escaped_near_poverty", "thoat can ngheo|ho thoat can ngheo|tcn"],
  ["none", "0|khong|khong ngheo|khong thuoc|khac|ho khong ngheo|trung binh|muc song trung binh"],
]);
export const classOf = (text: string): ListedClass | undefined => CLASSES.get(key(text));

/** Ways to say that there is nothing to say. */
const NOTHING = new Set(["", "khong", "khong co", "chua co", "ko", "ko co", "k", "k co", "0", "00", "x", "khong ro", "chua cap", "chua lam", "mat", "khong biet", "n/a", "na", "null", "tre em"]);
export const saysNothing = (text: string): boolean => NOTHING.has(key(text));

/** The 7 causes of the review's tables and 99 = other (khác). Words that a list may use for them, folded. */
const CAUSES: readonly (readonly [number, RegExp])[] = [
  [1, /dat (?:san xuat|canh tac)|thieu dat|khong (?:co )?dat/],
  [2, /\bvon\b/],
  [4, /cong cu|phuong tien/],
  [5, /kien thuc|kinh nghiem/],
  [6, /ky nang|tay nghe/],
  [7, /om|benh|tai nan|tan tat|khuyet tat/],
  [3, /lao dong|dong nguoi an theo/],
  [99, /khac/],
];

/** Causes written as codes ("1,2;7", also 1.2 where a spreadsheet took the comma for a decimal one) or as words. Undefined when unreadable. */
export function causesOf(value: string | number): number[] | undefined {
  const text = String(value).trim();
  if (/^[\d\s,;.+/&-]+$/.test(text)) {
    const codes = text.split(/[^\d]+/).filter((part) => part !== "").map(Number);
    if (codes.length === 0 || codes.some((code) => !((code >= 1 && code <= 7) || code === 8 || code === 99))) return undefined;
    return [...new Set(codes.map((code) => (code === 8 ? 99 : code)))].sort((a, b) => a - b);
  }
  const found = new Set<number>();
  for (const part of text.split(/[,;+\n]|\bvà\b/u)) {
    const words = fold(part);
    const hit = CAUSES.find(([, pattern]) => pattern.test(words));
    if (words !== "") found.add(hit?.[0] ?? 99);
  }
  return found.size === 0 ? undefined : [...found].sort((a, b) => a - b);
}
