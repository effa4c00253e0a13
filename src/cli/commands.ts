import { allowance } from "./allowance.ts";
import { areasCommands } from "./areas.ts";
import { assess } from "./assess.ts";
import { checkFigures } from "./check-figures.ts";
import type { CliCommand } from "./command.ts";
import { compare } from "./compare.ts";
import { demo } from "./demo.ts";
import { doctor } from "./doctor.ts";
import { eligibility } from "./eligibility.ts";
import { exportHouseholdList } from "./export.ts";
import { importHouseholds } from "./import.ts";
import { importLists } from "./import-list.ts";
import { importPayments } from "./import-payments.ts";
import { populationSet } from "./population.ts";
import { reclassify } from "./reclassify.ts";
import { reportNarrative } from "./report.ts";
import { reviewCheck, reviewTables } from "./review.ts";
import { start } from "./start.ts";

export const commands: readonly CliCommand[] = [start, demo, doctor, ...areasCommands, allowance, assess, checkFigures, compare, eligibility, importHouseholds, ...importLists, importPayments, exportHouseholdList, populationSet, reclassify, reportNarrative, reviewTables, reviewCheck];

export function findCommand(words: readonly string[]): { command: CliCommand; rest: string[] } | undefined {
  for (const length of [2, 1]) {
    const command = commands.find((one) => one.words === words.slice(0, length).join(" "));
    if (command) return { command, rest: words.slice(length) };
  }
  return undefined;
}

export function unknownCommand(words: readonly string[]): string {
  const asked = words.filter((word) => !word.startsWith("--")).join(" ");
  return asked === "" ? "Chưa nói lệnh nào." : `Không có lệnh “${asked}”.`;
}

export function helpText(): string {
  const width = Math.max(...commands.map((one) => one.words.length));
  const lines = commands.map((one) => `  ${one.words.padEnd(width)}  ${one.summary}`);
  return `Sinh Kế — cách dùng: sinhke <lệnh> [--json] [--help]\n\n${lines.join("\n")}`;
}
