import type { PlainDate } from "../../kernel/date.ts";
import type { MemberCandidate } from "./records.ts";
import type { ListedClass } from "./words.ts";

/** Values of a line that speak of its household: on the head's line, or repeated, or in a cell merged over the household's lines. */
export type HouseholdCells = {
  readonly hamlet: string;
  readonly listedClass: ListedClass | null;
  readonly decisionNumber: string;
  readonly decisionDate: PlainDate | null;
  readonly scoreIncome: number | null;
  readonly scoreDeprivation: number | null;
  readonly ethnicMinority: boolean | null;
  readonly noLabourCapacity: boolean | null;
  readonly hasMeritMember: boolean | null;
  readonly causes: readonly number[];
  readonly causeText: string;
  readonly declaredMembers: number | null;
  readonly address: string;
};

/** One line of a list, read but not yet put into a household. */
export type Line = {
  readonly person: MemberCandidate;
  readonly marked: boolean;
  /** The household's number in the list (STT hộ), as written. */
  readonly number: string;
  /** The line's number (STT): in many lists only heads have one. */
  readonly lineNumber: string;
  readonly code: string;
  readonly headName: string;
  /** Null when the line says nothing of its household. */
  readonly cells: HouseholdCells | null;
  /** The last line of this kind above: "Ấp Phú Thạnh" alone in a row. */
  readonly section: string;
  /** Uid of the commune that the line's own cells name, else the row or the sheet above; null when nothing does, or when it lies elsewhere. */
  readonly commune: string | null;
  /** Counts the rows above that name a commune: households do not reach over one. */
  readonly part: number;
};
