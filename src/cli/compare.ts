import { readFileSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { readWorkbookInWorker } from "../exchange/workbook-client.ts";
import { dateInVietnam } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import { compareLists, readForComparison, type ListRead } from "../poverty/compare/compare-lists.ts";
import { comparisonWorkbook, reasonText } from "../poverty/compare/comparison-workbook.ts";
import type { CliCommand } from "./command.ts";
import { needDate, parse, printJson } from "./options.ts";

async function readList(file: string, asOf: ReturnType<typeof needDate>): Promise<ListRead> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(file));
  } catch (cause) {
    throw new AppError("invalid", "cli.noFile", { file, reason: (cause as Error).message });
  }
  const workbook = await readWorkbookInWorker(bytes);
  try {
    return await readForComparison(workbook, basename(file), asOf);
  } finally {
    await workbook.close();
  }
}

export const compare: CliCommand = {
  words: "compare",
  summary: "So hai danh sách hộ: vào, ra, đổi, trùng, nghi trùng, kèm lý do",
  help: `sinhke compare TRƯỚC.xlsx SAU.xlsx [--as-of 2023-12-31] [--out KẾT_QUẢ.xlsx] [--json]
  Hai danh sách ở bất kỳ mẫu nào chương trình đọc được (xlsx, xls, ods, csv); không cần dữ liệu, không lưu gì.`,
  async run(rest) {
    const { values, positionals } = parse(rest, { "as-of": { type: "string" }, out: { type: "string" } }, 2);
    const asOf = values["as-of"] === undefined ? dateInVietnam(Date.now()) : needDate(values["as-of"], "as-of");
    const found = compareLists(await readList(positionals[0]!, asOf), await readList(positionals[1]!, asOf));
    const out = values.out === undefined ? null : resolve(values.out);
    if (out !== null) writeFileSync(out, await comparisonWorkbook(found, "vi", new Date()));
    const rows = found.rows.map((row) => ({ ...row, text: reasonText(row, "vi") }));
    if (values.json) return printJson({ ...found, rows, out });
    console.log(`${found.first.file}: ${found.first.households} hộ. ${found.second.file}: ${found.second.households} hộ.`);
    console.log(`Giống nhau ${found.counts.same}, vào ${found.counts.in}, ra ${found.counts.out}, đổi ${found.counts.changed}, trùng ${found.counts.twin}, nghi trùng ${found.counts.maybeTwin + found.counts.maybeSame}.`);
    for (const { kind, head, hamlet, text } of rows) console.log(`  ${kind.padEnd(9)} ${head}${hamlet ? ` (${hamlet})` : ""}: ${text}`);
    if (out !== null) console.log(`Đã ghi ${out}`);
  },
};
