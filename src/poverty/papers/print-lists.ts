import { getUnit, unitLabel } from "../../areas/public.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import type { PrintJob } from "../../papers/print-log.ts";
import { mayReview, must } from "../policy.ts";
import { chosenHamlets, listsOn } from "./households.ts";
import { countOf, LISTS, type ListKind } from "./rules/households.ts";
import { decisionAnnex, detailedList, publicNotice } from "./rules/list-papers.ts";
import { getTemplate } from "./templates.ts";

export type ListPaper = ListKind | "annex" | "notice";

export interface ListAsked {
  readonly areaUid: string;
  readonly on: PlainDate;
  readonly hamletIds?: readonly string[] | undefined;
  /** several papers in one file, in this order */
  readonly lists: readonly ListPaper[];
}

const templateKind = (list: ListPaper): "list" | "annex" | "notice" => (list === "annex" || list === "notice" ? list : "list");

/** Lists of recognised and escaped households of chosen hamlets on a day. Errors: forbidden "poverty.notYours" | "poverty.outsideArea". */
export async function listsJob(services: Services, actor: Actor, { areaUid, on, hamletIds, lists: wanted }: ListAsked): Promise<PrintJob> {
  must(mayReview, actor);
  const found = await services.door.read(actor, async (tx) => listsOn(tx, await chosenHamlets(tx, areaUid, on, hamletIds), on));
  const unit = getUnit(areaUid);
  const papers = wanted.map((list) => {
    const words = { template: getTemplate(services, templateKind(list), on), unitName: unit.fullName, unitLabel: unitLabel(unit), on, lists: found.lists, illustrative: found.illustrative };
    return list === "annex" ? decisionAnnex(words, found.decision) : list === "notice" ? publicNotice(words) : detailedList(words, list);
  });
  const told = new Set(wanted.flatMap((list): readonly ListKind[] => (list === "annex" || list === "notice" ? LISTS : [list])));
  const count = [...told].reduce((sum, list) => sum + countOf(found.lists[list]).households, 0);
  const names: Readonly<Record<ListPaper, string>> = {
    poor: "ho ngheo", near_poor: "ho can ngheo", escaped_poor: "ho thoat ngheo", escaped_near_poor: "ho thoat can ngheo", annex: "phu luc quyet dinh", notice: "thong bao cong khai",
  };
  return {
    papers, subject: areaUid, count,
    meta: { title: `Danh sách hộ nghèo, hộ cận nghèo ${unitLabel(unit)} đến ngày ${shortDate(on)}`, fileName: `danh sach ${wanted.length === 1 ? names[wanted[0]!] : "ho ngheo can ngheo"} ${unit.fullName} ${on}`, frozenAt: new Date(`${on}T00:00:00Z`) },
  };
}
