/** Wrong use: exit code 2 and the help of the command. */
export class CommandRefused extends Error {}

export interface CliCommand {
  /** the words after `sinhke`, for example "areas resolve" */
  readonly words: string;
  readonly summary: string;
  readonly help: string;
  run(rest: string[]): Promise<void>;
}
