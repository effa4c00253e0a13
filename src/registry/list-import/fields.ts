import type { ListField } from "../../exchange/list-format.ts";
import type { CellValue } from "../../exchange/workbook.ts";
import { cellText, integerOf, isBlank } from "../household-list/cell.ts";
import { HOUSEHOLD_LIST, type ListKey } from "../household-list/format.ts";
import { readBirth } from "../household-list/birth.ts";
import { type CodeWords, markOfText, moneyOfText } from "../rules/list-row.ts";

/** Fields of the household list that lists of people share: who, and where. */
export const WHO_FIELDS = ["line_no", "member_name", "birth", "birth_male", "birth_female", "sex", "sex_male", "sex_female", "identity"] as const satisfies readonly ListKey[];
export const PLACE_FIELDS = ["province", "district", "commune", "commune_code", "hamlet", "address"] as const satisfies readonly ListKey[];

/** Fields of the household list by their keys, for the format of another list. */
export const sharedFields = (...keys: readonly ListKey[]): ListField[] => HOUSEHOLD_LIST.fields.filter(({ key }) => keys.includes(key));

export interface FieldShape {
  readonly fits: (value: CellValue) => boolean;
  /** how much the content alone tells */
  readonly telling: number;
}

export const ANY_TEXT: FieldShape = { fits: (value) => !isBlank(value), telling: 0 };
export const DAY: FieldShape = { fits: (value) => readBirth(value, 2100)?.birth.date !== undefined, telling: 0.2 };
export const COUNT: FieldShape = { fits: (value) => integerOf(value) !== undefined, telling: 0.1 };
export const MONEY: FieldShape = { fits: (value) => moneyOfText(cellText(value)) !== undefined, telling: 0.1 };
export const MARK: FieldShape = { fits: (value) => markOfText(cellText(value)) !== undefined, telling: 0.1 };
/** One of a few words or codes. */
export const coded = (words: CodeWords<string>): FieldShape => ({ fits: (value) => words.of(cellText(value)) !== undefined, telling: 0.2 });

/** A field of one's own: `synonyms` are headings met, apart by "|", a path as "Nhu cầu > Nghề". */
export const field = (key: string, label: string, shape: FieldShape, synonyms: string, more: { readonly repeated?: boolean } = {}): ListField => ({
  key, label, fits: shape.fits, telling: shape.telling, synonyms: [label, ...synonyms.split("|").filter((synonym) => synonym !== "")], ...more,
});
