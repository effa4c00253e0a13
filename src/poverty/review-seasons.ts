import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { folderOf } from "../platform/resources.ts";
import { ReviewSeason } from "./rules/list-season.ts";

let seasons: readonly ReviewSeason[] | undefined;

/** When the yearly reviews open and close, oldest first. */
export function reviewSeasons(): readonly ReviewSeason[] {
  return (seasons ??= z.parse(z.array(ReviewSeason), JSON.parse(readFileSync(folderOf("src/poverty/calendar/review.json"), "utf8"))));
}
