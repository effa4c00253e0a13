import { resolve } from "node:path";
import type { AllowanceView } from "../training/allowance/contract.ts";
import { allowanceCommand } from "../training/allowance/allowance-command.ts";
import { loadAllowanceRules } from "../training/allowance/load.ts";
import type { CliCommand } from "./command.ts";
import { parse, printJson, readStandardInput } from "./options.ts";

export const allowance: CliCommand = {
  words: "allowance",
  summary: "Một người học nghề được hỗ trợ bao nhiêu: chi phí đào tạo, tiền ăn, đi lại, có lý do",
  help: `echo '{"openedOn":"2023-05-10","groups":["hộ nghèo"],"actualCost":3000000,"attendedDays":30,"distanceKm":16,"areaClass":"normal"}' | sinhke allowance --json
  [--policies THƯ_MỤC]  chính sách riêng của tỉnh, thêm vào hoặc thay chính sách có sẵn
  (mẫu đầu vào và kết quả: docs/cli/allowance.md)`,
  async run(rest) {
    const { values } = parse(rest, { policies: { type: "string" } });
    const rules = loadAllowanceRules(values.policies === undefined ? undefined : resolve(values.policies));
    const answer = allowanceCommand(await readStandardInput(), rules);
    if (values.json) printJson(answer);
    else console.log(textOf(answer));
  },
};

function textOf(answer: AllowanceView): string {
  const reasons = (list: AllowanceView["checks"]): string[] => list.map(({ text, rule, mark, clause }) => `    - ${rule === null ? "" : `${rule}: `}${[text, clause, mark].filter(Boolean).join("; ")}`);
  return [
    answer.summary,
    ...reasons(answer.checks),
    ...answer.lines.flatMap(({ name, amountText, cut, reasons: each, missing }) => [
      `  ${name}: ${amountText}${cut === null || cut === 0 || answer.outcome === "refused" ? "" : ` (đã giảm ${cut.toLocaleString("vi-VN")} đồng do trần)`}`, ...reasons(each), ...missing.map(({ text }) => `    ? ${text}`),
    ]),
    ...answer.topUps.map(({ name, amountText }) => `  ${name}: ${amountText}`),
    ...(answer.ceiling === null ? [] : [`  Trần: ${answer.ceiling.text}`]),
    `  Tổng cộng: ${answer.totalText}${answer.totalInWords === null ? "" : ` (${answer.totalInWords})`}`,
    ...answer.assumptions.map(({ text }) => `  Giả định: ${text}`), ...answer.warnings.map((text) => `  Lưu ý: ${text}`),
    ...(answer.unusedFields.length === 0 ? [] : [`  Trường không dùng đến: ${answer.unusedFields.join(", ")}`]),
  ].join("\n");
}
