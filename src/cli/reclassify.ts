import { resolve } from "node:path";
import { unitIndex } from "../areas/load.ts";
import { formatInteger } from "../kernel/text/number.ts";
import { makeDate } from "../kernel/date.ts";
import { newId } from "../platform/door.ts";
import type { ReclassifiedView } from "../poverty/contract.ts";
import { reclassifiedView, reclassify as reclassifyArea } from "../poverty/public.ts";
import type { CliCommand } from "./command.ts";
import { need, needYear, parse, printJson, withData } from "./options.ts";
import { getArea } from "./province.ts";
import { operatorFor } from "./tenant.ts";

function lines({ areaName, statusYear, ruleset, counts, classNames, refusals, task, changes, findings, runId }: ReclassifiedView): string[] {
  const n = formatInteger;
  return [
    `${areaName}, năm ${statusYear}, ${ruleset.name} (${ruleset.id}${ruleset.mark ? `; ${ruleset.mark}` : ""}): ${n(counts.households)} hộ có kết quả rà soát`,
    ...Object.entries(counts.classes).map(([id, count]) => `  ${classNames[id]}: ${n(count)}`),
    `  chưa đủ dữ liệu: ${n(counts.incomplete)}; không tính được: ${n(counts.refused)}; chỉ tham khảo (thu nhập khai báo): ${n(counts.advisory)}`,
    ...refusals.map((one) => `  ${n(one.households)} hộ: ${one.text}`),
    ...(task ? [`  Việc cần làm: ${task.text}`] : []),
    `  đang trong danh sách nhưng chưa rà soát: ${n(counts.unassessed)}; khác kết quả công nhận: ${n(counts.differs)}`,
    `Thay đổi so với lần tính trước: ${n(changes.total)} hộ`,
    ...changes.sample.slice(0, 10).map((row) => `  ${row.headName} (${row.hamlet}): ${row.before?.name ?? "chưa có"} → ${row.after?.name ?? "chưa có"}`),
    runId ? `Đã ghi. Phát hiện mới: ${n(findings.opened)}, đã khép: ${n(findings.closed)}.` : "Chạy thử, chưa ghi gì.",
  ];
}

export const reclassify: CliCommand = {
  words: "reclassify",
  summary: "Tính lại xếp loại mọi hộ của một địa bàn theo chuẩn của năm, có so sánh",
  help: 'sinhke reclassify --data THƯ_MỤC --area "huyện An Phú" --year 2024 [--rulesets THƯ_MỤC] [--dry-run] [--json]\n\n--year: năm được xếp loại (tình trạng ngày 01/01). Không đổi kết quả công nhận.',
  async run(rest) {
    const { values } = parse(rest, { data: { type: "string" }, area: { type: "string" }, year: { type: "string" }, rulesets: { type: "string" }, "dry-run": { type: "boolean" } });
    const statusYear = needYear(values.year, "year");
    const data = resolve(need(values.data, "data"));
    const text = need(values.area, "area");
    const rulesetFolder = values.rulesets === undefined ? undefined : resolve(values.rulesets);
    return withData(data, async (installation) => {
      const on = makeDate(statusYear, 1, 1);
      const area = getArea(unitIndex(), text, on);
      const actor = await operatorFor(installation, area, on);
      const input = { areaUid: area.uid, statusYear, dryRun: values["dry-run"] ?? false };
      const answer = await reclassifyArea(installation.services, actor, { commandId: newId(), input, rulesetFolder });
      const view = reclassifiedView(installation.services, answer, "vi", rulesetFolder);
      if (values.json) printJson(view);
      else for (const line of lines(view)) console.log(line);
      return view.counts.households > 0 && view.counts.refused === view.counts.households ? 1 : 0;
    });
  },
};
