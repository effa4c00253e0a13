import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { isPlainDate, plainDate, type PlainDate } from "../kernel/date.ts";
import { openInstallation, type Installation } from "../main.ts";
import { AppError } from "../kernel/error.ts";
import { CommandRefused } from "./command.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** node:util's parser with wrong use told in Vietnamese. */
export function parse<O extends Options>(rest: string[], options: O, positionals = 0) {
  try {
    const parsed = parseArgs({ args: rest, options: { ...options, json: { type: "boolean" } }, allowPositionals: positionals > 0, strict: true });
    if (parsed.positionals.length !== positionals) throw new Error(`cần ${positionals} tham số, có ${parsed.positionals.length}`);
    return parsed;
  } catch (cause) {
    throw new CommandRefused(`Dùng lệnh chưa đúng: ${(cause as Error).message}`);
  }
}

export function need(value: string | undefined, name: string): string {
  if (value === undefined || value === "") throw new CommandRefused(`Thiếu --${name}`);
  return value;
}

export function needDate(value: string | undefined, name: string): PlainDate {
  const text = need(value, name);
  if (!isPlainDate(text)) throw new CommandRefused(`--${name} phải là ngày dạng YYYY-MM-DD, nhận được “${text}”`);
  return plainDate(text);
}

export function needYear(value: string | undefined, name: string): number {
  const text = need(value, name);
  const year = Number(text);
  if (!Number.isInteger(year) || year < 2000 || year > 2200) throw new CommandRefused(`--${name} phải là năm, nhận được “${text}”`);
  return year;
}

export const printJson = (value: unknown): void => console.log(JSON.stringify(value, null, 2));

export async function readStandardInput(): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AppError("invalid", "cli.badJson", { reason: (cause as Error).message });
  }
}

/** Opens a data folder that is there for one command, and closes it whatever happens: a mistyped folder is not made. Errors: not_found "cli.noData". */
export async function withData<T>(data: string, work: (installation: Installation) => Promise<T>): Promise<T> {
  if (!existsSync(join(data, "keys"))) throw new AppError("not_found", "cli.noData", { folder: data });
  return withInstallation(data, work);
}

/** The same for a command that makes the folder when there is none. */
export async function withInstallation<T>(data: string, work: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation(data);
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}
