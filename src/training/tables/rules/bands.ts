/** Age bands of ĐT-04, by age on the day of enrolment. */
export const AGE_BANDS = ["under_15", "15_24", "25_34", "35_44", "45_60", "over_60", "unknown"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export function ageBand(age: number | null): AgeBand {
  if (age === null) return "unknown";
  if (age < 15) return "under_15";
  if (age < 25) return "15_24";
  if (age < 35) return "25_34";
  if (age < 45) return "35_44";
  return age <= 60 ? "45_60" : "over_60";
}

/** Peoples of ĐT-04 by their statistical code: Kinh 01, Hoa 04, Khơ-me 05, Chăm 17. */
export const ETHNIC_BANDS = ["kinh", "cham", "khmer", "hoa", "other", "unknown"] as const;
export type EthnicBand = (typeof ETHNIC_BANDS)[number];

const BY_CODE: Readonly<Record<string, EthnicBand>> = { "01": "kinh", "17": "cham", "05": "khmer", "04": "hoa" };
export const ethnicBand = (code: string | null): EthnicBand => (code === null ? "unknown" : (BY_CODE[code] ?? "other"));
/** Policy groups that are of ethnic minorities, for learners whose people is not on file. */
export const isMinority = (code: string | null, groups: readonly string[]): boolean => (code === null ? groups.some((group) => group.startsWith("DTTS")) : code !== "01");

/** What a person is trained by, best first. */
export const TRAINED = ["certified", "short", "self"] as const;
export type Trained = (typeof TRAINED)[number];
export const bestOf = (a: Trained, b: Trained): Trained => (TRAINED.indexOf(a) <= TRAINED.indexOf(b) ? a : b);
