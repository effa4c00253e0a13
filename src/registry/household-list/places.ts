import { fold } from "../../kernel/text/fold.ts";
import { distance } from "fastest-levenshtein";
import type { Severity } from "../../exchange/problem.ts";
import type { ListContext, UnitMatch } from "./context.ts";
import { DISTRICTS_ENDED } from "./context.ts";
import type { ListKey } from "./format.ts";
import type { HamletMatch } from "./records.ts";

export type PlaceProblem = { readonly severity: Severity; readonly code: string; readonly key: ListKey; readonly data: Record<string, string | number> };

export type PlaceCells = { readonly province: string; readonly district: string; readonly commune: string; readonly communeCode: string };

const HAMLET_WORD = /^(?:ap|khom|thon|ban|lang|buon|phum|soc|to dan pho|to|khu pho|kp|tdp|kv|khu vuc|khu|xom|bon|plei)\.? +(?=\S)/;

/** "Ấp Phú Thạnh", "ấp Phú Thạnh 1", "Phú Thạnh" fold to the name without its kind; a number keeps it ("Khóm 3"). */
export function hamletKey(text: string): string {
  const folded = fold(text).replace(/[.,;:]+$/, "");
  const bare = folded.replace(HAMLET_WORD, "");
  return /^\d+[a-z]?$/.test(bare) ? folded.replace(/\s+0*(?=\d)/, " ") : bare;
}

/** Checks the places that a list names against the unit it is said to be of; each wording is looked up once. */
export class Places {
  private readonly context: ListContext;
  private readonly hamlets: ReadonlyMap<string, string>;
  private readonly checked = new Map<string, PlaceProblem | null>();
  private readonly matched = new Map<string, HamletMatch>();

  constructor(context: ListContext) {
    this.context = context;
    this.hamlets = new Map(context.hamlets.map((hamlet) => [hamletKey(hamlet.name), hamlet.id]));
  }

  hamlet(text: string): HamletMatch {
    let match = this.matched.get(text);
    if (match === undefined) this.matched.set(text, (match = { text, id: this.hamlets.get(hamletKey(text)) ?? null }));
    return match;
  }

  /** The hamlet that an address names, by its kind word or as a known one: "Số 12, ấp Phú Thạnh, xã Phú Hữu". */
  inAddress(address: string): string {
    const parts = address.split(/[,;]|\s[-–]\s/).map((part) => part.trim()).filter((part) => part !== "");
    return parts.find((part) => HAMLET_WORD.test(fold(part))) ?? parts.find((part) => this.hamlets.has(hamletKey(part))) ?? "";
  }

  /** Names of known hamlets spelled much like this one. */
  likeHamlets(text: string): string[] {
    const key = hamletKey(text);
    return this.context.hamlets
      .map((hamlet) => ({ name: hamlet.name, far: distance(key, hamletKey(hamlet.name)) }))
      .filter((each) => each.far <= Math.max(2, Math.floor(key.length / 4)))
      .sort((a, b) => a.far - b.far)
      .slice(0, 3)
      .map((each) => each.name);
  }

  check(cells: PlaceCells): PlaceProblem | null {
    const { area, resolveUnit } = this.context;
    if (area === undefined || resolveUnit === undefined || (cells.commune === "" && cells.communeCode === "")) return null;
    const id = `${cells.commune}|${cells.communeCode}|${cells.district}|${cells.province}`;
    let problem = this.checked.get(id);
    if (problem === undefined) this.checked.set(id, (problem = this.judge(cells, area, resolveUnit)));
    return problem;
  }

  private judge(cells: PlaceCells, area: NonNullable<ListContext["area"]>, resolveUnit: NonNullable<ListContext["resolveUnit"]>): PlaceProblem | null {
    const { asOf } = this.context;
    const text = [cells.commune, cells.district, cells.province].filter((part) => part !== "").join(", ");
    const named = cells.commune === "" ? [] : resolveUnit(text, asOf);
    const coded = cells.communeCode === "" ? [] : resolveUnit(cells.communeCode, asOf);
    const fits = (match: UnitMatch): boolean => area.accepts(match.uid) || (match.becomes ?? []).some((uid) => area.accepts(uid));
    const key: ListKey = cells.commune === "" ? "commune_code" : "commune";
    const written = cells.commune === "" ? cells.communeCode : text;
    const candidates = cells.commune === "" ? coded : named;
    if (candidates.length === 0) return { severity: "error", code: "unitUnknown", key, data: { value: written, area: area.name } };
    if (!candidates.some(fits)) return { severity: "error", code: "unitElsewhere", key, data: { value: written, found: candidates.map((each) => each.name).slice(0, 3).join("; "), area: area.name } };
    const current = candidates.find((each) => fits(each) && each.inForce);
    if (current === undefined) return { severity: "warning", code: "unitOfOtherTime", key, data: { value: written, found: candidates[0]!.name, area: area.name } };
    if (cells.commune !== "" && coded.length > 0 && !coded.some(fits)) {
      return { severity: "warning", code: "unitCodeDiffers", key: "commune_code", data: { value: cells.communeCode, found: coded[0]!.name, area: area.name } };
    }
    if (cells.district !== "" && asOf >= DISTRICTS_ENDED) return { severity: "warning", code: "districtEnded", key: "district", data: { value: cells.district } };
    return null;
  }
}
