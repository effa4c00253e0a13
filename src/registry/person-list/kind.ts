import { fold } from "../../kernel/text/fold.ts";
import { importers } from "../list-import/importers.ts";
import { PLACE_FIELDS, sharedFields, WHO_FIELDS } from "../list-import/fields.ts";
import { listKind, writtenKey } from "../list-import/kind.ts";
import { relationOf, type RelationCode } from "../household-list/words.ts";
import { checkPersons, takePersons } from "./take-persons.ts";

/** What a line says of its person's household. */
export interface PersonRow {
  /** number, code or head's name, folded: the same for all members of a household within its hamlet */
  readonly household: string;
  readonly code: string | null;
  readonly relation: RelationCode | null;
  readonly ethnicity: string | null;
  readonly address: string | null;
}

/** The plain list of persons with their households, for an office without any other list: new people and households come into the register, nobody leaves it. */
export const personList = listKind<PersonRow>({
  kind: "persons",
  titleKey: "personList.title",
  format: { id: "persons", fields: sharedFields(...WHO_FIELDS, "household_no", "household_code", "head_name", "relation", "ethnicity", ...PLACE_FIELDS), layouts: [] },
  mustHave: [["member_name"], ["household_no", "household_code", "head_name"]],
  about: "worker",
  mayTake: importers(["commune", "province"], ["poverty", "training", "jobs"]),
  readRow: (texts, { person }) => {
    const [number, code, head] = [texts["household_no"]!, texts["household_code"]!, texts["head_name"]!];
    const household = code || number || fold(head);
    if (household === "") return { problems: [{ severity: "error", code: "personList.householdMissing", field: "head_name" }] };
    const relation = person?.relation ?? (head !== "" && fold(head) === person?.nameKey ? relationOf("chủ hộ")! : null);
    return { value: { household, code: code || null, relation, ethnicity: person?.ethnic ?? null, address: texts["address"] || null } };
  },
  rowKey: (row) => `${writtenKey(row)}|${row.value.household}`,
  says: ({ value, worker }) => [value, worker?.birthDate, worker?.sex],
  check: checkPersons,
  commit: takePersons,
  stands: async ({ client }, ids) => {
    const { rows } = await client.query<{ id: string }>("select id from person where id = any ($1) and voided_at is null", [ids]);
    return new Set(rows.map(({ id }) => id));
  },
  example: [
    { household_no: 1, head_name: "Nguyễn Văn Ví Dụ", member_name: "Nguyễn Văn Ví Dụ", relation: "Chủ hộ", birth: "05/06/1978", sex: "Nam", identity: "089078000001", ethnicity: "Kinh", commune: "", hamlet: "Ấp Phú Thạnh", address: "Tổ 3" },
    { household_no: 1, head_name: "Nguyễn Văn Ví Dụ", member_name: "Trần Thị Minh Họa", relation: "Vợ", birth: "1980", sex: "Nữ", identity: "", ethnicity: "Kinh", commune: "", hamlet: "Ấp Phú Thạnh", address: "Tổ 3" },
  ],
});
