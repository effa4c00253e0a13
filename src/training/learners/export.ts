import { exportList } from "../../exchange/export-list.ts";
import { type PlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { getClass } from "../classes/store.ts";
import { mayExport, must } from "../policy.ts";
import { groupName } from "./groups.ts";
import { listLearners } from "./list.ts";

const WIDTHS: Readonly<Record<string, number>> = {
  order: 6, name: 28, birth: 12, sex: 8, hamlet: 20, unit: 22, groups: 40, distance: 10, state: 16, enrolled: 12, days: 8, theory: 10, practice: 10, theoryMark: 10, practiceMark: 10, grade: 12, serial: 16, dropped: 12,
};

/** The learners of a class as its page lists them. */
export function exportLearners(services: Services, wording: Wording, actor: Actor, classId: string, { commandId, purpose }: { commandId: string; purpose: string }, language: Language): Promise<FileAnswer> {
  must(mayExport, actor);
  const say = (key: string): string => wording.text(`training.${key}`, {}, language);
  const day = (on: string | null): string => (on === null ? "" : shortDate(on as PlainDate));
  return exportList(services, actor, { commandId, name: "training.exportLearners", input: { classId }, purpose }, async (tx) => {
    const found = await getClass(tx, classId);
    const rows = await listLearners(tx, services, wording, found, services.today(), language);
    return {
      fileName: `hoc vien ${found.code}`, rows: rows.length,
      sheet: {
        name: say("learner.list"), title: [found.name, `${found.code} · ${found.providerName}`], columns: Object.entries(WIDTHS).map(([key, width]) => ({ header: say(`column.${key}`), width })),
        rows: rows.map((row, i) => [
          i + 1, row.fullName, row.birthDate === null ? String(row.birthYear ?? "") : day(row.birthDate), say(`sex.${row.sex}`), row.hamlet, row.unit, row.groups.map((code) => groupName(code, language)).join("; "), row.distanceKm ?? "",
          say(`learnerState.${row.state}`), day(row.enrolledOn), row.days, row.theoryPercent, row.practicePercent, row.theoryMark ?? "", row.practiceMark ?? "", row.grade ?? "", row.serialNo ?? "", day(row.droppedOn),
        ]),
      },
    };
  });
}
