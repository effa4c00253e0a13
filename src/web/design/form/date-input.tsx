import { parseLooseDate } from "../../../kernel/text/date-words.ts";
import { useText } from "../../text/text.tsx";
import { today } from "../../today.ts";
import { dayText } from "../format.ts";
import type { FieldProps } from "./field.ts";
import { TypedInput } from "./typed-input.tsx";

export interface DateInputProps extends FieldProps<string | null> {
  /** also a year alone, where the law allows it ("1957"): the value is then "1957" */
  readonly yearOnly?: boolean;
  /** two-digit years are at most this one; the current year when absent, so 5/6/24 is 05/06/2024 and 5/6/57 is 1957 */
  readonly latestYear?: number;
}

/** A day as people type it: 5/6/24, 05/06/2024, 5-6-2024. The value is "2024-06-05". */
export function DateInput({ yearOnly, latestYear, ...field }: DateInputProps) {
  const t = useText();
  const read = (text: string): string | undefined => {
    const loose = parseLooseDate(text, latestYear ?? Number(today().slice(0, 4)));
    if (loose?.precision === "day") return loose.date;
    return yearOnly && loose?.precision === "year" ? String(loose.year) : undefined;
  };
  return (
    <TypedInput
      {...field}
      look="text"
      placeholder={t("web.field.dayForm")}
      read={read}
      show={dayText}
      unreadable={t(yearOnly ? "web.field.dayOrYear" : "web.field.day")}
    />
  );
}
