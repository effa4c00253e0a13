import { NONE, SKIP, type PackAnswers, type PackItem, type PackOption } from "./score-pack.ts";

/** unanswered and pointsUnknown wait for somebody; the others are answers that the pack does not know. */
export type MissingReason = "unanswered" | "pointsUnknown" | "unknownItem" | "unknownOption" | "notNumber" | "outsideBands" | "notSkippable";

export interface MissingAnswer {
  readonly item: string;
  readonly label: string;
  readonly reason: MissingReason;
  readonly answer: string;
}

/** An item's points and why: the options counted, `units` of each where they are counted. */
export interface ScoredItem {
  readonly item: string;
  readonly label: string;
  readonly points: number;
  readonly reason: "option" | "options" | "band" | "units" | "none" | "skipped";
  readonly counted: readonly { readonly option: string; readonly label: string; readonly points: number; readonly units: number }[];
}

export interface PackScore {
  /** null while anything is missing: a part is no total */
  readonly points: number | null;
  readonly missing: readonly MissingAnswer[];
  readonly items: readonly ScoredItem[];
}

type Picked = { readonly option: PackOption; readonly units: number };

/** B1 by a table of points. Pure; nothing is guessed for an item without an answer or an option without points. */
export function scoreOf(pack: { readonly items: readonly PackItem[] }, answers: PackAnswers): PackScore {
  const missing: MissingAnswer[] = [];
  const items: ScoredItem[] = [];
  for (const item of pack.items) {
    const answer = Object.hasOwn(answers, item.code) ? String(answers[item.code]).trim() : "";
    const scored = scoreItem(item, answer);
    if (typeof scored === "string") missing.push({ item: item.code, label: item.label, reason: scored, answer });
    else items.push(scored);
  }
  const known = new Set(pack.items.map(({ code }) => code));
  for (const [item, answer] of Object.entries(answers)) if (!known.has(item)) missing.push({ item, label: item, reason: "unknownItem", answer: String(answer) });
  return { points: missing.length > 0 ? null : items.reduce((sum, { points }) => sum + points, 0), missing, items };
}

function scoreItem(item: PackItem, answer: string): ScoredItem | MissingReason {
  const of = (reason: ScoredItem["reason"], picked: readonly Picked[]): ScoredItem | MissingReason => {
    if (picked.some(({ option }) => option.points === null)) return "pointsUnknown";
    const counted = picked.map(({ option, units }) => ({ option: option.code, label: option.label, points: option.points! * units, units }));
    return { item: item.code, label: item.label, points: counted.reduce((sum, { points }) => sum + points, 0), reason, counted };
  };
  if (answer === "") return "unanswered";
  if (answer === SKIP) return item.skipWhen === null ? "notSkippable" : of("skipped", []);
  if (answer === NONE) return of("none", []);
  const find = (code: string): PackOption | undefined => item.options.find((option) => option.code === code);
  switch (item.mode) {
    case "one": {
      const option = find(answer);
      return option ? of("option", [{ option, units: 1 }]) : "unknownOption";
    }
    case "many": {
      const options = [...new Set(answer.split(";").map((code) => code.trim()).filter(Boolean))].map(find);
      return options.length > 0 && options.every((option) => option !== undefined) ? of("options", options.map((option) => ({ option, units: 1 }))) : "unknownOption";
    }
    case "number_band": {
      const value = toNumber(answer);
      if (value === null) return "notNumber";
      const option = item.options.find(({ min, max }) => (min === null || value >= min) && (max === null || value < max));
      return option ? of("band", [{ option, units: 1 }]) : "outsideBands";
    }
    case "per_unit": {
      const picked = unitsOf(item, answer, find);
      return typeof picked === "string" ? picked : of("units", picked);
    }
  }
}

function unitsOf(item: PackItem, answer: string, find: (code: string) => PackOption | undefined): Picked[] | MissingReason {
  const parts = answer.split(";").map((part) => part.trim()).filter(Boolean).map((part) => part.split(":"));
  const counts = new Map<PackOption, number>();
  for (const part of parts) {
    const [code, text] = part.length === 1 && item.options.length === 1 ? [item.options[0]!.code, part[0]!] : [part[0]!.trim(), part[1] ?? ""];
    const option = find(code);
    if (!option || counts.has(option)) return "unknownOption";
    if (!/^\d{1,6}$/.test(text.trim())) return "notNumber";
    counts.set(option, Number(text));
  }
  return counts.size === 0 ? "unanswered" : [...counts].map(([option, count]) => ({ option, units: option.max === null ? count : Math.min(count, option.max) }));
}

/** "7,5" and "7.5"; null for what is no number from 0 on. */
export function toNumber(text: string): number | null {
  return /^\d{1,9}([.,]\d{1,4})?$/.test(text.trim()) ? Number(text.trim().replace(",", ".")) : null;
}
