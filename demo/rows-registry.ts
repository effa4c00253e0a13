import { fold } from "../src/kernel/text/fold.ts";
import { nameSortKey } from "../src/kernel/text/name.ts";
import type { Household, Place } from "./block.ts";
import { characteristicsOf } from "./characteristics.ts";
import { dayText, dayTextOrNull, yearOfDay } from "./days.ts";
import { identifiersOf } from "./identifiers.ts";
import { Random } from "./random.ts";
import type { DemoSource, Row } from "./source.ts";

/** Names repeat: about a fifth of a district's are new. Emptied when full, so that memory stays bounded. */
class NameKeys {
  private readonly keys = new Map<string, { readonly name_folded: string; readonly sort_key: string }>();

  of(name: string): { readonly name_folded: string; readonly sort_key: string } {
    let found = this.keys.get(name);
    if (!found) {
      if (this.keys.size > 100_000) this.keys.clear();
      found = { name_folded: fold(name), sort_key: nameSortKey(name) };
      this.keys.set(name, found);
    }
    return found;
  }
}

/** The head as the household's record stands: the latest. */
const lastHead = (household: Household): string => household.members.findLast((m) => m.relation === "01")!.person.name;

function addressOf({ index, hamlet }: Place, household: Household): string {
  const group = 1 + ((household.place * 7 + index) % 18);
  return `Tổ ${group}, ${hamlet.kind === "ap" ? "ấp" : "khóm"} ${hamlet.name}`;
}

export function* householdRows(source: DemoSource): Iterable<Row> {
  const names = new NameKeys();
  for (const place of source.places) {
    const hamlet_id = place.id;
    for (const household of source.block(place).households) {
      const head_name = lastHead(household);
      const { name_folded, sort_key } = names.of(head_name);
      yield {
        id: household.id, hamlet_id, local_code: String(household.place + 1).padStart(3, "0"), head_name,
        head_name_folded: name_folded, sort_key, address: addressOf(place, household),
        valid_from: dayText(household.from), valid_to: dayTextOrNull(household.to), end_reason: household.endReason,
        formed_by: household.formedBy, formed_from: household.formedFrom?.id ?? null,
      };
    }
  }
}

export function* residenceRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("residence");
  for (const place of source.places) {
    const hamlet_id = place.id;
    for (const { id: household_id, place: at, from, to } of source.block(place).households) {
      yield { id: ids.of(place.index, at), household_id, hamlet_id, valid_from: dayText(from), valid_to: dayTextOrNull(to) };
    }
  }
}

export function* personRows(source: DemoSource): Iterable<Row> {
  const names = new NameKeys();
  for (const place of source.places) {
    const hamlet_id = place.id;
    const random = new Random(source.seed, "papers", place.commune.code, place.index);
    for (const person of source.block(place).persons) {
      const birth_year = yearOfDay(person.born);
      const yearOnly = birth_year < 1975 && random.perMille(90); // older people's papers often give the year alone
      const { name_folded, sort_key } = names.of(person.name);
      yield {
        id: person.id, hamlet_id, full_name: person.name, name_folded, sort_key, sex: person.sex,
        birth_date: yearOnly ? null : dayText(person.born), birth_year, birth_precision: yearOnly ? "year" : "day",
        ethnicity: person.ethnicity, died_on: dayTextOrNull(person.died),
      };
    }
  }
}

/** `number` is the plain number: the loader seals it (sealed, lookup, lookup_last4, masked). */
export function* identifierRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("person_identifier");
  for (const place of source.places) {
    const hamlet_id = place.id;
    for (const { person, nth, type, number, valid_from, valid_to } of identifiersOf(source, source.block(place))) {
      yield {
        id: ids.of(place.index, person.place * 2 + nth), person_id: person.id, hamlet_id,
        type, number, valid_from, valid_to, source: "Số minh họa",
      };
    }
  }
}

export function* membershipRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("membership");
  for (const place of source.places) {
    const hamlet_id = place.id;
    let nth = 0;
    for (const household of source.block(place).households) {
      for (const { person, relation, from, to } of household.members) {
        yield {
          id: ids.of(place.index, nth++), household_id: household.id, person_id: person.id, hamlet_id,
          relation, is_head: relation === "01", valid_from: dayText(from), valid_to: dayTextOrNull(to),
        };
      }
    }
  }
}

export function* characteristicRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("characteristic");
  for (const place of source.places) {
    const hamlet_id = place.id;
    let nth = 0;
    for (const { household, code, from, to } of characteristicsOf(source, source.block(place))) {
      yield {
        id: ids.of(place.index, nth++), household_id: household.id, hamlet_id, code,
        valid_from: dayText(from), valid_to: dayTextOrNull(to),
      };
    }
  }
}

