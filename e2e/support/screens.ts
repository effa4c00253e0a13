import { screens } from "../../src/web/screens.ts";
import { ADMIN, COMMUNE, FORMER_DISTRICT, LEADER, type Person, PROVINCE } from "./people.ts";
import type { Visitor } from "./visitor.ts";

const BY_ROLE: readonly [string, Person][] = [
  ["province", PROVINCE],
  ["commune", COMMUNE],
  ["district", FORMER_DISTRICT],
  ["leader", LEADER],
  ["admin", ADMIN],
];

/** Every page that the features contribute, with somebody who may see it. */
export const everyPage = screens
  .filter((screen) => screen.path !== "/login")
  .map(({ path, roles }) => ({ path, person: BY_ROLE.find(([role]) => !roles || (roles as readonly string[]).includes(role))![1] }));

/** "/households/$id": the address of the first such link on "/households"; undefined when that list is empty. */
export async function addressOf(visitor: Visitor, path: string): Promise<string | undefined> {
  const [list, parameter] = path.split("/$");
  if (parameter === undefined) return path;
  if (list === "/invitation") return "/invitation/khong-con-hieu-luc";
  await visitor.visit(list!);
  const link = visitor.page.locator(`main a[href^="${list}/"]`).first();
  return (await link.count()) > 0 ? ((await link.getAttribute("href")) ?? undefined) : undefined;
}
