import { fold } from "../../kernel/text/fold.ts";
import { distance } from "fastest-levenshtein";
import type { Severity } from "../../exchange/problem.ts";
import type { ListArea, ListContext, UnitMatch } from "./context.ts";
import { CommuneNames } from "./commune-names.ts";
import { DISTRICTS_ENDED } from "./context.ts";
import type { ListKey } from "./format.ts";
import type { HamletMatch } from "./records.ts";

export type PlaceProblem = { readonly severity: Severity; readonly code: string; readonly key: ListKey; readonly data: Record<string, string | number> };

/** What the cells of a line say of its commune. */
export type Place = { readonly problem: PlaceProblem | null; readonly commune: string | null };

export type PlaceCells = { readonly province: string; readonly district: string; readonly commune: string; readonly communeCode: string };

const HAMLET_WORD = /^(?:ap|khom|thon|ban|lang|buon|phum|soc|to dan pho|to|khu pho|kp|tdp|kv|khu vuc|khu|xom|bon|plei)\.? +(?=\S)/;
const NOWHERE: Place = { problem: null, commune: null };

/** "Ấp Phú Thạnh", "ấp Phú Thạnh 1", "Phú Thạnh" fold to the name without its kind; a number keeps it ("Khóm 3"). */
export function hamletKey(text: string): string {
  const folded = fold(text).replace(/[.,;:]+$/, "");
  const bare = folded.replace(HAMLET_WORD, "");
  return /^\d+[a-z]?$/.test(bare) ? folded.replace(/\s+0*(?=\d)/, " ") : bare;
}

/** Checks the places that a list names against the unit it is said to be of; each wording is looked up once. */
export class Places {
  /** The names of the communes, where the area has several of them. */
  readonly communes: CommuneNames | undefined;
  private readonly context: ListContext;
  private readonly hamlets: ReadonlyMap<string, string>;
  private readonly hamletNames: ReadonlySet<string>;
  private readonly checked = new Map<string, Place>();
  private readonly matched = new Map<string, HamletMatch>();

  constructor(context: ListContext) {
    this.context = context;
    this.communes = context.area?.communes === undefined ? undefined : new CommuneNames(context.area.communes);
    this.hamlets = new Map(context.hamlets.map((hamlet) => [`${hamlet.commune ?? ""}|${hamletKey(hamlet.name)}`, hamlet.id]));
    this.hamletNames = new Set(context.hamlets.map((hamlet) => hamletKey(hamlet.name)));
  }

  /** `commune` tells hamlets of one name apart, where the area has several communes. */
  hamlet(text: string, commune: string | null): HamletMatch {
    const within = this.communes === undefined ? "" : (commune ?? "");
    const id = `${within}|${text}`;
    let match = this.matched.get(id);
    if (match === undefined) this.matched.set(id, (match = { text, id: this.hamlets.get(`${within}|${hamletKey(text)}`) ?? null }));
    return match;
  }

  /** The hamlet that an address names, as a known one or by its kind word: "Số 12, ấp Phú Thạnh, xã Phú Hữu". */
  inAddress(address: string): string {
    const parts = address.split(/[,;]|\s[-–]\s/).map((part) => part.trim()).filter((part) => part !== "");
    return parts.find((part) => this.hamletNames.has(hamletKey(part))) ?? parts.find((part) => HAMLET_WORD.test(fold(part))) ?? "";
  }

  /** Names of known hamlets spelled much like this one. */
  likeHamlets(text: string, commune: string | null): string[] {
    const key = hamletKey(text);
    return this.context.hamlets
      .filter((hamlet) => hamlet.commune === undefined || hamlet.commune === commune)
      .map((hamlet) => ({ name: hamlet.name, far: distance(key, hamletKey(hamlet.name)) }))
      .filter((each) => each.far <= Math.max(2, Math.floor(key.length / 4)))
      .sort((a, b) => a.far - b.far)
      .slice(0, 3)
      .map((each) => each.name);
  }

  check(cells: PlaceCells): Place {
    const { area, resolveUnit } = this.context;
    if (area === undefined || resolveUnit === undefined || (cells.commune === "" && cells.communeCode === "")) return NOWHERE;
    const id = `${cells.commune}|${cells.communeCode}|${cells.district}|${cells.province}`;
    let place = this.checked.get(id);
    if (place === undefined) this.checked.set(id, (place = this.judge(cells, area, resolveUnit)));
    return place;
  }

  private judge(cells: PlaceCells, area: ListArea, resolveUnit: NonNullable<ListContext["resolveUnit"]>): Place {
    const { asOf } = this.context;
    const text = [cells.commune, cells.district, cells.province].filter((part) => part !== "").join(", ");
    const named = cells.commune === "" ? [] : resolveUnit(text, asOf);
    const coded = cells.communeCode === "" ? [] : resolveUnit(cells.communeCode, asOf);
    const key: ListKey = cells.commune === "" ? "commune_code" : "commune";
    const data = { value: cells.commune === "" ? cells.communeCode : text, area: area.name };
    const candidates = cells.commune === "" ? coded : named;
    const told = (severity: Severity, code: string, more: Record<string, string> = {}, at = key): PlaceProblem => ({ severity, code, key: at, data: { ...data, ...more } });
    const names = (units: readonly UnitMatch[]): string => [...new Set(units.map((each) => each.name))].slice(0, 3).join("; ");
    if (candidates.length === 0) return { problem: told("error", "unitUnknown"), commune: null };
    const ways = waysInto(area, candidates);
    if (ways.now.size + ways.later.size === 0) return { problem: told("error", "unitElsewhere", { found: names(candidates) }), commune: null };
    const codes = waysInto(area, coded);
    const several = ways.now.size > 0 ? ways.now : ways.later;
    const commune = oneOf(several) ?? oneOf(new Set([...several].filter((uid) => codes.now.has(uid) || codes.later.has(uid))));
    if (commune === undefined) return { problem: told("error", "unitSeveral", { found: names(candidates.filter((each) => isInto(area, each))) }), commune: null };
    if (ways.now.size === 0) return { problem: told("warning", "unitOfOtherTime", { found: candidates[0]!.name, now: this.communes?.nameOf(commune) ?? area.name }), commune };
    if (cells.commune !== "" && coded.length > 0 && !codes.now.has(commune) && !codes.later.has(commune)) {
      return { problem: { severity: "warning", code: "unitCodeDiffers", key: "commune_code", data: { value: cells.communeCode, found: coded[0]!.name, area: this.communes?.nameOf(commune) ?? area.name } }, commune };
    }
    if (cells.district !== "" && asOf >= DISTRICTS_ENDED) return { problem: { severity: "warning", code: "districtEnded", key: "district", data: { value: cells.district } }, commune };
    return { problem: null, commune };
  }
}

/** Communes of the area that a wording means: in force on the day, or by way of what it became. */
function waysInto(area: ListArea, matches: readonly UnitMatch[]): { readonly now: Set<string>; readonly later: Set<string> } {
  const now = new Set(matches.filter(({ uid, inForce }) => inForce && area.accepts(uid)).map(({ uid }) => uid));
  const later = new Set(matches.flatMap(({ uid, becomes }) => [uid, ...(becomes ?? [])]).filter((uid) => area.accepts(uid) && !now.has(uid)));
  return { now, later };
}

const isInto = (area: ListArea, { uid, becomes }: UnitMatch): boolean => area.accepts(uid) || (becomes ?? []).some((each) => area.accepts(each));
const oneOf = (uids: ReadonlySet<string>): string | undefined => (uids.size === 1 ? [...uids][0] : undefined);
