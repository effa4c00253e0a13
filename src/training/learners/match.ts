import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { standingOfPersons, type PersonStanding } from "../../poverty/public.ts";
import { matchWorkers } from "../../registry/public.ts";
import type { MatchView } from "./contract.ts";

const KINH = "01";

/** Groups that the records prove on that day, each with what proves it. A group that needs a paper from elsewhere is the officer's to add. */
function proposed(wording: Wording, standing: PersonStanding | undefined): MatchView["persons"][number]["proposed"] {
  if (standing === undefined) return [];
  const minority = standing.ethnicity !== null && standing.ethnicity !== KINH;
  const list = standing.class === "none" ? null : wording.text(`training.proof.${standing.class}`, { decisionNo: standing.decisionNo ?? "", year: String(standing.statusYear ?? ""), from: standing.from ?? "" }, "vi");
  const byList = list === null ? [] : [{ group: standing.class === "near_poor" ? "CAN_NGHEO" : minority ? "DTTS_NGHEO" : "NGHEO", document: list, from: standing.from, to: null }];
  const byRegistry = minority && standing.class !== "poor" ? [{ group: "DTTS", document: wording.text("training.proof.registry", {}, "vi"), from: null, to: null }] : [];
  return [...byList, ...byRegistry];
}

/** Who a name may be in the registry, and the standing of the household on the day of enrolment. */
export async function matchLearner(
  tx: Tx, services: Services, wording: Wording, asked: { readonly hamletId: string; readonly fullName: string; readonly birthYear?: number | null | undefined; readonly enrolledOn: PlainDate },
): Promise<MatchView> {
  const [match] = await matchWorkers(tx, services.config.keys, [{ fullName: asked.fullName, birthYear: asked.birthYear ?? null, hamletId: asked.hamletId }]);
  const ids = match!.kind === "found" ? [match!.personId] : match!.kind === "ambiguous" ? match!.personIds : [];
  const { rows } = await tx.client.query<Pick<MatchView["persons"][number], "id" | "fullName" | "birthDate" | "birthYear" | "sex">>(
    `select id, full_name as "fullName", birth_date::text as "birthDate", birth_year as "birthYear", sex from person where id = any ($1)`, [ids]);
  const standings = await standingOfPersons(tx, ids, asked.enrolledOn);
  return {
    kind: match!.kind,
    persons: rows.map((person) => {
      const standing = standings.get(person.id);
      const shown = standing && { class: standing.class, decisionNo: standing.decisionNo, from: standing.from, statusYear: standing.statusYear, ethnicity: standing.ethnicity };
      return { ...person, standing: shown ?? null, proposed: proposed(wording, standing) };
    }),
  };
}
