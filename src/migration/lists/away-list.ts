import { fold } from "../../kernel/text/fold.ts";
import type { Change, Tx } from "../../platform/door.ts";
import { ANY_TEXT, coded, DAY, field, importers, listKind, MARK, PLACE_FIELDS, sharedFields, WHO_FIELDS, workerColumns, writtenKey, type AnyListKind, type ListTaking, type PlacedRow } from "../../registry/public.ts";
import { provincesOn } from "../away/destinations.ts";
import { insertAway, ofAway, voidAway } from "../away/store.ts";
import { builtInMarkets } from "../overseas/load.ts";
import { firstOf } from "../rules/known-day.ts";
import { AWAY_KIND, readAwayRow, type AwayRow } from "./rules/away-row.ts";
import { marketOfText } from "./rules/overseas-row.ts";

type Placed = PlacedRow<AwayRow>;

/** The province or country that the words name, longest name first; null where they name none. */
function codeOf({ kind, destination }: AwayRow, provinces: readonly { code: string; name: string }[]): string | null {
  if (kind !== "domestic") return marketOfText(builtInMarkets(), destination) ?? null;
  const plain = fold(destination);
  const bare = provinces.map(({ code, name }) => ({ code, word: fold(name).replace(/^(tinh|thanh pho) /, "") })).toSorted((a, b) => b.word.length - a.word.length);
  return bare.find(({ word }) => plain.includes(word))?.code ?? null;
}

/** Somebody on file as away already: a line that says back ends that record, any other leaves it. */
async function openRecord({ client }: Tx, subjectKey: string): Promise<string | undefined> {
  return (await client.query<{ id: string }>("select id from out_migrant where subject_key = $1 and voided_at is null and returned_on is null limit 1", [subjectKey])).rows[0]?.id;
}

async function take(tx: Tx, row: Placed, { asOf }: ListTaking, provinces: readonly { code: string; name: string }[], changes: Change[]): Promise<string> {
  const worker = workerColumns(row.worker!);
  const { value } = row;
  const standing = row.entityId !== null && (await tx.client.query("select from out_migrant where id = $1 and voided_at is null", [row.entityId])).rowCount === 1;
  if (standing) {
    await voidAway(tx, row.entityId!, "danh sách mới");
    changes.push(ofAway(row.entityId!, worker.hamlet_id, "voided"));
  } else {
    const open = await openRecord(tx, worker.subject_key);
    if (open !== undefined) {
      if (value.returned !== null) {
        await tx.client.query("update out_migrant set returned_on = $2, returned_precision = $3, return_reason = $4, version = version + 1 where id = $1", [open, firstOf(value.returned), value.returned.precision, value.returnReason]);
        changes.push(ofAway(open, worker.hamlet_id, "ended"));
      }
      return open;
    }
  }
  const id = await insertAway(tx, worker, { ...value, destinationCode: codeOf(value, provinces), contact: null, seenOn: asOf, source: "list" });
  if (standing) await tx.client.query("update away_need set out_migrant_id = $2 where out_migrant_id = $1", [row.entityId, id]);
  changes.push(ofAway(id, worker.hamlet_id, "added"));
  return id;
}

/** A hamlet's list of people away and back. Over the border without a contract and home without papers are told by the kind; they are no labour abroad. */
export const awayList: AnyListKind = listKind<AwayRow>({
  kind: "away",
  titleKey: "migration.awayList.title",
  format: {
    id: "away",
    layouts: [],
    fields: [
      ...sharedFields(...WHO_FIELDS, ...PLACE_FIELDS, "note"),
      field("phone", "Điện thoại", ANY_TEXT, "Số điện thoại|SĐT"),
      field("kind", "Loại", coded(AWAY_KIND), "Loại lao động|Hình thức"),
      field("destination", "Nơi đến", ANY_TEXT, "Nơi đi làm|Nơi làm việc|Tỉnh, thành phố nơi đến|Địa điểm làm việc"),
      field("industrial_park", "Khu công nghiệp", ANY_TEXT, "KCN"),
      field("employer", "Nơi làm", ANY_TEXT, "Công ty|Doanh nghiệp|Cơ sở làm việc"),
      field("job", "Công việc", ANY_TEXT, "Việc làm|Nghề|Công việc đang làm"),
      field("left", "Ngày đi", DAY, "Thời gian đi|Năm đi|Tháng đi"),
      field("seasonal", "Mùa vụ", MARK, "Đi theo mùa vụ|Thời vụ"),
      field("returned", "Ngày về", DAY, "Thời gian về|Ngày trở về|Đã về"),
      field("return_reason", "Lý do về", ANY_TEXT, "Lý do trở về"),
      field("papers", "Giấy tờ", ANY_TEXT, "Giấy tờ tùy thân"),
    ],
  },
  mustHave: [["member_name"], ["destination", "industrial_park"]],
  about: "worker",
  mayTake: importers(["commune", "province"], ["jobs"]),
  readRow: (texts, { asOf }) => readAwayRow(texts, asOf),
  rowKey: (row) => `${writtenKey(row)}|${row.value.left?.on ?? ""}`,
  commit: async (tx, rows, taking) => {
    const changes: Change[] = [];
    const ids: string[] = [];
    const provinces = provincesOn(taking.asOf);
    for (const row of rows) ids.push(await take(tx, row, taking, provinces, changes));
    return { ids, changes };
  },
  stands: async ({ client }, ids) => new Set((await client.query<{ id: string }>("select id from out_migrant where id = any ($1) and voided_at is null", [ids])).rows.map(({ id }) => id)),
  example: [
    { member_name: "Lê Văn Ví Dụ", birth: "1994", sex: "Nam", hamlet: "Ấp Phú Thạnh", kind: "trong nước", destination: "Thành phố Hồ Chí Minh", industrial_park: "Khu công nghiệp Minh Họa", job: "Công nhân may", left: "02/2025" },
    { member_name: "Phạm Thị Minh Họa", birth: "1988", sex: "Nữ", hamlet: "Ấp Phú Thạnh", kind: "qua biên giới", destination: "Campuchia", job: "Buôn bán", left: "2026" },
  ],
});
