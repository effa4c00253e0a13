import { readFileSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import * as z from "zod/mini";
import { unitIndex } from "../areas/load.ts";
import { unitLabel } from "../areas/rules/unit.ts";
import { AppError } from "../kernel/error.ts";
import { listKinds } from "../list-kinds.ts";
import { wording } from "../main.ts";
import { commitList } from "../registry/list-import/commit.ts";
import { ListMapping } from "../registry/list-import/contract.ts";
import { countList } from "../registry/list-import/counts.ts";
import { NO_CHOICES, readList, type ReadList } from "../registry/list-import/read-list.ts";
import { markedCopyOf, problemView, rejectedLines } from "../registry/list-import/view.ts";
import type { AnyListKind } from "../registry/public.ts";
import type { CliCommand } from "./command.ts";
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

/** One object for a sheet or a list of them, `{ "sheet": 0, "firstRow": 8, "columns": { "1": "member_name", … } }`. */
function readMappings(file: string | undefined): z.infer<typeof ListMapping>[] {
  if (file === undefined) return [];
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(read(resolve(file))).toString("utf8"));
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError("invalid", "cli.badJson", { reason: (cause as Error).message });
  }
  const parsed = z.array(ListMapping).safeParse(Array.isArray(json) ? json : [json]);
  if (!parsed.success) throw new AppError("invalid", "cli.badMapping", { file, where: parsed.error.issues[0]!.path.join("."), what: parsed.error.issues[0]!.message });
  return parsed.data;
}

async function writeMarked(list: ReadList, out: string | undefined): Promise<{ file: string; is: string } | null> {
  if (out === undefined || list.problems.length === 0) return null;
  const marked = await markedCopyOf(list, wording, new Date(), "vi");
  writeFileSync(resolve(out), marked.bytes);
  return { file: resolve(out), is: marked.is };
}

const OPTIONS = { data: { type: "string" }, area: { type: "string" }, "as-of": { type: "string" }, "dry-run": { type: "boolean" }, mapping: { type: "string" }, marked: { type: "string" } } as const;

const optionOf = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `sinhke import KIND`: one command for each kind of list, over the same machinery as the pages. */
function importOf(kind: AnyListKind): CliCommand {
  const parameters = kind.parameters ?? [];
  const title = wording.text(kind.titleKey, {}, "vi");
  const own = parameters.map(({ key, labelKey, required }) => `\n  ${`[--${optionOf(key)} …]`.slice(required ? 1 : 0, required ? -1 : undefined).padEnd(22)}${wording.text(labelKey, {}, "vi")}`).join("");
  return {
    words: `import ${kind.kind}`,
    summary: `Nạp từ bảng tính: ${title}`,
    help: `sinhke import ${kind.kind} TỆP.xlsx --data THƯ_MỤC --area "xã Phú Hữu" --as-of 2026-06-30${own}
  [--dry-run]           chỉ đọc thử: số dòng, lỗi theo ô; không ghi gì
  [--mapping TỆP.json]  chỉ rõ cột nào là gì
  [--marked RA.xlsx]    bản sao tệp có đánh dấu lỗi
  [--json]`,
    async run(rest) {
      const { values, positionals } = parse(rest, { ...OPTIONS, ...Object.fromEntries(parameters.map(({ key }) => [optionOf(key), { type: "string" as const }])) }, 1);
      const given = values as Record<string, string | boolean | undefined>;
      const text = (name: string): string | undefined => (typeof given[name] === "string" ? given[name] : undefined);
      const fileName = positionals[0]!;
      const asOf = needDate(text("as-of"), "as-of");
      const area = getArea(unitIndex(), need(text("area"), "area"), asOf);
      const asked = Object.fromEntries(parameters.flatMap(({ key, required }) => (text(optionOf(key)) !== undefined || required ? [[key, need(text(optionOf(key)), optionOf(key))]] : [])));
      const choices = { ...NO_CHOICES, mappings: readMappings(text("mapping")) };
      const file = { bytes: read(resolve(fileName)), fileName: basename(fileName), areaUid: area.uid, asOf, parameters: asked };
      const dryRun = given["dry-run"] === true;
      await withInstallation(resolve(need(text("data"), "data")), async (installation) => {
        const { services } = installation;
        const actor = await operatorFor(installation, area, asOf, true);
        const list = await readList(services, actor, kind, file, choices);
        const marked = await writeMarked(list, text("marked"));
        const result = dryRun ? null : await commitList(services, actor, list);
        const problems = list.problems.map((problem) => problemView(problem, wording, "vi"));
        const of = (severity: string): number => problems.filter((problem) => problem.severity === severity).length;
        const answer = {
          kind: kind.kind, file: fileName, area: { uid: area.uid, name: unitLabel(area) }, asOf, parameters: asked, dryRun, committed: result !== null, changed: result?.changed ?? false, importId: result?.importId ?? null,
          counts: result?.counts ?? countList(list), newHamlets: list.newHamlets.filter((hamlet) => hamlet.text !== "").map((hamlet) => ({ name: hamlet.text, rows: hamlet.rows })),
          problemCounts: { error: of("error"), warning: of("warning"), note: of("note") }, problems, rejected: rejectedLines(list, wording, "vi"), marked,
        };
        if (given["json"] === true) printJson(answer);
        else show(title, answer);
      });
    },
  };
}

const MOST_SHOWN = 40;

function show(title: string, { committed, area, counts: c, problems }: { committed: boolean; area: { name: string }; counts: ReturnType<typeof countList>; problems: readonly { sheet: string; text: string }[] }): void {
  console.log(`${committed ? "Đã nạp" : "Đọc thử, chưa ghi gì"}: ${title}, ${area.name}`);
  console.log(`  ${c.lines} dòng: nhận ${c.taken} (mới ${c.new}, thay đổi ${c.changed}, không đổi ${c.unchanged}), không nhận ${c.rejected}, trùng trong tệp ${c.twice}`);
  if (c.unidentified > 0) console.log(`  Chưa định danh: ${c.unidentified} dòng nói về người chưa có trong sổ`);
  for (const problem of problems.slice(0, MOST_SHOWN)) console.log(`  [${problem.sheet}] ${problem.text}`);
  if (problems.length > MOST_SHOWN) console.log(`  … còn ${problems.length - MOST_SHOWN} lỗi, cảnh báo, lưu ý; thêm --json để xem hết`);
}

export const importLists: readonly CliCommand[] = listKinds.map(importOf);
