import type { PlainDate } from "../../kernel/date.ts";
import { officialDate } from "../../kernel/text/date-words.ts";
import { issuerOf, placeOf, type Paper } from "../../papers/paper.ts";
import type { ConfirmationView, StatusFound } from "../contract.ts";

const CLASS = { poor: "hộ nghèo", near_poor: "hộ cận nghèo" } as const;

export interface Told {
  readonly name: string;
  readonly person: StatusFound["members"][number] | null;
  /** null: the person is in no record */
  readonly found: StatusFound | null;
  readonly class: StatusFound["class"];
  readonly on: PlainDate;
  /** "xã Phú Hữu" */
  readonly area: string;
}

/** What a confirmation says, in whole sentences; papers are in Vietnamese. */
export function confirmationText({ name, person, found, class: code, on, area }: Told): string {
  const day = officialDate(on);
  if (found === null) return code === "none" ? `Ông (bà) ${name} không có tên trong danh sách hộ nghèo, hộ cận nghèo của ${area} tại ${day}.` : unknown(`Ông (bà) ${name}`, area, day);
  const born = person !== null && person.birth !== "" ? `, sinh ${person.birth.length === 4 ? `năm ${person.birth}` : `ngày ${person.birth}`}` : "";
  const who = person === null || person.fullName === found.headName
    ? `Hộ ông (bà) ${found.headName}${born}, ${found.hamlet}, ${found.unit}`
    : `Ông (bà) ${person.fullName}${born}, là thành viên hộ ông (bà) ${found.headName}, ${found.hamlet}, ${found.unit}`;
  if (code === "unknown") return unknown(who, area, day);
  if (code === "none") return `${who}, không thuộc hộ nghèo, hộ cận nghèo tại ${day}.`;
  const belongs = person === null || person.fullName === found.headName ? `là ${CLASS[code]}` : `thuộc ${CLASS[code]}`;
  const decision = found.decisionNo === null ? "" : ` theo Quyết định số ${found.decisionNo}${found.decisionDate === null ? "" : ` ${officialDate(found.decisionDate)}`}`;
  const until = found.to === null ? "" : `, đến trước ${officialDate(found.to as PlainDate)}`;
  return `${who}, ${belongs} tại ${day}${decision}; được công nhận từ ${officialDate(found.from as PlainDate)}${until}.`;
}

const unknown = (who: string, area: string, day: string): string => `${who}: hồ sơ đang lưu của ${area} không có danh sách hộ nghèo, hộ cận nghèo tại ${day} nên chưa xác nhận được.`;

/** Giấy xác nhận: the form follows practice, no statutory one was read. */
export function confirmationPaper({ number, text, purpose, signer, issuedOn }: ConfirmationView, areaName: string): Paper {
  return {
    kind: "support.confirmation",
    head: { issuer: issuerOf(areaName), number: { symbol: "GXN-UBND", number: String(number) }, place: placeOf(areaName), day: issuedOn as PlainDate },
    title: "GIẤY XÁC NHẬN",
    subject: ["Về tình trạng hộ nghèo, hộ cận nghèo"],
    blocks: [
      { kind: "paragraph", words: `Ủy ban nhân dân ${areaName.replace(/^\p{Lu}/u, (letter) => letter.toLocaleLowerCase("vi"))} xác nhận:` },
      { kind: "paragraph", words: text },
      { kind: "paragraph", words: `Giấy này dùng để: ${purpose}.` },
      { kind: "signatures", columns: [{ lines: [], recipients: ["- Người đề nghị;", "- Lưu: VT."] }, { lines: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], note: "(Ký, ghi rõ họ tên, đóng dấu)", name: signer }] },
    ],
    marks: ["Mẫu theo thực tiễn, chưa đối chiếu văn bản"],
  };
}
