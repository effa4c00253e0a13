import { readFileSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import * as z from "zod/mini";
import { unitIndex } from "../areas/load.ts";
import { unitLabel } from "../areas/rules/unit.ts";
import { AppError } from "../kernel/error.ts";
import { importHouseholdList } from "../poverty/household-list/commit.ts";
import { SheetMapping } from "../poverty/household-list/contract.ts";
import { NO_CHOICES, readForArea, type ReadList } from "../poverty/household-list/read-for-area.ts";
import { sayProblem } from "../poverty/household-list/say.ts";
import { previewOf, problemsOf, problemView, rejectedLines } from "../poverty/household-list/view.ts";
import { markedList } from "../registry/public.ts";
import { CommandRefused, type CliCommand } from "./command.ts";
import { need, needDate, parse, printJson, withInstallation } from "./options.ts";
import { getArea } from "./province.ts";
import { operatorFor } from "./tenant.ts";

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new AppError("invalid", "cli.noFile", { file, reason: (cause as Error).message });
  }
}

/** A mapping file: one object for a sheet or a list of them, `{ "sheet": 0, "firstRow": 8, "columns": { "1": "head_mark", … } }`. */
function readMapping(file: string | undefined): z.infer<typeof SheetMapping>[] {
  if (file === undefined) return [];
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(read(resolve(file))).toString("utf8"));
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError("invalid", "cli.badJson", { reason: (cause as Error).message });
  }
  const parsed = z.array(SheetMapping).safeParse(Array.isArray(json) ? json : [json]);
  if (!parsed.success) throw new AppError("invalid", "cli.badMapping", { file, where: parsed.error.issues[0]!.path.join("."), what: parsed.error.issues[0]!.message });
  return parsed.data;
}

function yesOrNo(value: string | undefined): boolean | null {
  if (value === undefined) return null;
  if (value !== "yes" && value !== "no") throw new CommandRefused(`--complete là yes hoặc no, nhận được “${value}”`);
  return value === "yes";
}

async function writeMarked(list: ReadList, out: string | undefined): Promise<{ file: string; is: string } | null> {
  if (out === undefined) return null;
  const marked = await markedList(list.file.bytes, list.preview, new Date(), "vi", problemsOf(list), sayProblem);
  writeFileSync(resolve(out), marked.bytes);
  return { file: resolve(out), is: marked.is };
}

const OPTIONS = {
  data: { type: "string" }, area: { type: "string" }, "as-of": { type: "string" }, "dry-run": { type: "boolean" }, mapping: { type: "string" }, marked: { type: "string" }, complete: { type: "string" },
} as const;

export const importHouseholds: CliCommand = {
  words: "import household-list",
  summary: "Nạp danh sách hộ nghèo, cận nghèo của một xã, hoặc của nhiều xã trong một huyện, tỉnh, từ bảng tính",
  help: `sinhke import household-list TỆP.xlsx --data THƯ_MỤC --area "xã Phú Hữu, huyện An Phú" --as-of 2023-12-31
  [--area "huyện An Phú"] địa bàn nhiều xã: mỗi dòng ghi xã của mình (tên, mã, dòng riêng phía trên hoặc tên trang)
  [--dry-run]           chỉ đọc thử: số hộ, lỗi theo ô, việc sẽ làm; không ghi gì
  [--complete yes|no]   danh sách đầy đủ: hộ không có tên thì hết diện (mặc định: yes với danh sách ba trang cuối năm)
  [--mapping TỆP.json]  chỉ rõ cột nào là gì
  [--marked RA.xlsx]    bản sao tệp có đánh dấu lỗi
  [--json]`,
  async run(rest) {
    const { values, positionals } = parse(rest, OPTIONS, 1);
    const fileName = positionals[0]!;
    const asOf = needDate(values["as-of"], "as-of");
    const text = need(values.area, "area");
    const choices = { ...NO_CHOICES, mappings: readMapping(values.mapping), complete: yesOrNo(values.complete) };
    const bytes = read(resolve(fileName));
    const dryRun = values["dry-run"] === true;
    const area = getArea(unitIndex(), text, asOf);
    await withInstallation(resolve(need(values.data, "data")), async (installation) => {
      const { services } = installation;
      const actor = await operatorFor(installation, area, asOf, true);
      const list = await readForArea(services, actor, { bytes, fileName: basename(fileName), areaUid: area.uid, asOf }, choices);
      const marked = await writeMarked(list, values.marked);
      const result = dryRun ? null : await importHouseholdList(services, actor, list);
      const { counts, problems: counted, sheets: _, ...preview } = previewOf(list, "vi");
      const problems = problemsOf(list).map((problem) => problemView(problem, "vi"));
      const rejected = rejectedLines(list.preview, "vi");
      const answer = {
        file: fileName, area: { uid: area.uid, name: unitLabel(area) }, asOf, dryRun, committed: result !== null, changed: result?.changed ?? false, batchId: result?.batchId ?? null,
        households: (result?.counts ?? counts).households, persons: (result?.counts ?? counts).members, statuses: (result?.counts ?? counts).statuses,
        statusYear: preview.statusYear, ruleset: preview.ruleset, complete: preview.complete, importedBefore: preview.importedAt, digest: preview.digest,
        newHamlets: preview.hamlets.filter(({ chosen }) => chosen === null).map(({ text: name, commune, households }) => ({ name, households, ...(commune !== null && { commune }) })),
        communes: preview.communes,
        problemCounts: { error: counted.error, warning: counted.warning, note: counted.note }, problems, rejected, marked,
      };
      if (values.json) printJson(answer);
      else show(answer);
    });
  },
};

interface Shown {
  readonly committed: boolean;
  readonly area: { readonly name: string };
  readonly households: { readonly accepted: number; readonly acceptedWithWarnings: number; readonly rejected: number; readonly new: number; readonly changed: number; readonly unchanged: number };
  readonly statuses: { readonly poor: number; readonly nearPoor: number; readonly notOnList: number };
  readonly problems: readonly { readonly severity: string; readonly sheet: string; readonly text: string }[];
}

const MOST_SHOWN = 40;

function show({ committed, area, households: h, statuses: s, problems }: Shown): void {
  console.log(`${committed ? "Đã nạp" : "Đọc thử, chưa ghi gì"}: ${area.name}`);
  console.log(`  Hộ nhận được ${h.accepted + h.acceptedWithWarnings} (nghèo ${s.poor}, cận nghèo ${s.nearPoor}); hộ không nhận ${h.rejected}`);
  console.log(`  Hộ mới ${h.new}, thay đổi ${h.changed}, không đổi ${h.unchanged}; hết diện vì không có tên ${s.notOnList}`);
  for (const problem of problems.slice(0, MOST_SHOWN)) console.log(`  [${problem.sheet}] ${problem.text}`);
  if (problems.length > MOST_SHOWN) console.log(`  … còn ${problems.length - MOST_SHOWN} lỗi, cảnh báo, lưu ý; thêm --json để xem hết`);
}
