import type { PlainDate } from "../src/kernel/date.ts";
import { addWorkingDays } from "../src/kernel/working-days.ts";
import { workingCalendar } from "../src/platform/holidays.ts";
import { folderOf } from "../src/platform/resources.ts";
import type { Household, Place } from "./block.ts";
import { day, dayText, type Day } from "./days.ts";
import { anPhuCommunes, TODAY } from "./hamlets.ts";
import { weekday, type Worker } from "./labour.ts";
import type { DemoSource } from "./source.ts";

// The labour half after the year of the report: what runs in the communes of today, up to this day.

export const THIS_YEAR = 2026;
/** Nothing of the labour half happened later. */
export const LATEST = day("2026-11-27");
export const OFFICER = "Cán bộ xã (minh họa)";
export const PROVINCE = "91@2025-07-01";
/** Two digits by which the rules of allowances know the province. */
export const PROVINCE_CODE = "91";

/** Which of the forty people of a hamlet play which part: from, to. */
const PARTS = { work: [0, 3], loans: [3, 8], seekers: [8, 10], advice: [10, 14], assists: [14, 16], needs: [16, 18], cases: [18, 19], forms: [19, 25], learners: [25, 40] } as const;
export type Part = keyof typeof PARTS;

export const peopleNow = (source: DemoSource, place: Place, part: Part): readonly Worker[] => source.labour().of(place).now.slice(...PARTS[part]);

export const COMMUNES_NOW: readonly string[] = Object.values(TODAY);
const SUCCESSORS = anPhuCommunes().flatMap((commune) => commune.hamlets.map(({ successor }) => successor));

/** The how-manieth hamlet of its commune of today it is, whether or not the others are generated. */
export const rankNow = ({ index, hamlet }: Place): number => SUCCESSORS.slice(0, index).filter((successor) => successor === hamlet.successor).length;
export const communeNow = ({ hamlet }: Place): number => COMMUNES_NOW.indexOf(hamlet.successor);

/** One hamlet for each commune of today that has any: rows of the commune come along with it. */
export const communesNow = (source: DemoSource): readonly Place[] => [...new Map(source.labour().places.map((place) => [place.hamlet.successor, place])).values()];

export const actorOf = (source: DemoSource): string => source.ids("labour_actor").of(0, 0);
export const officeOf = ({ hamlet }: Place): string => `Văn phòng ${hamlet.kind === "ap" ? "ấp" : "khóm"} ${hamlet.name}`;

/** A working day some days after a day. */
export const later = (on: string, days: number): string => dayText(weekday(day(on) + days));

const calendar = workingCalendar({ data: folderOf("data") });
export const workingDaysAfter = (on: string, days: number): string => addWorkingDays(on as PlainDate, days, calendar);

/** What the commune has looked at: all of the years before, this year to the end of September but for a few. */
export function verified(reportedOn: string, place: Place): { verified_on: string | null; verified_by: string | null } {
  const looked: Day = weekday(day(reportedOn) + 12);
  const open = reportedOn >= `${THIS_YEAR}-10-01` || (reportedOn >= `${THIS_YEAR}-01-01` && place.index % 9 === 4);
  return open ? { verified_on: null, verified_by: null } : { verified_on: dayText(looked), verified_by: OFFICER };
}

const households = new WeakMap<Place, Map<string, Household>>();

/** The household somebody lives in since the end of the reported year. */
export function householdOf(source: DemoSource, { person, place }: Worker): Household {
  let known = households.get(place);
  if (!known) {
    known = new Map(source.block(place).households.flatMap((household) => household.members.filter(({ to }) => to === null).map((member) => [member.person.id, household] as const)));
    households.set(place, known);
  }
  return known.get(person.id)!;
}
