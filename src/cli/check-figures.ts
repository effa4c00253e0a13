import { checkFiguresCommand } from "../indicators/check/check-figures.ts";
import type { CliCommand } from "./command.ts";
import { parse, printJson, readStandardInput } from "./options.ts";

export const checkFigures: CliCommand = {
  words: "check-figures",
  summary: "Soát số liệu của một báo cáo: tỷ lệ, tổng, chênh lệch, % kế hoạch, cách viết",
  help: "sinhke check-figures --json < so-lieu.json      (mẫu đầu vào: docs/cli/check-figures.md)",
  async run(rest) {
    const { values } = parse(rest, {});
    const report = checkFiguresCommand(await readStandardInput());
    if (values.json) return printJson(report);
    for (const result of report.results) console.log(`${result.verdict}: ${result.message}${result.suggestion ? ` ${result.suggestion}` : ""}`);
  },
};
