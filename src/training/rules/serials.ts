/** The number so many after a first one: "TT-0099" + 2 is "TT-0101", "12/2024" + 1 is "13/2024". The digits count up, their width stays; undefined without digits. */
export function serialAfter(first: string, steps: number): string | undefined {
  const match = /^(.*?)(\d{1,15})(\/\d{4})?$/.exec(first);
  if (match === null) return undefined;
  const [, before, digits, year = ""] = match;
  return before! + String(Number(digits) + steps).padStart(digits!.length, "0") + year;
}
