import { fold, tidySpaces } from "../../kernel/text/fold.ts";
import { tidyName } from "../../kernel/text/name.ts";
import { subjectKey } from "../../registry/rules/worker.ts";

/** Somebody at the desk, as told: no card, no phone needed. */
export interface VisitorInput {
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly hamletId: string | null;
  /** where no hamlet was chosen: "Tân Châu", "Đồng Tháp" */
  readonly residence: string | null;
}

export interface VisitorColumns {
  readonly full_name: string;
  readonly name_folded: string;
  readonly birth_year: number | null;
  readonly hamlet_id: string | null;
  readonly residence: string | null;
  readonly person_id: string | null;
  readonly subject_key: string;
}

/** The columns of a named visitor. Without a hamlet, name, year and the place as told tell people apart. */
export function visitorColumns({ fullName, birthYear, hamletId, residence }: VisitorInput, personId: string | null): VisitorColumns {
  const name = tidyName(fullName);
  const place = residence === null || residence.trim() === "" ? null : tidySpaces(residence);
  return {
    full_name: name, name_folded: fold(name), birth_year: birthYear, hamlet_id: hamletId, residence: place, person_id: personId,
    subject_key: hamletId === null ? (personId ?? `${fold(name)}|${birthYear ?? ""}|${fold(place ?? "")}`) : subjectKey({ personId, fullName: name, birthYear, hamletId }),
  };
}

/** Key of somebody nobody asked for a name, and of one whose name was erased: the visit itself. */
export const nobodysKey = (visitId: string): string => `visit:${visitId}`;

/** "0912••••56": enough to recognise, too little to call. */
export const maskPhone = (phone: string | null): string | null => (phone === null ? null : phone.length < 8 ? "••••" : `${phone.slice(0, 4)}${"•".repeat(phone.length - 6)}${phone.slice(-2)}`);
