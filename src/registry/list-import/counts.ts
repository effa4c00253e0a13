import type { Counts } from "./contract.ts";
import type { ReadList } from "./read-list.ts";
import type { Resolved } from "./resolve-rows.ts";

/** Lines of the file and what becomes of them. `resolved` as of the moment of writing, else as of the reading. */
export function countList({ lines, problems, newHamlets, resolved: before }: ReadList, resolved: Resolved = before): Counts {
  const warned = new Set(problems.filter(({ severity }) => severity === "warning").map(({ sheetIndex, row }) => `${sheetIndex}!${row}`));
  const of = (state: string): number => resolved.rows.filter((row) => row.state === state).length;
  const twice = problems.filter(({ code }) => code === "listImport.rowTwice").length;
  return {
    lines, taken: resolved.rows.length, withWarnings: resolved.rows.filter(({ sheet, row }) => warned.has(`${sheet}!${row}`)).length, rejected: lines - twice - resolved.rows.length, twice,
    new: of("new"), changed: of("changed"), unchanged: of("unchanged"), unidentified: resolved.unidentified, newHamlets: newHamlets.filter(({ text }) => text !== "").length,
  };
}
