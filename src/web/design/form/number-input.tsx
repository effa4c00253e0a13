import { formatDecimalText, formatInteger, parseVietnameseDecimal } from "../../../kernel/text/number.ts";
import { decimalText } from "../../../kernel/decimal.ts";
import { useText } from "../../text/text.tsx";
import type { FieldProps } from "./field.ts";
import { TypedInput } from "./typed-input.tsx";

function readInteger(text: string): number | undefined {
  const value = parseVietnameseDecimal(text);
  if (!value || value.scale !== 0) return undefined;
  const number = Number(value.units);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** Whole numbers (counts, đồng) as people type them: 1.500.000, 1500000, 1 500 000. */
export function NumberInput(props: FieldProps<number | null>) {
  const t = useText();
  return <TypedInput {...props} look="number" read={readInteger} show={(value) => formatInteger(value)} unreadable={t("web.field.integer")} />;
}

const readDecimal = (text: string): string | undefined => {
  const value = parseVietnameseDecimal(text);
  return value && decimalText(value);
};

/** Exact decimals; the value is machine text: "7,45" gives "7.45". */
export function DecimalInput(props: FieldProps<string | null>) {
  const t = useText();
  return <TypedInput {...props} look="number" read={readDecimal} show={formatDecimalText} unreadable={t("web.field.decimal")} />;
}
