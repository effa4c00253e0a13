import type { PlainDate } from "../../kernel/date.ts";

export type Level = "province" | "district" | "commune";

export type Kind =
  | "tinh" | "thanh_pho_tw"
  | "huyen" | "quan" | "thi_xa" | "thanh_pho"
  | "xa" | "phuong" | "thi_tran" | "dac_khu";

/** The word before the name, in small letters. */
export const KIND_WORD: Readonly<Record<Kind, string>> = {
  tinh: "tỉnh", thanh_pho_tw: "thành phố",
  huyen: "huyện", quan: "quận", thi_xa: "thị xã", thanh_pho: "thành phố",
  xa: "xã", phuong: "phường", thi_tran: "thị trấn", dac_khu: "đặc khu",
};

const LEVEL: Readonly<Record<Kind, Level>> = {
  tinh: "province", thanh_pho_tw: "province",
  huyen: "district", quan: "district", thi_xa: "district", thanh_pho: "district",
  xa: "commune", phuong: "commune", thi_tran: "commune", dac_khu: "commune",
};

export const levelOf = (kind: Kind): Level => LEVEL[kind];

/**
 * One version of an administrative unit. `uid` = code@validFrom (`@0`: began before 2004-08-31). Valid on [validFrom, validTo);
 * a missing end is open. `parentCode` is a code: its holder on the day asked is the parent (district until 2025-06-30, province since).
 */
export interface Unit {
  readonly uid: string;
  readonly code: string;
  readonly level: Level;
  readonly kind: Kind;
  readonly name: string;
  readonly fullName: string;
  readonly parentCode?: string;
  readonly validFrom?: PlainDate;
  readonly validTo?: PlainDate;
  readonly fromAct?: string;
  readonly toAct?: string;
}

export type Relation =
  | "whole" | "unchanged" | "renamed" | "reclassified" | "moved"
  | "part" | "part_area_only" | "part_area_all_population" | "part_population"
  | "whole_or_main";

/** What became of a version on the day it ended. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly effective: PlainDate;
  readonly relation: Relation;
  readonly act?: string;
  readonly source: string;
}

/** Why an answer is what it is; the words are in messages.vi.json and messages.en.json under `code`. */
export interface Reason {
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
}

export const inForce = (unit: Unit, on: PlainDate): boolean =>
  (unit.validFrom === undefined || unit.validFrom <= on) && (unit.validTo === undefined || on < unit.validTo);

/**
 * Kind and name as they stand inside a sentence: "xã Phước Hưng", "Phường 4", "Thành phố Hồ Chí Minh"
 * (capital before a number: Phụ lục II NĐ 30/2020/NĐ-CP).
 */
export function unitLabel(unit: Unit): string {
  const capital = /^\d/.test(unit.name) || (unit.kind === "thanh_pho_tw" && unit.name === "Hồ Chí Minh");
  return capital ? unit.fullName : `${KIND_WORD[unit.kind]} ${unit.name}`;
}
