import { useAnswer } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { allowanceRoutes, type AllowanceRulesView } from "../../allowance/contract.ts";

type Level = AllowanceRulesView["policies"][number]["levels"][number];

/** The policies with their levels, from when to when, how sure. */
export function PoliciesTab() {
  const t = useText();
  const { data, error, refetch } = useAnswer(allowanceRoutes.allowanceRules, { query: {} });
  return (
    <Stack gap="wide">
      <ErrorNotice error={error} retry={() => void refetch()} />
      {data?.policies.map((policy) => (
        <Section key={policy.code} title={policy.name}>
          <Hint>{[t(policy.to === null ? "training.allowance.since" : "training.allowance.between", { from: dayText(policy.from), to: policy.to === null ? "" : dayText(policy.to) }), t("training.allowance.mealPerDay", { amount: policy.mealPerDay }), policy.mark, policy.note].filter(Boolean).join("; ")}</Hint>
          <DataTable<Level>
            label={policy.name} name={policy.code} local rows={policy.levels} rowKey={(row) => row.code} exports={[policy.name]}
            columns={[
              { key: "level", label: t("training.allowance.group"), main: true, render: (row) => row.name },
              { key: "cap", label: t("training.allowance.cap"), align: "end", nowrap: true, render: (row) => row.cap },
              { key: "living", label: t("training.allowance.living"), render: (row) => (row.living === null ? `${t("training.allowance.open")}${row.note === null ? "" : `: ${row.note}`}` : t(row.living ? "training.allowance.yes" : "training.allowance.no")) },
            ]}
          />
        </Section>
      ))}
    </Stack>
  );
}
