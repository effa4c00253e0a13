import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer } from "../../../web/data.ts";
import type { Option } from "../../../web/design/form/select.tsx";
import { needsRoutes } from "../../needs/contract.ts";

/** Trades and policy groups to choose from on a day. */
export function useNeedCodes(on: PlainDate): { readonly trades: Option[]; readonly groups: Option[]; readonly mark: string } {
  const { data } = useAnswer(needsRoutes.needCodes, { query: { on } }, { keep: true });
  const options = (list: readonly { code: string; name: string }[] | undefined): Option[] => (list ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return { trades: options(data?.trades), groups: options(data?.groups), mark: data?.groupsMark ?? "" };
}
