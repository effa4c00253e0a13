import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { unitIndex } from "../areas/load.ts";
import { AppError } from "../kernel/error.ts";
import { makeDate } from "../kernel/date.ts";
import { wording } from "../main.ts";
import { newId } from "../platform/door.ts";
import { checkTablesFile, printYearTables } from "../poverty/public.ts";
import type { CliCommand } from "./command.ts";
import { CommandRefused } from "./command.ts";
import { need, needYear, parse, printJson, withInstallation } from "./options.ts";
import { getArea } from "./province.ts";
import { operatorFor } from "./tenant.ts";

const say = (code: string, data: Readonly<Record<string, unknown>> = {}): string => wording.text(code, data, "vi");

function write(folder: string, name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, bytes);
  } catch (cause) {
    throw new AppError("invalid", "cli.cannotWrite", { file, reason: (cause as Error).message });
  }
  return file;
}

const FORMATS = ["xlsx", "docx", "pdf"] as const;
type Format = (typeof FORMATS)[number];

function formatsOf(text: string): Format[] {
  const names = text.split(",").map((one) => one.trim());
  const wrong = names.find((name) => !FORMATS.includes(name as Format));
  if (wrong !== undefined) throw new CommandRefused(`--format nhận ${FORMATS.join(", ")}; không có “${wrong}”`);
  return names as Format[];
}

export const reviewTables: CliCommand = {
  words: "review tables",
  summary: "Mười lăm biểu tổng hợp rà soát hộ nghèo của một địa bàn: Excel, Word, PDF",
  help: 'sinhke review tables --data THƯ_MỤC --area "huyện An Phú" --year 2023 --out THƯ_MỤC [--format xlsx,docx,pdf] [--each] [--no-lists] [--json]\n\n--year: năm khép lại bằng danh sách của đợt rà soát mùa thu năm đó. --each: mỗi biểu một tệp. --no-lists: không ghi danh sách có tên (biểu 14, 15).',
  async run(rest) {
    const { values } = parse(rest, {
      data: { type: "string" }, area: { type: "string" }, year: { type: "string" }, out: { type: "string" }, format: { type: "string" }, each: { type: "boolean" }, "no-lists": { type: "boolean" },
    });
    const year = needYear(values.year, "year");
    const data = resolve(need(values.data, "data"));
    const text = need(values.area, "area");
    const folder = resolve(need(values.out, "out"));
    const formats = formatsOf(values.format ?? "xlsx");
    await withInstallation(data, async (installation) => {
      const { services } = installation;
      const end = makeDate(year, 12, 31);
      const on = end < services.today() ? end : services.today();
      const area = getArea(unitIndex(), text, on);
      const actor = await operatorFor(installation, area, on);
      const printed = await printYearTables(services, { actor, commandId: newId() }, { areaUid: area.uid, year, formats, each: values.each === true, lists: values["no-lists"] !== true }, say);
      const files = printed.files.map((file) => write(folder, file.name, file.bytes));
      if (values.json) printJson({ ...printed.view, files });
      else {
        console.log(`${printed.view.area.name}, năm ${year}: ${printed.view.tables.length} biểu, ${printed.view.lists.length} danh sách`);
        for (const one of printed.view.missing) console.log(`Còn thiếu: ${one}`);
        for (const one of printed.view.issues) console.log(`Chưa khớp (${one.rule}, ${one.table}): ${one.place}, ${one.column}: ${one.found}, phải là ${one.expected}. ${one.cause}`);
        for (const file of files) console.log(file);
      }
    });
  },
};

export const reviewCheck: CliCommand = {
  words: "review check",
  summary: "Soát một bảng kết quả rà soát làm ở nơi khác: dòng, ô nào không cân",
  help: "sinhke review check TỆP.xlsx [--json]\n\nNhận bảng theo tiêu đề cột. Mã thoát 0: khớp; 1: có ô không khớp, hoặc không nhận ra bảng nào.",
  async run(rest) {
    const { values, positionals } = parse(rest, {}, 1);
    const file = resolve(positionals[0]!);
    const checked = await checkTablesFile({ path: file }, say);
    if (values.json) printJson({ file: basename(file), ...checked });
    else {
      for (const one of checked.tables) console.log(`Trang “${one.sheet}”: ${one.title}, ${one.rows} dòng, ${one.columns}/${one.ofColumns} cột`);
      for (const one of checked.unread) console.log(`Trang “${one.sheet}”: ${one.reason}`);
      for (const one of checked.issues) console.log(`${one.sheet}!${one.cell}: ${one.text} ${one.cause}.`);
      if (checked.issues.length === 0 && checked.tables.length > 0) console.log("Không có ô nào lệch.");
    }
    return checked.issues.length > 0 || checked.tables.length === 0 ? 1 : 0;
  },
};
