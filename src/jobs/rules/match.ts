import { ageOn, type PlainDate, yearOf } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { PlaceKind } from "./event.ts";

// A seeker beside vacancies: what speaks for each in points, what speaks against it in words. The adviser decides; belonging to a priority group gives no point.

export const EDUCATION_ORDER = ["none", "primary", "lower_secondary", "upper_secondary"] as const;
export const TECHNICAL_ORDER = ["none", "worker", "under_3_months", "elementary", "intermediate", "college", "university", "postgraduate"] as const;

export interface MatchSeeker {
  readonly birthDate: PlainDate | null;
  readonly birthYear: number | null;
  readonly unitUid: string | null;
  readonly wantedVsco: readonly string[];
  readonly wantedJob: string | null;
  /** empty: anywhere */
  readonly wantedPlaces: readonly PlaceKind[];
  /** đồng a month; null: any */
  readonly wageWanted: number | null;
  /** empty: any */
  readonly shifts: readonly string[];
  readonly generalEducation: string | null;
  readonly technicalLevel: string | null;
  readonly licences: string | null;
  readonly experienceVsco: string | null;
  readonly experienceMonths: number | null;
  readonly needsDormitory: boolean | null;
  readonly disabled: boolean | null;
}

export interface MatchVacancy {
  readonly id: string;
  readonly title: string;
  readonly vsco: string | null;
  readonly placeKind: PlaceKind;
  readonly placeUnitUid: string | null;
  readonly wageFrom: number | null;
  readonly wageTo: number | null;
  readonly shift: string | null;
  readonly dormitory: boolean | null;
  readonly transport: boolean | null;
  readonly generalEducation: string | null;
  readonly technicalLevel: string | null;
  readonly experienceMonths: number | null;
  readonly hazardous: boolean | null;
  readonly needsLicence: string | null;
  readonly acceptsDisabled: boolean | null;
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
}

export const WEIGHTS = { occupation: 30, place: 25, wage: 20, education: 15, experience: 10 } as const;
export type MatchPart = keyof typeof WEIGHTS;

/** Points of one part with the reason as a code: "occupation.same4", "wage.below". */
export interface Points {
  readonly part: MatchPart;
  readonly points: number;
  readonly of: number;
  readonly reason: string;
}
/** Speaks against the vacancy; sent there all the same only with a reason. */
export type Obstacle = "age_hazardous" | "age_below_15" | "licence" | "place" | "shift" | "dormitory";
/** To be asked before somebody is sent; costs no point. */
export type Note = "age_range" | "disabled_unknown" | "disabled_no" | "age_unknown";

export interface Match {
  readonly vacancyId: string;
  readonly score: number;
  readonly points: readonly Points[];
  readonly obstacles: readonly Obstacle[];
  readonly notes: readonly Note[];
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

const say = (part: MatchPart, points: number, reason: string): Points => ({ part, points, of: WEIGHTS[part], reason: `${part}.${reason}` });

function occupation(seeker: Prepared, vacancy: MatchVacancy): Points {
  const shared = vacancy.vsco === null ? 0 : Math.max(0, ...seeker.wantedVsco.map((wish) => commonPrefix(wish, vacancy.vsco!)));
  if (shared >= 4) return say("occupation", 30, "same4");
  if (shared === 3) return say("occupation", 20, "same3");
  if (shared === 2) return say("occupation", 10, "same2");
  if (seeker.job !== "" && fold(vacancy.title).includes(seeker.job)) return say("occupation", 10, "byName");
  if (seeker.wantedVsco.length === 0 && seeker.job === "") return say("occupation", 0, "noWish");
  return say("occupation", 0, vacancy.vsco === null ? "noCode" : "other");
}

/** "in the commune" is told from where the vacancy lies: for a seeker of another commune it lies in the province. */
export const placeFor = (seeker: Pick<MatchSeeker, "unitUid">, { placeKind, placeUnitUid }: Pick<MatchVacancy, "placeKind" | "placeUnitUid">): PlaceKind => (placeKind === "xa" && placeUnitUid !== seeker.unitUid ? "tinh" : placeKind);

function place(seeker: MatchSeeker, vacancy: MatchVacancy): Points {
  const kind = placeFor(seeker, vacancy);
  if (kind === "xa" || (vacancy.placeUnitUid !== null && vacancy.placeUnitUid === seeker.unitUid)) return say("place", 25, "own");
  if (vacancy.dormitory || vacancy.transport) return say("place", 25, "helped");
  return kind === "tinh" ? say("place", 20, "province") : say("place", 15, "far");
}

function wage({ wageWanted }: MatchSeeker, { wageFrom, wageTo }: MatchVacancy): Points {
  const offered = wageTo ?? wageFrom;
  if (wageWanted === null) return say("wage", 20, "noWish");
  if (offered === null) return say("wage", 10, "unknown");
  if (offered >= wageWanted) return say("wage", 20, "enough");
  return offered * 10 >= wageWanted * 8 ? say("wage", 10, "nearly") : say("wage", 0, "below");
}

/** `full` where enough or nothing is asked, half where it is not known, else nothing. */
function level(order: readonly string[], has: string | null, asked: string | null, full: number): number {
  if (asked === null || asked === "none") return full;
  if (has === null) return Math.floor(full / 2);
  return order.indexOf(has) >= order.indexOf(asked) ? full : 0;
}

function education(seeker: MatchSeeker, vacancy: MatchVacancy): Points {
  const points = level(EDUCATION_ORDER, seeker.generalEducation, vacancy.generalEducation, 8) + level(TECHNICAL_ORDER, seeker.technicalLevel, vacancy.technicalLevel, 7);
  return say("education", points, points === 15 ? "enough" : points === 0 ? "below" : "partly");
}

function experience(seeker: MatchSeeker, vacancy: MatchVacancy): Points {
  const asked = vacancy.experienceMonths ?? 0;
  const related = seeker.experienceVsco === null || vacancy.vsco === null || commonPrefix(seeker.experienceVsco, vacancy.vsco) >= 2;
  if (asked === 0) return say("experience", 10, "notAsked");
  if (seeker.experienceMonths === null) return say("experience", 5, "unknown");
  if (!related) return say("experience", 0, "otherTrade");
  if (seeker.experienceMonths >= asked) return say("experience", 10, "enough");
  return seeker.experienceMonths * 2 >= asked ? say("experience", 5, "partly") : say("experience", 0, "below");
}

const ageOf = ({ birthDate, birthYear }: MatchSeeker, on: PlainDate): number | null => (birthDate !== null ? ageOn(birthDate, on) : birthYear === null ? null : yearOf(on) - birthYear);

function obstaclesOf(seeker: Prepared, vacancy: MatchVacancy): Obstacle[] {
  const found: Obstacle[] = [];
  const kind = placeFor(seeker, vacancy);
  if (seeker.age !== null && seeker.age < 15) found.push("age_below_15");
  if (vacancy.hazardous && seeker.age !== null && seeker.age < 18) found.push("age_hazardous");
  if (vacancy.needsLicence && !seeker.foldedLicences.includes(fold(vacancy.needsLicence))) found.push("licence");
  if (seeker.wantedPlaces.length > 0 && !seeker.wantedPlaces.includes(kind)) found.push("place");
  if (seeker.shifts.length > 0 && vacancy.shift !== null && !seeker.shifts.includes(vacancy.shift)) found.push("shift");
  if (seeker.needsDormitory && vacancy.dormitory === false && kind !== "xa") found.push("dormitory");
  return found;
}

function notesOf(seeker: Prepared, { ageFrom, ageTo, acceptsDisabled }: MatchVacancy): Note[] {
  const { age } = seeker;
  const found: Note[] = [];
  if (age === null) found.push("age_unknown");
  else if ((ageFrom !== null && age < ageFrom) || (ageTo !== null && age > ageTo)) found.push("age_range");
  if (seeker.disabled && acceptsDisabled !== true) found.push(acceptsDisabled === false ? "disabled_no" : "disabled_unknown");
  return found;
}

interface Prepared extends MatchSeeker {
  readonly age: number | null;
  readonly job: string;
  readonly foldedLicences: string;
}

const prepare = (seeker: MatchSeeker, on: PlainDate): Prepared => ({ ...seeker, age: ageOf(seeker, on), job: fold(seeker.wantedJob ?? ""), foldedLicences: fold(seeker.licences ?? "") });

function match(seeker: Prepared, vacancy: MatchVacancy): Match {
  const points = [occupation(seeker, vacancy), place(seeker, vacancy), wage(seeker, vacancy), education(seeker, vacancy), experience(seeker, vacancy)];
  return { vacancyId: vacancy.id, score: points.reduce((sum, one) => sum + one.points, 0), points, obstacles: obstaclesOf(seeker, vacancy), notes: notesOf(seeker, vacancy) };
}

/** One vacancy for a seeker. */
export const matchOne = (seeker: MatchSeeker, vacancy: MatchVacancy, on: PlainDate): Match => match(prepare(seeker, on), vacancy);

export const MOST_MATCHES = 20;

/** The best vacancies without an obstacle, and the best of those with one, which are shown with it and hidden from nobody. */
export function bestMatches(seeker: MatchSeeker, vacancies: readonly MatchVacancy[], on: PlainDate): { readonly matches: Match[]; readonly blocked: Match[]; readonly blockedCount: number } {
  const prepared = prepare(seeker, on);
  const all = vacancies.map((vacancy) => match(prepared, vacancy)).sort((a, b) => b.score - a.score || (a.vacancyId < b.vacancyId ? -1 : 1));
  const blocked = all.filter(({ obstacles }) => obstacles.length > 0);
  return { matches: all.filter(({ obstacles }) => obstacles.length === 0).slice(0, MOST_MATCHES), blocked: blocked.slice(0, MOST_MATCHES), blockedCount: blocked.length };
}
