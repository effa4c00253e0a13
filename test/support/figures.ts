import { indicatorsRoutes, type Board, type SourceView, type Tile } from "../../src/indicators/contract.ts";
import type { CountId } from "../../src/indicators/rules/definition.ts";
import { reportsRoutes, type Narrative } from "../../src/reports/contract.ts";
import type { Person } from "./app.ts";
import { wordDocumentText } from "./word-text.ts";

/** What one person is shown of one year, asked over HTTP. */
export class Reader {
  readonly person: Person;
  readonly year: number;
  readonly period: string | undefined;

  constructor(person: Person, year = 2023, period?: string) {
    this.person = person;
    this.year = year;
    this.period = period;
  }

  board(area: string, knownAt?: string): Promise<Board> {
    return this.person.call(indicatorsRoutes.board, { query: { area, year: this.year, period: this.period, knownAt } });
  }

  async texts(area: string, knownAt?: string): Promise<Record<string, string | null>> {
    return Object.fromEntries((await this.board(area, knownAt)).tiles.map((tile) => [tile.indicator, tile.figure.text]));
  }

  async tile(area: string, indicator: string): Promise<Tile> {
    return (await this.board(area)).tiles.find((tile) => tile.indicator === indicator)!;
  }

  source(area: string, indicator: string, more: { records?: CountId; side?: "now" | "previous"; page?: number; perPage?: number; knownAt?: string } = {}): Promise<SourceView> {
    return this.person.call(indicatorsRoutes.source, { query: { indicator, area, year: this.year, period: this.period, ...more } });
  }

  async narrative(area: string): Promise<Narrative & { readonly text: string }> {
    const report = await this.person.call(reportsRoutes.narrative, { query: { area, year: this.year, period: this.period } });
    return { ...report, text: report.paragraphs.flatMap((one) => one.segments.map((segment) => segment.text)).join("") };
  }

  async word(area: string): Promise<string> {
    return wordDocumentText((await this.person.call(reportsRoutes.narrativeDocx, { query: { area, year: this.year, period: this.period } })).bytes);
  }

  /** Every household, hamlet and document behind a count, page by page, added up by hand. */
  async recount(area: string, indicator: string, count: CountId, side: "now" | "previous", perPage: number): Promise<number> {
    const persons = count === "persons" || count.endsWith("Persons");
    let sum = 0;
    for (let page = 1; ; page++) {
      const { records } = await this.source(area, indicator, { records: count, side, page, perPage });
      if (records.flow) sum += records.flow.entries.reduce((all, row) => all + row.amount, 0);
      sum += persons ? records.items.reduce((all, row) => all + row.members, 0) : records.items.length;
      if (page * perPage < records.total) continue;
      const entered = records.population.reduce((all, row) => all + (persons ? row.persons! : row.households), 0);
      return sum + entered + records.documents.reduce((all, row) => all + row.value, 0);
    }
  }
}
