import type { Context } from "hono";
import { certainHamlet, getUnit, matchHamlets } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import { addressOf, RateLimit } from "../../platform/http/rate-limit.ts";
import { communesAround } from "../area.ts";
import { addAction } from "../booth/add-action.ts";
import { giveConsent } from "../consent/consents.ts";
import { noticeIn, NOTICE_VERSION } from "../notice.ts";
import { fairParameters } from "../parameters.ts";
import { listEmployers } from "../plan/employers.ts";
import { passText } from "../rules/short-code.ts";
import { STEP_OF_WISH, type ActionStep } from "../rules/steps.ts";
import { FAIR, lastDayOf, type Fair } from "../store.ts";
import type { OnlineBody, OpenFair } from "./contract.ts";
import { insertVisit } from "./visit-store.ts";
import { identify } from "./walk-in.ts";

export type SystemOf = (tenantId: string) => Promise<Actor | undefined>;

const tenantOf = (token: string): string | undefined => /^([a-z_]{2,40})-[\w-]{16}$/.exec(token)?.[1];

async function findOpen({ client }: Tx, token: string): Promise<Fair | undefined> {
  return (await client.query<Fair>(`select ${FAIR} from job_fair f where f.register_token = $1 and f.voided_at is null`, [token])).rows[0];
}

const untilOf = (fair: Fair) => fair.registerUntil ?? lastDayOf(fair);

/** What the open page shows: the fair and its vacancies, nothing about persons. An address never given and one of another province answer the same. */
export async function openFair(services: Services, systemOf: SystemOf, token: string, language: Language): Promise<OpenFair> {
  const notice = noticeIn(language);
  const none: OpenFair = { state: "unknown", fair: null, employers: [], communes: [], notice };
  const tenant = tenantOf(token);
  const system = tenant === undefined ? undefined : await systemOf(tenant);
  if (!system) return none;
  return services.door.read(system, async (tx) => {
    const fair = await findOpen(tx, token);
    if (!fair) return none;
    const { name, onDate, toDate, place, organiser } = fair;
    const until = untilOf(fair);
    const employers = (await listEmployers(tx, fair.id)).map((one) => ({
      name: one.name, vacancies: one.vacancies.map(({ id, job, posts, wageFrom, wageTo, place: where }) => ({ id, job, posts, wageFrom, wageTo, place: where })),
    }));
    return { state: services.today() > until ? "closed" : "open", fair: { name, onDate, toDate, place, organiser, until }, employers, communes: communesAround(fair), notice };
  });
}

const MINUTE = 60_000;
// one address may stand for a whole village behind a carrier's gateway
const byAddress = new RateLimit(30, 10 * MINUTE);
const byFair = new RateLimit(600, 60 * MINUTE);

async function placeOf(tx: Tx, fair: Fair, { communeUid, hamletName }: OnlineBody): Promise<{ hamletId: string | null; residence: string | null }> {
  if (communeUid === null) return { hamletId: null, residence: hamletName || null };
  if (!communesAround(fair).some(({ uid }) => uid === communeUid)) throw new AppError("invalid", "fairs.communeUnknown", { commune: communeUid });
  const hamlet = hamletName ? certainHamlet(await matchHamlets(tx, communeUid, fair.onDate, hamletName)) : undefined;
  return hamlet ? { hamletId: hamlet.id, residence: null } : { hamletId: null, residence: [hamletName, getUnit(communeUid).fullName].filter(Boolean).join(", ") };
}

/**
 * Registers somebody without an account: a pass, and the wish as registration (f4b for a job, f7, f8). The answer is the same whether the person was
 * there before or is on file, so that nobody learns about another. Errors: not_found "fairs.noRegistration"; refused "fairs.registrationOver" | "fairs.noticeChanged"; too_many "fairs.tooMany".
 */
export async function registerOnline(services: Services, systemOf: SystemOf, context: Context, commandId: string, token: string, body: OnlineBody): Promise<{ shortCode: string; passText: string }> {
  const tenant = tenantOf(token);
  const system = tenant === undefined ? undefined : await systemOf(tenant);
  if (!system) throw new AppError("not_found", "fairs.noRegistration");
  if (body.noticeVersion !== NOTICE_VERSION) throw new AppError("refused", "fairs.noticeChanged");
  if (!byAddress.take(`${token} ${addressOf(context)}`, services.now()) || !byFair.take(token, services.now())) throw new AppError("too_many", "fairs.tooMany");
  return services.door.write(system, { commandId, name: "fairs.registerOnline", input: { token, ...body } }, async (tx) => {
    const fair = await findOpen(tx, token);
    if (!fair) throw new AppError("not_found", "fairs.noRegistration");
    if (services.today() > untilOf(fair)) throw new AppError("refused", "fairs.registrationOver", { name: fair.name, on: untilOf(fair) });
    const place = await placeOf(tx, fair, body);
    const visitor = await identify(tx, services, { fullName: body.fullName, birthYear: body.birthYear, ...place });
    const visit = await insertVisit(tx, fair, { visitor, sex: 0, phone: body.phone ?? null, channel: "online", wish: body.wish, cameOn: null });
    const target = { id: visit.id, fairId: fair.id, unitUid: fair.unitUid, hamletId: visitor.hamlet_id };
    await register(tx, services, fair, target, visitor.subject_key, body);
    if (body.share) await giveConsent(tx, target, { purpose: "share_with_firm", employerId: null, how: "online" });
    return { answer: { shortCode: visit.shortCode, passText: passText(fair.code, visit.shortCode) }, changes: [{ entity: "fair_visit", entityId: visit.id, kind: "added" }], subject: fair.id, unitUid: fair.unitUid };
  });
}

async function register(tx: Tx, services: Services, fair: Fair, target: { id: string; fairId: string; unitUid: string; hamletId: string | null }, subjectKey: string, { wish, vacancyIds }: OnlineBody): Promise<void> {
  const step = STEP_OF_WISH[wish];
  if (step === null) return;
  const parameters = fairParameters(services);
  const on = services.today();
  const { rows: known } = await tx.client.query<{ step: ActionStep; vacancy: string | null }>(
    "select a.step, a.fair_vacancy_id as vacancy from fair_action a join fair_visit v on v.id = a.visit_id where v.fair_id = $1 and v.subject_key = $2 and v.voided_at is null and a.voided_at is null", [fair.id, subjectKey]);
  const { rows: vacancies } = wish === "job" && vacancyIds.length > 0 ? await tx.client.query<{ id: string; employer: string }>(
    "select id, employer_id as employer from fair_vacancy where fair_id = $1 and id = any ($2) and voided_at is null", [fair.id, vacancyIds]) : { rows: [] };
  const wanted = vacancies.length > 0 ? vacancies.map(({ id, employer }) => ({ vacancyId: id, employerId: employer })) : [{ vacancyId: null, employerId: null }];
  for (const one of wanted) {
    if (known.some((action) => action.step === step && (one.vacancyId === null || action.vacancy === one.vacancyId))) continue;
    await addAction(tx, fair, target, { step, onDate: on, ...one, again: "ignore" }, parameters);
  }
}
