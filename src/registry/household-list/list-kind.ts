import { headingKey } from "../../exchange/heading-score.ts";
import type { ListedClass } from "./words.ts";

/** What a sheet lists: households as they are after the review, or those that left the poor or the near-poor list by it. */
export type ListKind = "current" | "escaped_poverty" | "escaped_near_poverty";

export type SheetKind = { readonly kind: ListKind; /** What a household's class is where no cell says it. */ readonly listedClass: ListedClass | null };

/** Told by the fixed layout, else by the sheet's name and title: "DANH SÁCH HỘ THOÁT NGHÈO NĂM 2023". */
export function sheetKind(layout: string | undefined, name: string, title: readonly string[]): SheetKind {
  const words = [headingKey(name), ...title.map(headingKey)].join(" ; ");
  const near = /(?:thoat|ra khoi(?: danh sach)?)(?: ho)? can ngheo/.test(words);
  const poor = /(?:thoat|ra khoi(?: danh sach)?)(?: ho)? ngheo/.test(words);
  if (layout !== "after-review" && (near || poor)) {
    if (near && !poor) return { kind: "escaped_near_poverty", listedClass: "escaped_near_poverty" };
    if (poor && !near) return { kind: "escaped_poverty", listedClass: "escaped_poverty" };
  }
  if (layout === "escaped-poverty") return { kind: "escaped_poverty", listedClass: "escaped_poverty" };
  if (layout === "escaped-near-poverty") return { kind: "escaped_near_poverty", listedClass: "escaped_near_poverty" };
  const listsNear = /\b(?:can ngheo|hcn|hn hcn)\b/.test(words);
  const listsPoor = /(?<!can )(?<!thoat )\b(?:ho ngheo|hn)\b|danh sach ngheo/.test(words);
  if (listsPoor && !listsNear) return { kind: "current", listedClass: "poor" };
  if (listsNear && !listsPoor) return { kind: "current", listedClass: "near_poor" };
  return { kind: "current", listedClass: null };
}
