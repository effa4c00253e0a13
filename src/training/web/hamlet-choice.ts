import type { PlainDate } from "../../kernel/date.ts";
import { areasRoutes } from "../../areas/contract.ts";
import { useAnswer } from "../../web/data.ts";
import { capital } from "../../web/design/format.ts";
import type { Option } from "../../web/design/form/select.tsx";

/** Hamlets of an area on a day that the person may read. */
export function useHamletChoice(area: string, on: PlainDate): Option[] {
  const { data } = useAnswer(areasRoutes.hamlets, { params: { uid: area }, query: { on } }, { keep: true });
  return (data?.hamlets ?? []).map(({ id, label }) => ({ value: id, label: capital(label) }));
}
