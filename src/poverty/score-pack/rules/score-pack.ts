export const PACK_MODES = ["one", "many", "number_band", "per_unit"] as const;
export type PackMode = (typeof PACK_MODES)[number];
export const PACK_STATUSES = ["draft", "checked", "active", "retired"] as const;
export type PackStatus = (typeof PACK_STATUSES)[number];

/** Answers that are no option: no option applies (0 points); the item's `skipWhen` holds (0 points). */
export const NONE = "none";
export const SKIP = "skip";
/** Worked examples that must pass before a pack is checked or active. */
export const LEAST_EXAMPLES = 5;

export interface PackOption {
  readonly code: string;
  readonly label: string;
  /** of a band: from here on, this value included; null: no lower end */
  readonly min: number | null;
  /** of a band: up to here, this value not included; of a unit: units beyond this count give nothing more; null: no end */
  readonly max: number | null;
  /** null: not known */
  readonly points: number | null;
  readonly source: string;
}

export interface PackItem {
  readonly code: string;
  readonly label: string;
  readonly mode: PackMode;
  /** when the item gives no points at all, in the words of the form */
  readonly skipWhen: string | null;
  readonly options: readonly PackOption[];
}

/** "one": a code; "many": codes joined by ";"; "number_band": the number; "per_unit": the count, or "code:count;code:count" where there are several units. */
export type PackAnswers = Readonly<Record<string, string | number>>;

export interface PackExample {
  readonly name: string;
  readonly answers: PackAnswers;
  readonly expected: number;
}

/** What scores: the table of points with its worked examples. */
export interface PackContent {
  readonly items: readonly PackItem[];
  readonly examples: readonly PackExample[];
}
