import { exportList } from "../../exchange/export-list.ts";
import { plainDate, type PlainDate } from "../../kernel/date.ts";
import { formatPercent } from "../../kernel/ratio.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { outcomeKinds } from "./load.ts";
import { mayExport, must } from "./policy.ts";
import { getClass } from "./record.ts";
import { followUpResult } from "./rules/follow-up.ts";
import { MILESTONES, type Milestone } from "./rules/kinds.ts";
import { learnersOf } from "./store.ts";

/** The learners of a class with what is on file at each mark, both rates above; who took it out and why is written down first. */
export function exportFollowUp(services: Services, wording: Wording, actor: Actor, asked: { commandId: string; classId: string; on: PlainDate; purpose: string; language: Language }): Promise<FileAnswer> {
  must(mayExport, actor);
  const { commandId, classId, on, purpose, language } = asked;
  const say = (key: string, data: Record<string, unknown> = {}): string => wording.text(`training.outcome.export.${key}`, data, language);
  const kinds = outcomeKinds(services);
  const names = new Map([...kinds.kinds, ...kinds.effects].map(({ code, name }) => [code, name[language]]));
  return exportList(services, actor, { commandId, name: "training.exportFollowUp", input: { classId, on }, purpose, meta: { class: classId } }, async (tx) => {
    const own = await getClass(tx, classId);
    const learners = await learnersOf(tx, classId);
    const { overGraduates, overEnrolled, inWork, graduates, enrolled } = followUpResult(learners.map(({ graduated, outcomes }) => ({ graduated, marks: outcomes.map(({ milestone, kind, state }) => ({ milestone: milestone as Milestone, kind, verified: state !== "recorded" })) })), kinds);
    const percent = (rate: typeof overGraduates): string => (rate === null ? "—" : formatPercent(rate));
    return {
      fileName: `theo doi sau hoc nghe ${own.code}`, rows: learners.length,
      sheet: {
        name: say("sheet"),
        title: [say("title", { name: own.name, code: own.code }), say("graduates", { inWork, graduates, rate: percent(overGraduates) }), say("enrolled", { inWork, enrolled, rate: percent(overEnrolled) })],
        columns: [
          { header: say("number"), width: 6, type: "integer" }, { header: say("name"), width: 28 }, { header: say("birthYear"), width: 10 }, { header: say("hamlet"), width: 20 }, { header: say("graduated"), width: 14 },
          ...MILESTONES.map((months) => ({ header: say("mark", { months }), width: 34, type: "wrapped" as const })), { header: say("effects"), width: 24, type: "wrapped" }, { header: say("note"), width: 30, type: "wrapped" },
        ],
        rows: learners.map(({ fullName, birthYear, hamlet, graduated, outcomes }, i) => [
          i + 1, fullName, birthYear === null ? "" : String(birthYear), hamlet, say(graduated ? "yes" : "no"),
          ...MILESTONES.map((months) => {
            const found = outcomes.find(({ milestone }) => milestone === months);
            return found === undefined ? "" : `${names.get(found.kind) ?? found.kind} (${shortDate(plainDate(found.onDate))}${found.state === "recorded" ? `, ${say("unverified")}` : ""})`;
          }),
          [...new Set(outcomes.flatMap(({ effects }) => effects))].map((code) => names.get(code) ?? code).join("; "), outcomes.map(({ note }) => note).filter(Boolean).join("; "),
        ]),
      },
    };
  });
}
