import type { PlainDate } from "../../kernel/date.ts";
import type { AreaHamlet, HouseholdCandidate, ListKey, ListPreview } from "../../registry/public.ts";
import { holdsOn } from "../../registry/rules/facts.ts";
import { decideHousehold, type DecideContext, type Found, type SheetSays } from "./decide-household.ts";
import type { Decision, ListDay, MemberDecision, Off } from "./decision.ts";
import { FindHamlet, type NewHamlet } from "./find-hamlet.ts";
import type { Hashes } from "./hash.ts";
import type { Known, KnownHousehold } from "./known.ts";
import { profileOfLine, profileOnFile } from "./profiles.ts";
import { commonDay, holdsFrom } from "./rules/list-dates.ts";
import { matchHouseholds, type Match, type Profile } from "./rules/match.ts";
import { endStatus, type ListClass } from "./rules/statuses.ts";

export interface PlanAsked {
  readonly preview: ListPreview;
  readonly day: ListDay;
  readonly file: Known;
  readonly hamlets: readonly AreaHamlet[];
  /** of the area; of several each line tells its own */
  readonly communes: readonly string[];
  /** the officer's choice for written hamlets: key of the name → hamlet on file */
  readonly hamletChoices: ReadonlyMap<string, string>;
  /** every poor and near-poor household of the area is on the list */
  readonly complete: boolean;
  readonly hashes: Hashes;
}

/** Everything that committing a list would do; nothing is written yet. */
export interface ListPlan {
  readonly day: ListDay;
  readonly changeover: PlainDate;
  /** of the area */
  readonly communes: readonly string[];
  /** the same of each commune the list speaks of: the area's one, of several those with a line */
  readonly changeovers: ReadonlyMap<string, PlainDate>;
  readonly complete: boolean;
  readonly decisions: readonly Decision[];
  readonly off: readonly Off[];
  readonly newHamlets: readonly NewHamlet[];
  /** persons whose number, new here, is on file in another commune too */
  readonly elsewhere: ReadonlySet<MemberDecision>;
  /** recognised households on file that the list names in a line that is not taken: left as they are */
  readonly held: number;
  /** households on file that the list was compared with */
  readonly onFile: number;
}

type Target = KnownHousehold | HouseholdCandidate;

const isEscaped = (line: HouseholdCandidate): boolean => line.facts.listedClass === "escaped_poverty" || line.facts.listedClass === "escaped_near_poverty";
const isKnown = (target: Target | undefined): target is KnownHousehold => target !== undefined && "memberships" in target;

/** The classes the list speaks of as a whole: "Danh sách hộ nghèo" says nothing of near-poor households. */
export function classesOf({ reading }: ListPreview): ReadonlySet<ListClass> {
  const current = reading.sheets.filter(({ kind }) => kind.kind === "current");
  const told = current.map(({ kind }) => kind.listedClass);
  const all = told.length === 0 || told.some((listed) => listed !== "poor" && listed !== "near_poor");
  return new Set(all ? ["poor", "near_poor"] : (told as ListClass[]));
}

/** Decides, for each household of a list, what is new, what changes and what ends. Pure but for the hashes of numbers. */
export function planList(asked: PlanAsked): ListPlan {
  return new Planner(asked).plan();
}

class Planner {
  private readonly asked: PlanAsked;
  private readonly places: FindHamlet;
  private readonly onFile: readonly Profile<Target>[];
  private readonly decisions: Decision[] = [];
  private readonly decided = new Map<KnownHousehold, Decision>();

  constructor(asked: PlanAsked) {
    this.asked = asked;
    this.places = new FindHamlet(asked.hamlets, asked.hamletChoices, asked.preview.reading.households, asked.communes.length > 1);
    const { asOf } = asked.day;
    this.onFile = [...asked.file.households.values()].filter(({ to }) => to === null || to > asOf).map((known) => profileOnFile<Target>(known, known, asOf, (id) => this.places.keyOf(id)));
  }

  plan(): ListPlan {
    const { preview, day, complete } = this.asked;
    const lines = preview.reading.households;
    const stored = lines.filter(({ state }) => state !== "rejected");
    const current = stored.filter((line) => !isEscaped(line));
    const { all: changeover, ofUnits: changeovers } = this.changeovers(lines, current);
    const changeoverOf = (unitUid: string | null | undefined): PlainDate => changeovers.get(unitUid ?? "") ?? changeover;
    const context = this.context(changeoverOf);
    const matches = this.match(current, this.onFile);
    for (const line of current) this.decide(line, holdsFrom(line.facts.decisionDate, day.asOf), matches.get(line), context);
    for (const kind of ["escaped_poverty", "escaped_near_poverty"] as const) {
      this.decideEscaped(stored.filter(({ facts }) => facts.listedClass === kind), changeoverOf, context);
    }
    const held = this.heldBy(lines.filter(({ state }) => state === "rejected"));
    const off = complete ? this.unlisted(held, changeovers) : [];
    return { day, communes: this.asked.communes, changeover, changeovers, complete, decisions: this.decisions, off, newHamlets: this.places.newHamlets(this.decisions), elsewhere: new Set(), held: held.size, onFile: this.asked.file.households.size };
  }

  /** A list of several communes concludes nothing of a commune that none of its lines names. */
  private changeovers(lines: readonly HouseholdCandidate[], current: readonly HouseholdCandidate[]): { readonly all: PlainDate; readonly ofUnits: ReadonlyMap<string, PlainDate> } {
    const { communes, day } = this.asked;
    const days = new Map<string, PlainDate[]>(communes.length === 1 ? [[communes[0]!, []]] : []);
    for (const { commune } of lines) if (commune !== null && !days.has(commune)) days.set(commune, []);
    for (const { commune, facts } of current) if (facts.listedClass === "poor" || facts.listedClass === "near_poor") days.get(commune!)?.push(holdsFrom(facts.decisionDate, day.asOf));
    return { all: commonDay([...days.values()].flat(), day.asOf), ofUnits: new Map([...days].map(([unitUid, own]) => [unitUid, commonDay(own, day.asOf)])) };
  }

  private context(changeoverOf: DecideContext["changeoverOf"]): DecideContext {
    const { day, file, hashes, preview } = this.asked;
    return { day, changeoverOf, file, hashes, given: new Set(), touched: new Set(), sheets: sheetsOf(preview), hamletOf: (line, knownIn) => this.places.targetOf(line, knownIn) };
  }

  private match(lines: readonly HouseholdCandidate[], targets: readonly Profile<Target>[]): Map<HouseholdCandidate, Match<Target>> {
    if (targets.length === 0) return new Map();
    return matchHouseholds(lines.map((line) => this.profile(line, line)), targets);
  }

  private profile<Ref>(line: HouseholdCandidate, ref: Ref): Profile<Ref> {
    return profileOfLine(line, ref, this.places.writtenKey(line), this.asked.hashes);
  }

  private decide(line: HouseholdCandidate, from: PlainDate, match: Match<Target> | undefined, context: DecideContext): void {
    const found: Found = {
      known: isKnown(match?.found) ? match.found : null,
      splitFrom: isKnown(match?.splitFrom) ? match.splitFrom : null,
      maybe: (match?.maybe ?? []).filter(isKnown).map(({ id }) => id),
    };
    const decision = decideHousehold(line, from, found, context);
    this.decisions.push(decision);
    if (found.known) this.decided.set(found.known, decision);
  }

  /** A household that left poverty may stand on the list as near-poor too: then that line is what is stored. */
  private decideEscaped(lines: readonly HouseholdCandidate[], changeoverOf: DecideContext["changeoverOf"], context: DecideContext): void {
    const fresh = this.decisions.filter(({ known, line }) => known === null && !isEscaped(line)).map(({ line }) => line);
    const matches = this.match(lines, [...this.onFile, ...(lines.length === 0 ? [] : fresh.map((line) => this.profile<Target>(line, line)))]);
    for (const line of lines) {
      const match = matches.get(line);
      if (match?.found !== undefined && (!isKnown(match.found) || this.decided.has(match.found))) continue;
      this.decide(line, changeoverOf(line.commune), match, context);
    }
  }

  /** Households on file that a line speaks of which is not taken: nothing is concluded from their absence. */
  private heldBy(rejected: readonly HouseholdCandidate[]): ReadonlySet<KnownHousehold> {
    const open = this.onFile.filter(({ ref }) => isKnown(ref) && !this.decided.has(ref));
    const matches = this.match(rejected, open);
    return new Set([...matches.values()].flatMap(({ found, maybe }) => [found, ...maybe]).filter(isKnown));
  }

  private unlisted(held: ReadonlySet<KnownHousehold>, changeovers: ListPlan["changeovers"]): Off[] {
    const { file, day, preview } = this.asked;
    const classes = classesOf(preview);
    return [...file.households.values()].flatMap((household): Off[] => {
      const unitUid = this.places.unitOf(household.hamletId) ?? "";
      const changeover = changeovers.get(unitUid);
      if (held.has(household) || changeover === undefined) return [];
      const decision = this.decided.get(household);
      if (decision && decision.line.facts.listedClass !== "none") return [];
      const was = household.statuses.find((status) => holdsOn(status, day.asOf) && classes.has(status.class));
      if (!was) return [];
      const status = endStatus(household.statuses, { day: changeover, asOf: day.asOf, statusYear: day.statusYear, reason: "not_on_list" });
      return status.kind === "same" ? [] : [{ household, unitUid, status, was }];
    });
  }
}

const TICKS: readonly ListKey[] = ["ethnic_minority", "no_labour", "merit"];
const TOLD = { ethnic_minority: "ethnicMinority", no_labour: "noLabourCapacity", merit: "hasMeritMember" } as const;

function sheetsOf({ reading, plans }: ListPreview): Map<number, SheetSays> {
  const ticked = new Map<number, Set<ListKey>>();
  for (const { sheet, facts } of reading.households) {
    for (const key of TICKS) if (facts[TOLD[key as keyof typeof TOLD]] === true) ticked.set(sheet, (ticked.get(sheet) ?? new Set()).add(key));
  }
  const mapped = new Map(plans.map((plan) => [plan.mapping.sheet, new Set(Object.values(plan.mapping.columns))]));
  return new Map(reading.sheets.map(({ sheet, grouping }) => [sheet, {
    headsOnly: grouping === "single",
    ticked: new Set([...(ticked.get(sheet) ?? [])].filter((key) => mapped.get(sheet)?.has(key))),
  }]));
}
