import { screens } from "../../src/web/screens.ts";
import { ADMIN, COMMUNE, FORMER_DISTRICT, JOB_CENTRE, LEADER, type Person, PROVINCE, TRAINING_CENTRE } from "./people.ts";
import type { Visitor } from "./visitor.ts";

const BY_ROLE: readonly [string, Person][] = [
  ["province", PROVINCE],
  ["commune", COMMUNE],
  ["district", FORMER_DISTRICT],
  ["leader", LEADER],
  ["admin", ADMIN],
  ["training_centre", TRAINING_CENTRE],
  ["job_centre", JOB_CENTRE],
];

/** What the demo holds no record of; the journey of its feature opens one. */
const NOT_IN_DEMO = ["/import/$id"];

/** Pages whose list is behind a tab. */
const LIST_TAB: Readonly<Record<string, string>> = { "/migration/overseas": "cases", "/migration/away": "people" };

/** Every page that the features contribute, with somebody who may see it. */
export const everyPage = screens
  .filter((screen) => screen.path !== "/login" && !NOT_IN_DEMO.includes(screen.path))
  .map(({ path, roles }) => ({ path, person: BY_ROLE.find(([role]) => !roles || (roles as readonly string[]).includes(role))![1] }));

/** "/households/$id": the address of the first such link on "/households"; undefined when that list is empty. */
export async function addressOf(visitor: Visitor, path: string): Promise<string | undefined> {
  const [list, parameter] = path.split("/$");
  if (parameter === undefined) return path;
  if (list === "/invitation") return "/invitation/khong-con-hieu-luc";
  if (list === "/verify") return `/verify/an_giang-${"A".repeat(22)}`;
  if (list === "/register-fair") return `/register-fair/an_giang-${"A".repeat(16)}`;
  if (list === "/fairs") return startFair(visitor);
  if (list === "/import/list") return "/import/list/persons";
  if (list === "/import") return startImport(visitor);
  if (list === "/review/score-packs") return startScorePack(visitor);
  if (list === "/review/rounds") return firstLink(visitor, "/review?tab=rounds", list);
  if (list === "/review/procedures") return firstLink(visitor, "/review/procedures?on=2026-11-20", list);
  if (list === "/training/support-cases") return firstLink(visitor, "/training/support-cases?on=2026-11-20", list);
  if (list === "/review/cases") return firstCase(visitor);
  if (list === "/training/sessions") return firstSession(visitor);
  await visitor.visit(LIST_TAB[list!] ? `${list}?tab=${LIST_TAB[list!]}` : list!);
  const links = await visitor.page.locator(`main a[href^="${list}/"]`).evaluateAll((found) => found.map((link) => link.getAttribute("href")!));
  return links.find((link) => !screens.some((screen) => screen.path === link.split("?")[0]));
}

async function firstLink(visitor: Visitor, page: string, to: string): Promise<string | undefined> {
  await visitor.visit(page);
  const link = visitor.page.locator(`main a[href^="${to}/"]`).first();
  return (await link.count()) > 0 ? ((await link.getAttribute("href")) ?? undefined) : undefined;
}

/** A session of the first class that has any. */
async function firstSession(visitor: Visitor): Promise<string | undefined> {
  await visitor.visit("/training/classes");
  const classes = await visitor.page.locator('main a[href^="/training/classes/"]').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  for (const one of classes.filter((path) => path !== "/training/classes/new")) {
    const found = await firstLink(visitor, `${one}?tab=timetable`, "/training/sessions");
    if (found) return found;
  }
  return undefined;
}

/** A household in the first round that has any. */
async function firstCase(visitor: Visitor): Promise<string | undefined> {
  await visitor.visit("/review?tab=rounds");
  const rounds = await visitor.page.locator('main a[href^="/review/rounds/"]').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  for (const round of rounds) {
    const found = await firstLink(visitor, `${round}?tab=households`, "/review/cases");
    if (found) return found;
  }
  return undefined;
}

const LIST = "Họ và tên chủ hộ,Năm sinh,Ấp,Phân loại\nNguyễn Văn Minh Họa,1961,Ấp Mẫu,Hộ nghèo\nLê Thị Giả Định,1958,Ấp Mẫu,đói\n";

const POINTS = "item_code,item_label,mode,skip_when,option_code,option_label,min,max,points,source\nx,Mục mẫu,one,,a,Lựa chọn mẫu,,,,Văn bản mẫu\n";

/** A fair with a firm, two visitors and a registration, where the demo holds none and somebody may plan one. */
async function startFair(visitor: Visitor): Promise<string | undefined> {
  await visitor.visit("/fairs");
  const id = await visitor.page.evaluate(async () => {
    const post = async (path: string, body: object): Promise<{ id: string }> =>
      (await (await fetch(`/api${path}`, { method: "POST", headers: { "X-Requested-With": "sinhke", "Content-Type": "application/json" }, body: JSON.stringify(body) })).json()) as { id: string };
    const { unit } = (await (await fetch("/api/session")).json()) as { unit: { uid: string } };
    const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const query = new URLSearchParams({ area: unit.uid, on: day });
    const { rows, mayAdd } = (await (await fetch(`/api/fairs?${query}`)).json()) as { rows: { id: string }[]; mayAdd: boolean };
    if (rows[0] || !mayAdd) return rows[0]?.id;
    const fair = await post("/fairs", { name: "Phiên mẫu", kind: "phien_luu_dong", onDate: day, unitUid: unit.uid });
    const firm = await post(`/fairs/${fair.id}/employers`, { name: "Công ty Mẫu" });
    await post(`/fairs/employers/${firm.id}/vacancies`, { job: "Thợ may", posts: 20 });
    const visit = await post(`/fairs/${fair.id}/visits`, { fullName: "Nguyễn Văn Minh Họa", birthYear: 1999, residence: "Tân Châu", wish: "training", register: true });
    await post(`/fairs/${fair.id}/actions`, { visitId: visit.id, step: "f4a", employerId: firm.id });
    return fair.id;
  });
  return id && `/fairs/${id}`;
}

/** No table of points ships: a draft with an unknown point is entered. Who may enter none sees none. */
async function startScorePack(visitor: Visitor): Promise<string | undefined> {
  await visitor.visit("/review/score-packs");
  const id = await visitor.page.evaluate(async (points) => {
    const { mayKeep, rows } = (await (await fetch("/api/poverty/score-packs")).json()) as { mayKeep: boolean; rows: { id: string }[] };
    if (rows[0] || !mayKeep) return rows[0]?.id;
    const headers = { "X-Requested-With": "sinhke" };
    const { sha256 } = (await (await fetch("/api/poverty/score-packs/source", { method: "POST", headers, body: new Blob(["%PDF-1.4 mẫu"]) })).json()) as { sha256: string };
    const query = new URLSearchParams({ ruleset: "VN-2022", area: "rural", doc: "Văn bản mẫu", annex: "Phụ lục mẫu", source: sha256 });
    const answer = await fetch(`/api/poverty/score-packs?${query}`, { method: "POST", headers, body: new Blob([points]) });
    return ((await answer.json()) as { id: string }).id;
  }, POINTS);
  return id && `/review/score-packs/${id}`;
}

/** An import has an address only once it was begun. */
async function startImport(visitor: Visitor): Promise<string> {
  await visitor.visit("/import");
  const id = await visitor.page.evaluate(async (list) => {
    const { units } = (await (await fetch("/api/areas/visible?on=2025-12-31")).json()) as { units: { uid: string; level: string }[] };
    const query = new URLSearchParams({ fileName: "danh-sach.csv", asOf: "2025-12-31", area: units.find(({ level }) => level === "commune")!.uid });
    const answer = await fetch(`/api/imports/household-list?${query}`, { method: "POST", headers: { "X-Requested-With": "sinhke" }, body: new Blob([list]) });
    return ((await answer.json()) as { id: string }).id;
  }, LIST);
  return `/import/${id}`;
}
