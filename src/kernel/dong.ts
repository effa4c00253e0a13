import { AppError } from "./error.ts";
import { formatInteger } from "./text/number.ts";
import { integerInWords } from "./text/number-words.ts";

/** An amount in Vietnamese đồng: a whole number within ±2^53, there is no smaller unit. */
export type Dong = number & { readonly __brand: "Dong" };

/** @throws AppError invalid "dong.not-integer" */
export function dong(amount: number | bigint): Dong {
  const value = Number(amount);
  if (!Number.isSafeInteger(value)) throw new AppError("invalid", "dong.not-integer", { amount: String(amount) });
  return (value === 0 ? 0 : value) as Dong;
}

/** "1.500.000 đồng": documents write the word, not the sign ₫. */
export const formatDong = (amount: Dong): string => `${formatInteger(amount)} đồng`;

/** "Một triệu năm trăm nghìn đồng", as papers repeat an amount. */
export function dongInWords(amount: Dong): string {
  const words = `${integerInWords(amount)} đồng`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
