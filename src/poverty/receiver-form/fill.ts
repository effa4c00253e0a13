import { getUnit } from "../../areas/public.ts";
import { fillTemplate } from "../../exchange/fill-template.ts";
import { readForm, type FormRead } from "../../exchange/read-form.ts";
import type { CellValue } from "../../exchange/workbook.ts";
import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import { codeLists, HOUSEHOLD_LIST, LIST_FIELDS, revealIdentifiers, type ListKey } from "../../registry/public.ts";
import { mayReview, must } from "../policy.ts";
import { listedPersons, type ListedPerson } from "./listed-persons.ts";

const MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CHUNK = 500;

/** Columns of the receiver's empty workbook with the field proposed for each. Errors: refused "exchange.formNotRead". */
export const readReceiverForm = (template: Uint8Array): Promise<FormRead<ListKey>> => readForm(template, HOUSEHOLD_LIST, (keys) => keys.includes("member_name") || keys.includes("head_name"));

export interface FillInput {
  readonly areaUid: string;
  readonly on: PlainDate;
  readonly list: "poor" | "near_poor" | "both";
  /** whole identity numbers instead of masked ones */
  readonly numbers: boolean;
  readonly purpose: string;
  /** the officer's columns in place of the proposed ones: number of the column → field */
  readonly columns?: Readonly<Record<string, string>> | undefined;
}

/** The receiver's own form filled with the recognised households of an area; who took it out and for what is written down first. */
export async function fillReceiverForm(services: Services, actor: Actor, commandId: string, template: Uint8Array, input: FillInput): Promise<FileAnswer & { readonly households: number; readonly persons: number }> {
  must(mayReview, actor);
  const { place } = await readReceiverForm(template);
  const columns = input.columns === undefined ? place.columns : checked(input.columns);
  const persons = await services.door.read(actor, (tx) => listedPersons(tx, input.areaUid, input.on, input.list));
  if (persons.length === 0) throw new AppError("refused", "poverty.form.nobody", { unit: getUnit(input.areaUid).fullName, on: input.on });
  const { purpose, ...digested } = input;
  await services.door.write(actor, { commandId, name: "poverty.fillReceiverForm", input: digested, purpose }, async () => ({ answer: { rows: persons.length }, rows: persons.length, meta: { areaUid: input.areaUid, on: input.on, numbers: input.numbers } }));
  const numbers = input.numbers ? await numbersOf(services, actor, persons, purpose) : new Map<string, string>();
  const bytes = fillTemplate(template, { ...place, columns }, rowsOf(persons, numbers, input.on));
  return { name: `${fold(getUnit(input.areaUid).fullName).replaceAll(" ", "-")}-${input.on}.xlsx`, mime: MIME, bytes, households: new Set(persons.map(({ householdId }) => householdId)).size, persons: persons.length };
}

function checked(columns: Readonly<Record<string, string>>): Record<number, ListKey> {
  const entries = Object.entries(columns).filter(([, field]) => field !== "");
  const strange = entries.find(([, field]) => !LIST_FIELDS.includes(field as ListKey));
  if (strange) throw new AppError("invalid", "poverty.import.fieldUnknown", { field: strange[1] });
  return Object.fromEntries(entries.map(([column, field]) => [Number(column), field as ListKey]));
}

async function numbersOf(services: Services, actor: Actor, persons: readonly ListedPerson[], purpose: string): Promise<Map<string, string>> {
  const numbers = new Map<string, string>();
  const ids = persons.flatMap(({ identifierId }) => (identifierId === null ? [] : [identifierId]));
  for (let from = 0; from < ids.length; from += CHUNK) {
    for (const [id, number] of await revealIdentifiers(services, actor, { commandId: newId(), identifierIds: ids.slice(from, from + CHUNK), purpose })) numbers.set(id, number);
  }
  return numbers;
}

const CLASS = { poor: "Hộ nghèo", near_poor: "Hộ cận nghèo" } as const;
const SEX: Readonly<Record<number, string>> = { 1: "Nam", 2: "Nữ" };
const mark = (is: boolean): string => (is ? "x" : "");

/** One line a person; what belongs to the household stands on the head's line, as the lists that offices exchange have it. */
function* rowsOf(persons: readonly ListedPerson[], numbers: ReadonlyMap<string, string>, on: PlainDate): Iterable<Partial<Record<ListKey, CellValue>>> {
  const relations = new Map(codeLists().relations.map(({ code, name }) => [code, name]));
  const peoples = new Map(codeLists().ethnicGroups.map(({ code, name }) => [code, name]));
  let household = 0;
  let member = 0;
  for (const [i, person] of persons.entries()) {
    const first = i === 0 || persons[i - 1]!.householdId !== person.householdId;
    household += first ? 1 : 0;
    member = first ? 1 : member + 1;
    const birth = person.birthDate ? shortDate(person.birthDate) : person.birthYear;
    const own: Partial<Record<ListKey, CellValue>> = first
      ? {
          head_mark: "x", head_name: person.headName, household_no: household, household_code: person.localCode, class: CLASS[person.class], class_poor: mark(person.class === "poor"), class_near_poor: mark(person.class === "near_poor"),
          decision_number: person.decisionNo, decision_date: person.decisionDate && shortDate(person.decisionDate), score_income: person.scoreIncome, score_deprivation: person.scoreDeprivation, causes: person.causes.join(", "),
          ethnic_minority: mark(person.characteristics.includes("ethnicMinority")), no_labour: mark(person.characteristics.includes("noLabourCapacity")), merit: mark(person.characteristics.includes("hasMeritMember")),
          member_count: person.members, address: person.address,
        }
      : {};
    yield {
      ...own, line_no: i + 1, member_no: member, member_name: person.name, relation: relations.get(person.relation) ?? "", birth, birth_male: person.sex === 1 ? birth : null, birth_female: person.sex === 2 ? birth : null,
      sex: SEX[person.sex] ?? "", sex_male: mark(person.sex === 1), sex_female: mark(person.sex === 2), identity: (person.identifierId && numbers.get(person.identifierId)) ?? person.masked, ethnicity: person.ethnicity ? (peoples.get(person.ethnicity) ?? person.ethnicity) : null,
      hamlet: person.hamlet, commune: person.commune, commune_code: person.communeCode, district: person.district, province: person.province, age: person.birthYear === null ? null : Number(on.slice(0, 4)) - person.birthYear,
    };
  }
}
