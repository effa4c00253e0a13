import { exportList, everyRow } from "../../exchange/export-list.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import type { Tx } from "../../platform/door.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { overseasStandards } from "../overseas/load.ts";
import { mayMoveLists, mayOf, must } from "../policy.ts";
import { awayRoutes, type AwayPageView, type AwayRowView } from "./contract.ts";
import { addNeed, correctAway, enterAway, followNeed, returnAway, takeAwayBack } from "./deeds.ts";
import { provinceCodeOf, provincesOn } from "./destinations.ts";
import { awayOverview } from "./overview.ts";
import { getAway, listAway } from "./store.ts";

const PER_PAGE = 50;

/** Who is away from home, who came back, what they need: the commune's own picture, by hamlet. */
export function awayApi(services: Services, wording: Wording): Api {
  const { door } = services;
  return api(awayRoutes, {
    awayOverview: ({ actor, query }) => door.read(actor, (tx) => awayOverview(tx, query)),
    destinations: async ({ actor, query, language }) => ({
      own: provinceCodeOf(actor.unitUid, query.on), provinces: provincesOn(query.on), countries: overseasStandards(services).markets.map(({ code, name }) => ({ code, name: name[language] })),
    }),
    awayPeople: ({ actor, query }) => door.read(actor, async (tx) => {
      const { page, ...asked } = query;
      const found = await listAway(tx, asked, page, PER_PAGE);
      services.views.note(actor, "migration.viewAway", query.area, found.rows.length);
      return { ...found, page, perPage: PER_PAGE, may: mayOf(actor) };
    }),
    exportAway({ actor, body: { purpose, ...asked }, commandId, language }) {
      must(mayMoveLists, actor);
      return exportList(services, actor, { commandId, name: "migration.exportAway", input: asked, purpose }, async (tx) => {
        const rows = await everyRow((page, perPage) => listAway(tx, asked, page, perPage));
        return { fileName: "lao dong di lam xa va tro ve", rows: rows.length, sheet: sheetOf(rows, wording, language) };
      });
    },
    addAway: ({ actor, body, commandId }) => enterAway(services, actor, commandId, body),
    awayPerson: ({ actor, params }) => door.read(actor, async (tx) => {
      const { subjectKey: _key, ...row } = await getAway(tx, params.id, services.today());
      services.views.note(actor, "migration.viewAwayPerson", params.id);
      return { row, needs: await needsOf(tx, params.id, services.today()), reaches: actor.scope.writesAll || actor.scope.writeHamlets.includes(row.hamletId), may: mayOf(actor) };
    }),
    correctAway: ({ actor, params, body, commandId }) => correctAway(services, actor, commandId, params.id, body),
    returnAway: ({ actor, params, body, commandId }) => returnAway(services, actor, commandId, params.id, body),
    voidAway: ({ actor, params, body, commandId }) => takeAwayBack(services, actor, commandId, params.id, body),
    addNeed: ({ actor, params, body, commandId }) => addNeed(services, actor, commandId, params.id, body),
    followNeed: ({ actor, params, body, commandId }) => followNeed(services, actor, commandId, params.id, params.need, body),
    closeNeed: ({ actor, params, body, commandId }) => followNeed(services, actor, commandId, params.id, params.need, body),
  });
}

async function needsOf({ client }: Tx, id: string, today: PlainDate): Promise<AwayPageView["needs"]> {
  const { rows } = await client.query<AwayPageView["needs"][number]>(
    `select n.id, n.kind, n.content, n.owner, n.due_on::text as "dueOn", n.opened_on::text as "openedOn", n.closed_on::text as "closedOn", n.result, coalesce(n.closed_on is null and n.due_on < $2::date, false) as late, n.version,
       (select coalesce(json_agg(json_build_object('on', s.on_date, 'note', s.note) order by s.on_date, s.recorded_at), '[]') from away_need_step s where s.need_id = n.id) as steps
     from away_need n where n.out_migrant_id = $1 and n.voided_at is null order by n.closed_on is not null, n.due_on nulls last, n.opened_on`, [id, today]);
  return rows;
}

function sheetOf(rows: readonly AwayRowView[], wording: Wording, language: Language) {
  const say = (key: string): string => wording.text(`migration.away.${key}`, {}, language);
  const day = (on: string | null, precision: string | null): string => (on === null ? "" : precision === "year" ? on.slice(0, 4) : precision === "month" ? `${on.slice(5, 7)}/${on.slice(0, 4)}` : shortDate(on as PlainDate));
  const widths = { name: 26, birthYear: 10, hamlet: 20, unit: 20, phone: 14, kind: 26, destination: 26, industrialPark: 22, employer: 26, job: 20, left: 12, seasonal: 10, returned: 12, returnReason: 22, papers: 20, needs: 10, seen: 12 };
  return {
    name: say("sheet"), title: [say("sheet")], columns: Object.entries(widths).map(([key, width]) => ({ header: say(`column.${key}`), width })),
    rows: rows.map((row) => [
      row.fullName, row.birthYear, row.hamlet, row.unit, row.phone ?? "", say(`kind.${row.kind}`), row.destination, row.industrialPark ?? "", row.employer ?? "", row.job ?? "", day(row.leftOn, row.leftPrecision), row.seasonal ? "x" : "",
      day(row.returnedOn, row.returnedPrecision), row.returnReason ?? "", row.papers ?? "", row.openNeeds, shortDate(row.seenOn as PlainDate),
    ]),
  };
}
