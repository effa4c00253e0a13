import { keyOf } from "../../../kernel/json-fields.ts";
import { fold } from "../../../kernel/text/fold.ts";
import type { AreaClass, Group } from "./policy-shape.ts";

const AREA_WORDS: Readonly<Record<string, AreaClass>> = {
  normal: "normal", none: "normal", no: "normal", thuong: "normal", "binh thuong": "normal", khong: "normal", "khong dbkk": "normal", "khong phai dbkk": "normal", "khong kho khan": "normal", "xa thuong": "normal", "khu vuc thuong": "normal",
  "khu vuc i": "normal", i: "normal", "xa khu vuc i": "normal",
  difficult: "difficult", kk: "difficult", "kho khan": "difficult", "xa kho khan": "difficult", "khu vuc ii": "difficult", ii: "difficult", "xa khu vuc ii": "difficult", "vung kho khan": "difficult",
  especiallydifficult: "especially_difficult", "especially difficult": "especially_difficult", dbkk: "especially_difficult", "dac biet kho khan": "especially_difficult", "xa dbkk": "especially_difficult", "xa dac biet kho khan": "especially_difficult",
  "thon dbkk": "especially_difficult", "thon dac biet kho khan": "especially_difficult", "ap dac biet kho khan": "especially_difficult", "vung dac biet kho khan": "especially_difficult", "vung dbkk": "especially_difficult",
  "khu vuc iii": "especially_difficult", iii: "especially_difficult", "xa khu vuc iii": "especially_difficult", hard: "especially_difficult", "dia ban dac biet kho khan": "especially_difficult",
};

/** The class of an area by the words that lists use; undefined: no such words. */
export const areaClassOf = (text: string): AreaClass | undefined => AREA_WORDS[fold(text).replace(/[_-]/g, " ").replace(/\s+/g, " ").trim()];

/** Groups by the words that lists use for them. */
export class GroupWords {
  readonly #codes = new Map<string, string>();

  constructor(groups: readonly Group[]) {
    for (const { code, name, words } of groups) for (const word of [code, name.vi, name.en, ...words]) this.#codes.set(wordKey(word), code);
  }

  find(text: string): string | undefined {
    return this.#codes.get(wordKey(text)) ?? this.#codes.get(wordKey(text.replace(/^\s*(?:người|đối tượng|là|thuộc)\s+/iu, "")));
  }

  /** Several in one cell, "Hộ nghèo; dân tộc thiểu số": those found and the words that are none. */
  read(text: string): { codes: string[]; unknown: string[] } {
    const whole = this.find(text);
    if (whole !== undefined) return { codes: [whole], unknown: [] };
    const parts = text.split(/[;,+/&]|\s+và\s+/u).map((part) => part.trim()).filter((part) => part !== "");
    const found = parts.map((part) => ({ part, code: this.find(part) }));
    return { codes: [...new Set(found.flatMap(({ code }) => (code === undefined ? [] : [code])))], unknown: found.filter(({ code }) => code === undefined).map(({ part }) => part) };
  }
}

const wordKey = (text: string): string => keyOf(text).replace(/[().]/g, "");
