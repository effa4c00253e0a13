import { everyRow } from "../../exchange/export-list.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { PER_PAGE } from "../contract.ts";
import { exportRows, shownBirth, shownDay } from "../export-rows.ts";
import { mayOf } from "../policy.ts";
import { seekerRoutes, type ReferralRow, type SeekerRow } from "./contract.ts";
import { addSeeker, changeSeeker, getSeeker, moveSeeker } from "./keep.ts";
import { matchesOf } from "./matches.ts";
import { listReferrals, refer, referralsOf, stepReferral } from "./referrals.ts";
import { checkRetention, checksOf, listChecks, retentionCounts } from "./retention.ts";
import { listSeekers } from "./store.ts";

/** People who look for work, where they were sent, whether they stayed. */
export function seekersApi(services: Services, wording: Wording): Api {
  const { door } = services;
  return api(seekerRoutes, {
    async seekers({ actor, query }) {
      const { page, ...asked } = query;
      const found = await door.read(actor, (tx) => listSeekers(tx, asked, page, PER_PAGE));
      services.views.note(actor, "jobs.viewSeekers", query.area, found.rows.length);
      return { ...found, page, perPage: PER_PAGE, may: mayOf(actor) };
    },
    exportSeekers: ({ actor, body, commandId, language }) => exportRows(services, wording, actor, { commandId, ...body }, language, {
      words: "jobs.seeker", action: "jobs.exportSeekers", file: "nguoi tim viec", read: (tx) => everyRow((page, perPage) => listSeekers(tx, body.query, page, perPage)),
      columns: [
        ["name", 26, (row: SeekerRow) => row.fullName], ["birth", 12, shownBirth], ["hamlet", 18, (row) => row.hamlet], ["unit", 20, (row) => row.unit], ["phone", 14, (row) => row.phone ?? ""], ["registered", 12, (row) => shownDay(row.registeredOn)],
        ["wanted", 26, (row) => row.wantedJob ?? ""], ["vsco", 14, (row) => row.wantedVsco.join(", ")], ["places", 22, (row, say) => row.wantedPlaces.map((place) => say(`place.${place}`)).join(", ")], ["wage", 14, (row) => row.wageWanted],
        ["state", 14, (row, say) => say(`state.${row.state}`)], ["referrals", 10, (row) => row.referrals],
      ],
    }),
    seeker: ({ actor, params, query }) => door.read(actor, async (tx) => {
      const { unitUid: _unit, subjectKey: _key, ...row } = await getSeeker(tx, services, params.id);
      services.views.note(actor, "jobs.viewSeeker", params.id);
      return { row, referrals: await referralsOf(tx, params.id, query.on), checks: await checksOf(tx, params.id, services.today()), may: mayOf(actor) };
    }),
    matches: ({ actor, params, query }) => door.read(actor, (tx) => matchesOf(tx, services, params.id, query.on)),
    addSeeker: ({ actor, body, commandId }) => addSeeker(services, actor, commandId, body),
    changeSeeker: ({ actor, params, body, commandId }) => changeSeeker(services, actor, commandId, params.id, body),
    moveSeeker: ({ actor, params, body, commandId }) => moveSeeker(services, actor, commandId, params.id, body),
    refer: ({ actor, body, commandId }) => refer(services, actor, commandId, body),
    async referrals({ actor, query }) {
      const { page, ...asked } = query;
      const found = await door.read(actor, (tx) => listReferrals(tx, asked, page, PER_PAGE));
      services.views.note(actor, "jobs.viewReferrals", query.area, found.rows.length);
      return { ...found, page, perPage: PER_PAGE, may: mayOf(actor) };
    },
    exportReferrals: ({ actor, body, commandId, language }) => exportRows(services, wording, actor, { commandId, ...body }, language, {
      words: "jobs.referral", action: "jobs.exportReferrals", file: "gioi thieu viec lam", read: (tx) => everyRow((page, perPage) => listReferrals(tx, body.query, page, perPage)),
      columns: [
        ["name", 26, (row: ReferralRow) => row.fullName], ["hamlet", 18, (row) => row.hamlet], ["unit", 20, (row) => row.unit], ["title", 26, (row) => row.title], ["organisation", 30, (row) => row.organisation], ["referred", 12, (row) => shownDay(row.referredOn)],
        ["state", 16, (row, say) => say(`state.${row.state}`)], ["stateOn", 12, (row) => shownDay(row.stateOn)], ["started", 12, (row) => shownDay(row.startedOn)], ["reason", 30, (row) => row.reason ?? ""],
      ],
    }),
    stepReferral: ({ actor, params, body, commandId }) => stepReferral(services, actor, commandId, params.id, body),
    retention: ({ actor, query }) => door.read(actor, async (tx) => ({ rows: await listChecks(tx, query, services.today()), kept: await retentionCounts(tx, query, services.today()), may: mayOf(actor) })),
    checkRetention: ({ actor, params, body, commandId }) => checkRetention(services, actor, commandId, params.id, body),
  });
}
