import { assessCommand } from "../poverty/assess-command.ts";
import { loadRulesets } from "../poverty/load.ts";
import { folderOf } from "../platform/resources.ts";
import type { CliCommand } from "./command.ts";
import { parse, printJson, readStandardInput } from "./options.ts";

export const assess: CliCommand = {
  words: "assess",
  summary: "Phân loại một hộ theo chuẩn của ngày hỏi, có lý do",
  help: 'echo \'{"on":"2025-11-01","areaType":"rural","scoreIncome":140,"scoreDeprivation":30}\' | sinhke assess [--rulesets THƯ_MỤC] --json',
  async run(rest) {
    const { values } = parse(rest, { rulesets: { type: "string" } });
    const answer = assessCommand(await readStandardInput(), loadRulesets(folderOf("src/poverty/standards"), values.rulesets));
    printJson(answer);
    return answer.status === "refused" ? 1 : 0;
  },
};
