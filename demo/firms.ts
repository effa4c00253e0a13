import { fold } from "../src/kernel/text/fold.ts";

/** Invented names of firms: a line of business and two made-up words, told as illustration. */
export interface Firm {
  readonly name: string;
  readonly folded: string;
  readonly kind: "enterprise" | "cooperative" | "sending_enterprise";
  readonly industry: string;
  readonly workers: number;
}

const LINES = [
  ["May mặc", "May mặc"], ["Giày da", "Giày da"], ["Thủy sản", "Chế biến thủy sản"], ["Gạo", "Xay xát, chế biến gạo"], ["Xây dựng", "Xây dựng"], ["Vận tải", "Vận tải"], ["Điện tử", "Lắp ráp điện tử"], ["Bao bì", "Bao bì"],
  ["Siêu thị", "Bán lẻ"], ["Nông sản", "Thu mua nông sản"],
] as const;
const WORDS = ["Sen Hồng Minh Họa", "Đồng Vàng Minh Họa", "Bến Mới Minh Họa", "Tre Xanh Minh Họa"] as const;

const firm = (name: string, kind: Firm["kind"], industry: string, workers: number): Firm => ({ name, folded: fold(name), kind, industry, workers });

export const FIRMS: readonly Firm[] = [
  ...WORDS.flatMap((words, i) => LINES.map(([line, industry], k) => firm(`Công ty TNHH ${line} ${words}`, "enterprise", industry, 40 + ((i * 37 + k * 91) % 900)))),
  firm("Hợp tác xã Nông nghiệp Phù Sa Minh Họa", "cooperative", "Dịch vụ nông nghiệp", 24),
  firm("Công ty Cung ứng Lao động Chân Trời Minh Họa", "sending_enterprise", "Đưa người lao động đi làm việc ở nước ngoài", 35),
];

export const SENDING = FIRMS.length - 1;
