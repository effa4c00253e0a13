import type { CellValue } from "../../exchange/workbook.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { ListedClass } from "./words.ts";

/** A unit that a written name may mean. `becomes`: units that took its place by the day asked, when it is not in force then. */
export type UnitMatch = { readonly uid: string; readonly name: string; readonly inForce: boolean; readonly becomes?: readonly string[] };

export type EthnicGroup = { readonly code: string; readonly name: string; readonly aliases: readonly string[] };

export type ListCommune = { readonly uid: string; /** "xã Phú Hữu" */ readonly name: string };

/** The unit that a list is said to be of. */
export type ListArea = {
  readonly uid: string;
  readonly name: string;
  /** Whether a commune of that uid lies in the area. */
  readonly accepts: (uid: string) => boolean;
  /** Of a district or a province: its communes, of which each line names its own. Absent for one commune: all lines are of it. */
  readonly communes?: readonly ListCommune[];
};

/** What the list is read against. Nothing here is looked up while a row is read, but for `resolveUnit`, asked once for each wording. */
export type ListContext = {
  /** The day whose state the list tells. */
  readonly asOf: PlainDate;
  /** The unit that the list is said to be of; without it the places in the list are not checked. */
  readonly area?: ListArea;
  readonly resolveUnit?: (text: string, on: PlainDate) => readonly UnitMatch[];
  readonly ethnicGroups: readonly EthnicGroup[];
  /** Hamlets of the area in force on `asOf`; `commune` where the area has several. */
  readonly hamlets: readonly { readonly id: string; readonly name: string; readonly commune?: string }[];
  readonly idPrefixes: ReadonlySet<string>;
  /** The class that the points would give, where a ruleset says so; a difference is noted, the listed class stays. */
  readonly classify?: (scoreIncome: number, scoreDeprivation: number, on: PlainDate, commune: string | null) => ListedClass | undefined;
  /** Cells that the officer typed anew (null: left out), by `mendKey`. */
  readonly mends?: ReadonlyMap<string, CellValue>;
  /** Codes of problems whose proposals the officer took for the whole file. */
  readonly acceptProposals?: ReadonlySet<string>;
  /** Rows that the officer left out, by `mendKey` without column: "0!12". */
  readonly leaveOut?: ReadonlySet<string>;
};

/** Whether the officer took the proposals of this problem for the whole file. */
export const accepts = (context: ListContext, code: string): boolean => context.acceptProposals?.has(`householdList.${code}`) === true;

/** Key of a cell in `mends`: sheet from 0 and the address as shown, "0!H12". */
export const mendKey = (sheet: number, cell: string): string => `${sheet}!${cell}`;

/** District units ended on this day (Luật 72/2025/QH15; the 34 resolutions 1654–1687/NQ-UBTVQH15): lists may name districts before it. */
export const DISTRICTS_ENDED = "2025-07-01" as PlainDate;
