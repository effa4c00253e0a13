import { resolve } from "node:path";
import { unitIndex } from "../areas/load.ts";
import { unitLabel } from "../areas/rules/unit.ts";
import { newId } from "../platform/door.ts";
import { FIGURE_KINDS } from "../registry/contract.ts";
import { setUndividedPopulation } from "../registry/undivided-population.ts";
import { CommandRefused, type CliCommand } from "./command.ts";
import { need, needDate, parse, printJson, withInstallation } from "./options.ts";
import { getArea } from "./province.ts";
import { operatorFor } from "./tenant.ts";

function count(value: string | undefined, name: string): number {
  const number = Number(need(value, name));
  if (!Number.isInteger(number) || number < 0) throw new CommandRefused(`--${name} phải là số nguyên không âm, nhận được “${value}”`);
  return number;
}

const OPTIONS = {
  data: { type: "string" }, area: { type: "string" }, on: { type: "string" }, households: { type: "string" }, persons: { type: "string" }, minority: { type: "string" },
  source: { type: "string" }, signer: { type: "string" }, kind: { type: "string" },
} as const;

export const populationSet: CliCommand = {
  words: "population set",
  summary: "Ghi tổng số hộ, nhân khẩu của một xã tại một ngày",
  help: `sinhke population set --data THƯ_MỤC --area "xã Phú Hữu, huyện An Phú" --on 2023-12-31 --households 2964 [--persons 11856] [--minority 310]
  --source "Biểu dân số xã Phú Hữu cuối năm 2023" [--signer "Chủ tịch UBND xã"] [--kind ${FIGURE_KINDS.join("|")}] [--json]
Số liệu của cả xã, chưa chia theo ấp; ghi lại cho cùng ngày thì thay số cũ.`,
  async run(rest) {
    const { values } = parse(rest, OPTIONS);
    const on = needDate(values.on, "on");
    const text = need(values.area, "area");
    const kind = FIGURE_KINDS.find((one) => one === (values.kind ?? "document"));
    if (!kind) throw new CommandRefused(`--kind là một trong: ${FIGURE_KINDS.join(", ")}`);
    const input = {
      onDate: on, source: need(values.source, "source"), signer: values.signer ?? null, figureKind: kind, households: count(values.households, "households"),
      persons: values.persons === undefined ? null : count(values.persons, "persons"), minorityHouseholds: values.minority === undefined ? null : count(values.minority, "minority"),
    };
    const area = getArea(unitIndex(), text, on);
    await withInstallation(resolve(need(values.data, "data")), async (installation) => {
      const actor = await operatorFor(installation, area, on, true);
      const written = await setUndividedPopulation(installation.services, actor, newId<"command">(), { ...input, areaUid: area.uid });
      const { onDate: _, ...figures } = input;
      if (values.json) printJson({ area: { uid: area.uid, name: unitLabel(area) }, on, ...figures, ...written });
      else console.log(`Đã ghi dân số ${unitLabel(area)} ngày ${on}: ${input.households} hộ${written.replaced > 0 ? " (thay số cũ)" : ""}.`);
    });
  },
};
