import { dayText, day } from "./days.ts";
import type { DemoSource, Row } from "./source.ts";

const GIFT_DONG = 500_000;

/** Tết gifts of the poor in every second hamlet, so that the ledger has lines and the page of those who received nothing too. */
export function* receiptRows(source: DemoSource): Iterable<Row> {
  const ids = source.ids("support_receipt");
  for (const place of source.places) {
    if (place.index % 2 === 1) continue;
    for (const household of source.block(place).households) {
      for (const round of source.rounds(place.commune)) {
        const on = day(`${round.year + 1}-01-20`);
        const listed = (round.place === 0 ? household.cell.before : household.cell.after) === "poor";
        if (!listed || on < household.from || (household.to !== null && household.to <= on)) continue;
        yield {
          id: ids.of(place.index, household.place * 2 + round.place), household_id: household.id, hamlet_id: place.id, policy: "tet.gift", received_on: dayText(on), period: `Tết ${round.year + 1}`,
          value_dong: GIFT_DONG, document: "Danh sách phát quà Tết (minh họa)", note: "Số tiền minh họa",
        };
      }
    }
  }
}
