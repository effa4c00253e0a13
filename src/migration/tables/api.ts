import { writeWorkbook, type WrittenSheet } from "../../exchange/write-workbook.ts";
import { getUnit, unitTitle } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { mayHandle } from "../policy.ts";
import { addComplaint, answerComplaint, listComplaints } from "./complaints.ts";
import { migrationTableRoutes } from "./contract.ts";
import { migrationTables, type MigrationContributions, type TablesAsked } from "./read.ts";

const MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function mustFollow({ from, to }: TablesAsked): void {
  if (to < from) throw new AppError("invalid", "migration.tables.backwards", { from, to });
}

/** Tables NN-01 to NN-03 counted from cases, and what was said against senders. */
export function migrationTablesApi(services: Services, wording: Wording, contributions: MigrationContributions): Api {
  const { door } = services;
  return api(migrationTableRoutes, {
    migrationTables({ actor, query, language }) {
      mustFollow(query);
      return door.read(actor, async (tx) => ({ ...(await migrationTables(tx, services, contributions, query, language)), may: { complain: mayHandle(actor) } }));
    },
    async exportMigrationTables({ actor, body, commandId, language }) {
      mustFollow(body);
      const tables = await door.read(actor, (tx) => migrationTables(tx, services, contributions, body, language));
      await door.write(actor, { commandId, name: "migration.exportTables", input: body }, async () => ({ answer: {}, subject: body.area, rows: tables.nn01.length + tables.nn02.length + tables.nn03.length }));
      return { name: "bieu-lao-dong-ngoai-nuoc.xlsx", mime: MIME, bytes: await writeWorkbook(sheetsOf(tables, body, wording, language), new Date(services.now())) };
    },
    complaints: ({ actor, query }) => door.read(actor, async (tx) => {
      const rows = await listComplaints(tx, query);
      services.views.note(actor, "migration.viewComplaints", query.area, rows.length);
      return { rows };
    }),
    addComplaint: ({ actor, body, commandId }) => addComplaint(services, actor, commandId, body),
    answerComplaint: ({ actor, params, body, commandId }) => answerComplaint(services, actor, commandId, params.id, body),
  });
}

const NN01 = ["wished", "studying", "departed", "women", "poor", "nearPoor", "minority", "abroad", "onTime", "early", "left"] as const;
const NN02 = ["returned", "early", "assisted", "asked6", "employed6"] as const;
const NN03 = ["recruited", "departed", "complaints", "openComplaints"] as const;

function sheetsOf({ nn01, nn02, nn03 }: Awaited<ReturnType<typeof migrationTables>>, { area, from, to }: TablesAsked, wording: Wording, language: Language): WrittenSheet[] {
  const say = (key: string, data: Record<string, unknown> = {}): string => wording.text(`migration.tables.${key}`, data, language);
  const title = (table: string): string[] => [say(table), say("of", { area: unitTitle(getUnit(area), to), from, to }), say("counted")];
  const count = (key: string) => ({ header: say(`column.${key}`), width: 12, type: "integer" as const });
  const text = (key: string, width = 24) => ({ header: say(`column.${key}`), width });
  const day = (on: string | null): string => (on === null ? "" : shortDate(on as PlainDate));
  return [
    {
      name: "NN-01", title: title("nn01"), columns: [text("unit"), text("market", 20), ...NN01.map(count), count("departedBefore"), count("plan"), text("percent", 12)],
      rows: nn01.map((row) => [row.unit, row.total ? say("total") : (row.marketName ?? say("noMarket")), ...NN01.map((key) => row[key]), row.departedBefore, row.plan, row.percent === null ? "" : `${row.percent.replace(".", ",")}%`]),
    },
    { name: "NN-02", title: title("nn02"), columns: [text("unit"), ...NN02.map(count)], rows: nn02.map((row) => [row.unit, ...NN02.map((key) => row[key])]) },
    {
      name: "NN-03", title: title("nn03"), columns: [text("unit"), text("sender", 36), text("licence", 18), text("licenceTo", 12), text("checkedOn", 12), ...NN03.map(count)],
      rows: nn03.map((row) => [row.unit, row.sender, row.licence ?? "", day(row.licenceTo), day(row.checkedOn), ...NN03.map((key) => row[key])]),
    },
  ];
}
