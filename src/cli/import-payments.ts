import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { openWorkbook } from "../exchange/read-workbook.ts";
import { unitIndex } from "../areas/load.ts";
import type { Unit } from "../areas/rules/unit.ts";
import { dateInVietnam, plainDate, type PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import { moneyOf } from "../training/allowance/input.ts";
import { loadAllowanceRules } from "../training/allowance/load.ts";
import { areaClassOf } from "../training/allowance/rules/words-of-case.ts";
import { checkPayments, markedPayments, type PaymentOptions } from "../training/payment-list/check.ts";
import type { PaymentCheck } from "../training/payment-list/contract.ts";
import { recordedClasses } from "../training/payment-list/recorded.ts";
import { CommandRefused, type CliCommand } from "./command.ts";
import { needDate, parse, printJson, withInstallation } from "./options.ts";
import { getArea, provinceOfToday } from "./province.ts";
import { operatorFor } from "./tenant.ts";

const OPTIONS = {
  data: { type: "string" }, area: { type: "string" }, opened: { type: "string" }, "area-class": { type: "string" }, cost: { type: "string" }, policies: { type: "string" }, "dry-run": { type: "boolean" }, marked: { type: "string" },
} as const;

export const importPayments: CliCommand = {
  words: "import payment-list",
  summary: "Kiểm tra danh sách chi trả hỗ trợ học nghề: chi thừa, chi thiếu từng dòng, từng ô",
  help: `sinhke import payment-list TỆP.xlsx [--data THƯ_MỤC] [--area "xã Phú Hữu, huyện An Phú"] [--opened 2023-05-10] --dry-run
  [--opened NGÀY]       ngày khai giảng, cho dòng không ghi
  [--area-class LOẠI]   normal, difficult hoặc especially_difficult, cho dòng không ghi loại khu vực
  [--cost SỐ_TIỀN]      chi phí thực tế của khóa học cho một học viên, khi danh sách không có cột này
  [--policies THƯ_MỤC]  chính sách riêng của tỉnh
  [--marked RA.xlsx]    bản sao tệp có đánh dấu
  [--json]              (kết quả: docs/cli/payment-list.md); lệnh chỉ kiểm tra, không ghi gì`,
  async run(rest) {
    const { values, positionals } = parse(rest, OPTIONS, 1);
    const file = positionals[0]!;
    const openedOn = values.opened === undefined ? null : needDate(values.opened, "opened");
    const area = values["area-class"] === undefined ? null : areaClassOf(values["area-class"]);
    if (area === undefined) throw new CommandRefused(`--area-class là normal, difficult hoặc especially_difficult, nhận được “${values["area-class"]}”`);
    const actualCost = values.cost === undefined ? null : moneyOf(values.cost);
    if (actualCost === undefined) throw new CommandRefused(`--cost phải là số đồng, nhận được “${values.cost}”`);
    const bytes = read(resolve(file));
    const own = values.data === undefined ? undefined : join(resolve(values.data), "allowance");
    const rules = loadAllowanceRules(values.policies !== undefined ? resolve(values.policies) : own !== undefined && existsSync(own) ? own : undefined);
    const place = values.area === undefined ? null : placeOf(values.area, openedOn);
    const recorded = values.data === undefined || place === null ? undefined : await recordsOf(resolve(values.data), place);
    const province = place === null ? null : provinceOfToday(unitIndex(), place.unit, place.on, vietnamToday()).code;
    const options = { rules, language: "vi" as const, openedOn, area, actualCost, province, ...(recorded && { recorded }) };
    const checked = await checkPayments(await openWorkbook(bytes), basename(file), options);
    const marked = values.marked === undefined ? null : await markedPayments(bytes, checked, new Date(), "vi");
    if (marked !== null) writeFileSync(resolve(values.marked!), marked.bytes);
    const answer = { ...checked.view, marked: marked === null ? null : { file: resolve(values.marked!), is: marked.is } };
    if (values.json) printJson(answer);
    else show(answer);
  },
};

const vietnamToday = (): PlainDate => dateInVietnam(Date.now());

/** The last day of the districts: an old list names one. */
const LAST_OF_DISTRICTS = plainDate("2025-06-30");

interface Place {
  readonly unit: Unit;
  readonly on: PlainDate;
}

/** The area on the day of opening; where none is told, today's, else that of the time of the districts. */
function placeOf(text: string, openedOn: PlainDate | null): Place {
  const at = (on: PlainDate): Place => ({ unit: getArea(unitIndex(), text, on), on });
  if (openedOn !== null) return at(openedOn);
  try {
    return at(vietnamToday());
  } catch {
    return at(LAST_OF_DISTRICTS);
  }
}

/** The classes on file of the province in which the area lies; undefined where the folder holds none. */
async function recordsOf(data: string, { unit, on }: Place): Promise<PaymentOptions["recorded"]> {
  if (!existsSync(join(data, "keys"))) return undefined;
  return withInstallation(data, async (installation) => {
    const actor = await operatorFor(installation, unit, on).catch((cause: unknown) => {
      if (cause instanceof AppError && cause.code === "cli.noTenant") return null;
      throw cause;
    });
    return actor === null ? undefined : installation.services.door.read(actor, recordedClasses);
  });
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new AppError("invalid", "cli.noFile", { file, reason: (cause as Error).message });
  }
}

const MOST_SHOWN = 60;

function show({ summary, records, problems }: PaymentCheck): void {
  console.log(`${summary} (${records.note})`);
  for (const { sheet, text } of problems.slice(0, MOST_SHOWN)) console.log(`  [${sheet}] ${text}`);
  if (problems.length > MOST_SHOWN) console.log(`  … còn ${problems.length - MOST_SHOWN}; thêm --json để xem hết`);
}
