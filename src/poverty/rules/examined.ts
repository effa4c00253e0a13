import type { PlainDate } from "../../kernel/date.ts";
import type { ChildAnswer } from "./children.ts";

/** A visit that may be kept, as it is kept. */
export interface Examined {
  readonly householdId: string;
  readonly hamletId: string;
  readonly surveyedOn: PlainDate;
  readonly areaType: "rural" | "urban" | null;
  readonly scoreIncome: number | null;
  readonly scoreDeprivation: number | null;
  readonly deprivations: readonly string[] | null;
  readonly incomeMonth: number | null;
  readonly deprivedCount: number | null;
  readonly causes: readonly string[];
  readonly evidence: string | null;
  readonly evidenceFile: string | null;
  readonly packId: string | null;
  /** answers to the items of the table of points */
  readonly answers: Readonly<Record<string, string | number>> | null;
  readonly children: readonly ChildAnswer[] | null;
}
