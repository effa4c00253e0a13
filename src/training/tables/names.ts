import { getUnit, unitTitle } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Language } from "../../platform/http/messages.ts";
import groups from "../allowance/policies/groups.json" with { type: "json" };
import { AGE_BANDS, ETHNIC_BANDS } from "./rules/bands.ts";
import type { Names } from "./rules/build.ts";
import type { TableFacts } from "./facts.ts";

export type Say = (key: string, data?: Readonly<Record<string, unknown>>) => string;

const ORDERS: Readonly<Record<string, readonly string[]>> = { sector: ["farm", "non_farm"], sex: ["1", "2", "0"], ethnic: ETHNIC_BANDS, age: AGE_BANDS, group: groups.entries.map(({ code }) => code) };
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
const LAST = "\uffff";

/** Words and order of what makes the rows: areas by their names of the day, trades and lines of money by theirs, codes by messages. */
export function namesFor({ trades, lines }: TableFacts, on: PlainDate, say: Say, language: Language): Names {
  const groupNames = new Map(groups.entries.map(({ code, name }) => [code, name[language]]));
  const nameOf = (field: string, value: string): string => {
    if (value === "") return say(`training.table.none.${field}`);
    if (field === "commune") return unitTitle(getUnit(value), on);
    if (field === "trade") return trades.get(value) ?? value;
    if (field === "fundingLine") return lines.get(value) ?? say("training.table.none.fundingLine");
    if (field === "group") return capital(groupNames.get(value) ?? value);
    return say(`training.table.${field}.${value}`);
  };
  return {
    nameOf,
    orderOf: (field, value) => {
      const order = ORDERS[field];
      if (order === undefined) return value === "" ? LAST : nameOf(field, value);
      const at = order.indexOf(value);
      return at < 0 ? order.length : at;
    },
  };
}
