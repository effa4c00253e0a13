import { readFileSync } from "node:fs";
import { folderOf } from "../platform/resources.ts";

let known: ReadonlySet<string> | undefined;

/** First three digits of identification numbers that a province registers, from data/id-province-codes.csv. */
export function identityPrefixes(): ReadonlySet<string> {
  known ??= new Set(readFileSync(folderOf("data/id-province-codes.csv"), "utf8").trimEnd().split(/\r?\n/).slice(1).map((line) => line.slice(0, line.indexOf(","))));
  return known;
}
