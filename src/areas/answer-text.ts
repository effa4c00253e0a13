import type { predecessorsAnswer, resolveAnswer, successorsAnswer } from "./commands.ts";
import type { traceView } from "./views.ts";

type ResolveAnswer = ReturnType<typeof resolveAnswer>;
type TraceView = ReturnType<typeof traceView>;
type TraceAnswer = ReturnType<typeof successorsAnswer> | ReturnType<typeof predecessorsAnswer>;

const line = (unit: { readonly path: string; readonly uid: string }): string => `${unit.path} [${unit.uid}]`;

const because = (reasons: readonly { readonly text: string }[]): string[] => reasons.map(({ text }) => `    ${text}`);

const insteadLines = (unit: { readonly uid: string; readonly instead?: TraceView }): string[] =>
  unit.instead?.units.map((now) => `    → ${line(now)}: ${now.reason}`) ?? [];

const HEADING = {
  ambiguous: "Có nhiều khả năng, cần chọn:",
  not_in_force: "Không có hiệu lực vào ngày này:",
  unknown: "Không tìm thấy. Gần giống:",
} as const;

/** The answer as lines for a terminal, Vietnamese. */
export function resolveLines(answer: ResolveAnswer): string[] {
  if ("unit" in answer) return [line(answer.unit), ...because(answer.reasons)];
  const listed = "candidates" in answer ? answer.candidates : answer.suggestions;
  return [
    HEADING[answer.status],
    ...("candidates" in answer ? [] : because(answer.reasons)),
    ...listed.flatMap((unit) => [`- ${line(unit)}`, ...because(unit.reasons), ...insteadLines(unit)]),
  ];
}

export function traceLines(answer: TraceAnswer): string[] {
  const units = "successors" in answer ? answer.successors : answer.predecessors;
  const arrow = "successors" in answer ? "→" : "←";
  return [
    line(answer.unit),
    ...units.map((unit) => `${arrow} ${line(unit)} · ${unit.reason}${unit.act === null ? "" : ` (${unit.act})`}`),
    ...answer.lost.map((unit) => `? ${line(unit)} · ${unit.reason}`),
    answer.closedReason,
  ];
}
