/** A paragraph is a run of words and bound numbers; a number opens to its source. */
export type Segment =
  | { readonly text: string }
  | { readonly figure: string; readonly label: string; readonly text: string; readonly marks: readonly string[]; readonly year?: number };

export interface Paragraph {
  readonly id: string;
  readonly segments: readonly Segment[];
}

/** What could not be said, and why: a code and data, worded at the edge. */
export interface Gap {
  readonly label: string;
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export const words = (text: string): Segment => ({ text });

export const plainText = ({ segments }: Paragraph): string => segments.map((segment) => segment.text).join("");

/** A sentence over segments: joined as given, the first letter large, a full stop at the end. */
export function sentence(...parts: readonly (Segment | readonly Segment[])[]): Segment[] {
  const segments = parts.flat();
  const [first, ...rest] = segments;
  if (!first) return [];
  return [{ ...first, text: first.text.slice(0, 1).toLocaleUpperCase("vi") + first.text.slice(1) }, ...rest, words(". ")];
}
