import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { unitIndex } from "../areas/load.ts";
import { AppError } from "../kernel/error.ts";
import { newId } from "../platform/door.ts";
import { fillReceiverForm, readReceiverForm } from "../poverty/receiver-form/fill.ts";
import { CommandRefused, type CliCommand } from "./command.ts";
import { need, needDate, parse, printJson, withData } from "./options.ts";
import { getArea } from "./province.ts";
import { operatorFor } from "./tenant.ts";

const OPTIONS = {
  data: { type: "string" }, area: { type: "string" }, on: { type: "string" }, template: { type: "string" }, out: { type: "string" }, purpose: { type: "string" }, list: { type: "string" }, numbers: { type: "boolean" },
} as const;
const LISTS = ["poor", "near_poor", "both"] as const;

export const exportHouseholdList: CliCommand = {
  words: "export household-list",
  summary: "Ghi danh sách đã công nhận vào tệp mẫu trống của nơi nhận",
  help: `sinhke export household-list --template MẪU.xlsx --data THƯ_MỤC --area "xã Phú Hữu, huyện An Phú" --on 2023-12-31 --out RA.xlsx --purpose "gửi ai, để làm gì"
  [--list poor|near_poor|both]  mặc định cả hai
  [--numbers]                   ghi đủ số định danh (được ghi vào nhật ký); không có thì che bớt
  [--json]`,
  async run(rest) {
    const { values } = parse(rest, OPTIONS);
    const on = needDate(values.on, "on");
    const list = LISTS.find((one) => one === (values.list ?? "both"));
    if (!list) throw new CommandRefused(`--list là poor, near_poor hoặc both, nhận được “${values.list}”`);
    const [file, out, purpose] = [resolve(need(values.template, "template")), resolve(need(values.out, "out")), need(values.purpose, "purpose")];
    let template: Uint8Array;
    try {
      template = readFileSync(file);
    } catch (cause) {
      throw new AppError("invalid", "cli.noFile", { file, reason: (cause as Error).message });
    }
    const area = getArea(unitIndex(), need(values.area, "area"), on);
    const { columns } = await readReceiverForm(template);
    await withData(resolve(need(values.data, "data")), async (installation) => {
      const actor = await operatorFor(installation, area, on);
      const filled = await fillReceiverForm(installation.services, actor, newId(), template, { areaUid: area.uid, on, list, numbers: values.numbers === true, purpose });
      writeFileSync(out, filled.bytes);
      const fields = columns.map(({ letters, heading, field }) => ({ column: letters, heading, field: field ?? null }));
      if (values.json) return printJson({ file: out, area: area.uid, on, list, households: filled.households, persons: filled.persons, columns: fields });
      console.log(`${out}: ${filled.households} hộ, ${filled.persons} nhân khẩu`);
      for (const { column, heading, field } of fields) console.log(`  ${column}: ${heading || "(không tiêu đề)"} ← ${field ?? "để trống"}`);
    });
  },
};
