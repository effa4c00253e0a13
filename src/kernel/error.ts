/** Whose fault an error is and what the caller can do; the HTTP edge maps it to a status, the CLI to an exit code. */
export type ErrorKind =
  | "invalid" // the input is malformed: mend it and send it again
  | "refused" // the input is well formed, a rule forbids it
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict" // somebody changed it meanwhile, or the command id was used for something else
  | "too_large"
  | "too_many" // the caller of an open page asks too often; waiting helps
  | "unavailable"; // something the program needs is missing; `doctor` says what

/** The one error of the program: a stable code and typed data; words are found at the edge (messages.vi.json of the feature). */
export class AppError<Code extends string = string> extends Error {
  override readonly name = "AppError";
  readonly kind: ErrorKind;
  readonly code: Code;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(kind: ErrorKind, code: Code, data: Record<string, unknown> = {}) {
    super(`${code} ${JSON.stringify(data)}`);
    this.kind = kind;
    this.code = code;
    this.data = data;
  }
}
