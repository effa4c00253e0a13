import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isPlainDate, type PlainDate } from "../kernel/date.ts";
import type { WorkingCalendar } from "../kernel/working-days.ts";
import type { Config } from "./config.ts";
import { folderOf } from "./resources.ts";

const Day = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value));
const Holidays = z.object({ certainty: z.string(), years: z.record(z.string().regex(/^\d{4}$/), z.array(Day)) });

const read = new Map<string, WorkingCalendar>();

/** Days off of data/holidays.json, or of `holidays.json` in the data folder where an office keeps its own. Read once. */
export function workingCalendar({ data }: Pick<Config, "data">): WorkingCalendar {
  const own = join(data, "holidays.json");
  const file = existsSync(own) ? own : folderOf("data/holidays.json");
  const known = read.get(file);
  if (known) return known;
  const { years } = Holidays.parse(JSON.parse(readFileSync(file, "utf8")));
  const calendar = { years: new Set(Object.keys(years).map(Number)), daysOff: new Set(Object.values(years).flat()) };
  read.set(file, calendar);
  return calendar;
}
