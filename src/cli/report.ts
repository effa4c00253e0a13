import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { unitIndex } from "../areas/load.ts";
import { AppError } from "../kernel/error.ts";
import { makeDate } from "../kernel/date.ts";
import { wording } from "../main.ts";
import { narrativeDocx } from "../reports/narrative-docx.ts";
import { narrativeReport } from "../reports/narrative.ts";
import { plainText } from "../reports/rules/paragraph.ts";
import type { CliCommand } from "./command.ts";
import { need, needYear, parse, printJson, withData } from "./options.ts";
import { getArea } from "./province.ts";
import { operatorFor } from "./tenant.ts";

function write(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (cause) {
    throw new AppError("invalid", "cli.cannotWrite", { file, reason: (cause as Error).message });
  }
}

export const reportNarrative: CliCommand = {
  words: "report narrative",
  summary: "Báo cáo năm của một địa bàn: đoạn văn, số liệu và tệp Word",
  help: 'sinhke report narrative --data THƯ_MỤC --area "huyện An Phú" --year 2023 [--out TỆP.docx] [--json]',
  async run(rest) {
    const { values } = parse(rest, { data: { type: "string" }, area: { type: "string" }, year: { type: "string" }, out: { type: "string" } });
    const year = needYear(values.year, "year");
    const data = resolve(need(values.data, "data"));
    const text = need(values.area, "area");
    await withData(data, async (installation) => {
      const { services } = installation;
      const end = makeDate(year, 12, 31);
      const on = end < services.today() ? end : services.today();
      const area = getArea(unitIndex(), text, on);
      const actor = await operatorFor(installation, area, on);
      const report = await narrativeReport(services, actor, { areaUid: area.uid, year });
      const say = (code: string, dataOf: Readonly<Record<string, unknown>>): string => wording.text(code, dataOf, "vi");
      if (values.out) write(resolve(values.out), await narrativeDocx(report, say));
      const paragraphs = report.paragraphs.map((one) => ({ id: one.id, text: plainText(one).trim() }));
      const missing = report.missing.map((gap) => ({ ...gap, message: say(gap.code, gap.data) }));
      if (values.json) printJson({ ...report, paragraphs, missing, out: values.out ? resolve(values.out) : null });
      else for (const one of [...paragraphs.map((p) => p.text), ...missing.map((gap) => `Chưa có số liệu về ${gap.label}: ${gap.message}`)]) console.log(one);
    });
  },
};
