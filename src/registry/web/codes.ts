import { useAnswer } from "../../web/data.ts";
import type { Option } from "../../web/design/form/select.tsx";
import { registryRoutes, type Codes } from "../contract.ts";

export interface CodeWords {
  readonly codes: Codes | undefined;
  readonly relation: (code: string) => string;
  readonly ethnicity: (code: string | null) => string;
  readonly characteristic: (code: string) => string;
}

const nameIn = (list: readonly { readonly code: string; readonly name: string }[] | undefined, code: string): string => list?.find((one) => one.code === code)?.name ?? code;

/** Words of the codes a household's record carries. */
export function useCodes(): CodeWords {
  const { data: codes } = useAnswer(registryRoutes.codes, {});
  return {
    codes,
    relation: (code) => nameIn(codes?.relations, code),
    ethnicity: (code) => (code === null ? "—" : nameIn(codes?.ethnicGroups, code)),
    characteristic: (code) => nameIn(codes?.characteristics, code),
  };
}

export const optionsOf = (list: readonly { readonly code: string; readonly name: string }[] | undefined): Option[] => (list ?? []).map(({ code, name }) => ({ value: code, label: name }));
