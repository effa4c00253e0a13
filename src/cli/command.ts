/** Wrong use: exit code 2 and the help of the command. */
export class CommandRefused extends Error {}

export interface CliCommand {
  /** the words after `sinhke`, for example "areas resolve" */
  readonly words: string;
  readonly summary: string;
  readonly help: string;
  /** the exit code, where it is not 0: 1 for an answer that is a refusal */
  run(rest: string[]): Promise<number | void>;
}
