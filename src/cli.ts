import { CommandRefused } from "./cli/command.ts";
import { findCommand, helpText, unknownCommand } from "./cli/commands.ts";
import { AppError } from "./kernel/error.ts";
import { wording } from "./main.ts";

/** Exit 0 done, 1 refused or failed with the reason, 2 wrong use. With --json an error is one JSON document too. */
async function main(words: string[]): Promise<number> {
  const found = findCommand(words);
  if (!found) {
    const asked = words.length === 0 || words[0] === "--help" || words[0] === "help";
    if (!asked) return refuse(unknownCommand(words), helpText(), words.includes("--json"));
    console.log(helpText());
    return 0;
  }
  const { command, rest } = found;
  if (rest.includes("--help")) {
    console.log(command.help);
    return 0;
  }
  try {
    return (await command.run(rest)) ?? 0;
  } catch (cause) {
    return report(cause, rest.includes("--json"), command.help);
  }
}

const printError = (code: string, message: string, data: unknown): void => console.log(JSON.stringify({ error: { code, message, data } }, null, 2));

function refuse(message: string, help: string, json: boolean): number {
  if (json) printError("cli.wrongUse", message, {});
  else console.error(`${message}\n\n${help}`);
  return 2;
}

function report(cause: unknown, json: boolean, help: string): number {
  if (cause instanceof CommandRefused) return refuse(cause.message, help, json);
  const code = cause instanceof AppError ? cause.code : "http.fault";
  const data = cause instanceof AppError ? cause.data : {};
  const message = cause instanceof AppError ? wording.text(code, data, "vi") : String((cause as Error)?.stack ?? cause);
  if (json) printError(code, message, data);
  else console.error(message);
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
