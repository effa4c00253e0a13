/** A class as it is called in a line: with its code, where the name does not tell it. */
export const className = ({ code, name }: { readonly code: string; readonly name: string }): string => (name.includes(code) ? name : `${code} ${name}`);
