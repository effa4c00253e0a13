import type { z } from "zod";
import { AppError } from "../../kernel/error.ts";
import { FiguresDocument } from "./contract.ts";
import { isObject, withDocumentedNames } from "./rules/other-names.ts";

/** The document, checked field by field. @throws AppError invalid "check.…" with the path of the first problem and all `problems` */
export function readInput(json: unknown): FiguresDocument {
  const parsed = FiguresDocument.safeParse(withDocumentedNames(json), { reportInput: true });
  if (!parsed.success) throw problemError(parsed.error.issues);
  const { figures, claims } = parsed.data;
  const stated = figures.some(({ is, partOf, kind, value, printed }) => is ?? partOf ?? kind ?? (value != null && printed != null));
  if (claims.length === 0 && !stated) throw new AppError("invalid", "check.empty", { path: "" });
  return parsed.data;
}

type Issue = z.core.$ZodIssue;

function problemError(issues: readonly Issue[]): AppError {
  const problems = issues.map(problemOf);
  const [{ code, ...data }] = problems as [Problem];
  return new AppError("invalid", code, { ...data, problems });
}

export interface Problem {
  readonly code: string;
  readonly path: string;
  readonly [key: string]: string;
}

function problemOf(issue: Issue): Problem {
  const path = pathText(issue.path) || "JSON";
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? { code: "check.required", path } : { code: "check.type", path, expected: issue.expected };
    case "unrecognized_keys":
      return { code: "check.unknownField", path, fields: issue.keys.join(", ") };
    case "invalid_value":
      return { code: "check.oneOf", path, values: issue.values.map(String).join(", ") };
    case "too_big":
    case "too_small":
      return { code: "check.size", path };
    case "invalid_union":
      return unionProblem(issue, path);
    case "custom":
      return { code: String((issue.params as { code?: string } | undefined)?.code ?? "check.input"), path };
    default:
      return { code: "check.input", path };
  }
}

/** A claim of no known type; or a number in none of its forms: the deepest problem of the object form tells most. */
function unionProblem(issue: Extract<Issue, { code: "invalid_union" }>, path: string): Problem {
  if (issue.discriminator !== undefined) {
    const type = isObject(issue.input) ? issue.input[issue.discriminator] : undefined;
    return type === undefined
      ? { code: "check.required", path }
      : { code: "check.claimType", path, text: typeof type === "string" ? type : JSON.stringify(type) };
  }
  const inner = issue.errors.flat().find((candidate) => candidate.code === "unrecognized_keys" || candidate.path.length > 0);
  return inner ? problemOf({ ...inner, path: [...issue.path, ...inner.path] }) : { code: "check.numberForm", path };
}

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
