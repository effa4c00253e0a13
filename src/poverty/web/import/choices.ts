import type { Choices } from "../../household-list/contract.ts";

export const cellKey = ({ sheetIndex, cell }: { sheetIndex: number; cell: string }): string => `${sheetIndex}!${cell}`;
export const rowKey = ({ sheetIndex, row }: { sheetIndex: number; row: number }): string => `${sheetIndex}!${row}`;

/** Only a cell can be mended; a whole row can be left out, a whole sheet neither. */
export const isCell = (cell: string): boolean => /^[A-Z]{1,3}\d+$/.test(cell);

export const withMend = (choices: Choices, key: string, value: string | null): Choices => ({ ...choices, mends: { ...choices.mends, [key]: value } });
export const withoutMend = (choices: Choices, key: string): Choices => ({ ...choices, mends: Object.fromEntries(Object.entries(choices.mends).filter(([each]) => each !== key)) });

const switched = (all: readonly string[], one: string, on: boolean): string[] => [...all.filter((each) => each !== one), ...(on ? [one] : [])];

export const withLeftOut = (choices: Choices, key: string, out: boolean): Choices => ({ ...choices, leaveOut: switched(choices.leaveOut, key, out) });
export const withAccepted = (choices: Choices, code: string, on: boolean): Choices => ({ ...choices, accept: switched(choices.accept, code, on) });
