import { predecessorsAnswer, resolveAnswer, successorsAnswer } from "../areas/commands.ts";
import { unitIndex } from "../areas/load.ts";
import type { CliCommand } from "./command.ts";
import { needDate, parse, printJson } from "./options.ts";

interface UnitLine {
  readonly fullName?: string;
  readonly path?: string;
  readonly uid?: string;
}

/** Plain answers for people: one line a unit; --json gives the whole document. */
function show(json: boolean | undefined, answer: object): void {
  if (json) return printJson(answer);
  const lists = Object.entries(answer).filter((entry): entry is [string, UnitLine[]] => Array.isArray(entry[1]));
  const { unit, status } = answer as { unit?: UnitLine; status?: string };
  if (status) console.log(status);
  if (unit) console.log(`${unit.path ?? unit.fullName} (${unit.uid})`);
  for (const [name, units] of lists) for (const one of units) if (one.uid) console.log(`  ${name}: ${one.path ?? one.fullName} (${one.uid})`);
}

export const areasCommands: readonly CliCommand[] = [
  {
    words: "areas resolve",
    summary: "Tên hoặc mã đơn vị hành chính là đơn vị nào vào một ngày",
    help: 'sinhke areas resolve "xã Phú Hữu, huyện An Phú" --on YYYY-MM-DD [--within "tỉnh An Giang"] [--json]',
    async run(rest) {
      const { values, positionals } = parse(rest, { on: { type: "string" }, within: { type: "string" } }, 1);
      const answer = resolveAnswer(unitIndex(), { text: positionals[0]!, on: needDate(values.on, "on"), within: values.within });
      show(values.json as boolean, answer);
      return answer.status === "found" ? 0 : 1;
    },
  },
  {
    words: "areas successors",
    summary: "Đơn vị trở thành đơn vị nào",
    help: 'sinhke areas successors "xã Phước Hưng, huyện An Phú" --on YYYY-MM-DD --to YYYY-MM-DD [--within …] [--json]',
    async run(rest) {
      const { values, positionals } = parse(rest, { on: { type: "string" }, to: { type: "string" }, within: { type: "string" } }, 1);
      show(values.json as boolean, successorsAnswer(unitIndex(), { text: positionals[0]!, on: needDate(values.on, "on"), to: needDate(values.to, "to"), within: values.within }));
    },
  },
  {
    words: "areas predecessors",
    summary: "Đơn vị được lập từ đơn vị nào",
    help: 'sinhke areas predecessors "xã Phú Hữu, tỉnh An Giang" --on YYYY-MM-DD --back-to YYYY-MM-DD [--within …] [--json]',
    async run(rest) {
      const { values, positionals } = parse(rest, { on: { type: "string" }, "back-to": { type: "string" }, within: { type: "string" } }, 1);
      show(values.json as boolean, predecessorsAnswer(unitIndex(), { text: positionals[0]!, on: needDate(values.on, "on"), backTo: needDate(values["back-to"], "back-to"), within: values.within }));
    },
  },
];
