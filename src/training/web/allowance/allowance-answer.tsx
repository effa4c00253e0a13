import { DataTable } from "../../../web/design/data/data-table.tsx";
import { figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Hint, Section, Stack } from "../../../web/design/layout.tsx";
import { StatusBadge, type Pattern } from "../../../web/design/status-badge.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { AllowanceLine, AllowanceReason, AllowanceView } from "../../allowance/contract.ts";

const PATTERN: Readonly<Record<AllowanceView["outcome"], Pattern>> = { payable: "solid", undetermined: "dotted", refused: "refused" };

/** What one learner is due: the amounts, why, by which clause and how sure, what is missing. */
export function AllowanceAnswer({ answer }: { answer: AllowanceView }) {
  const t = useText();
  return (
    <Stack gap="wide">
      <Stack>
        <StatusBadge pattern={PATTERN[answer.outcome]}>{answer.answer}</StatusBadge>
        <p>{answer.summary}</p>
      </Stack>
      <DataTable<AllowanceLine>
        label={t("training.allowance.items")} name="items" local rows={answer.lines} rowKey={(row) => row.item} exports={false}
        columns={[
          { key: "item", label: t("training.allowance.item"), main: true, render: (row) => row.name },
          { key: "amount", label: t("training.allowance.amount"), align: "end", nowrap: true, render: (row) => (row.amount === null ? t("training.allowance.open") : figureText(row.amount)) },
          { key: "before", label: t("training.allowance.before"), align: "end", hidden: answer.ceiling === null, render: (row) => figureText(row.before) },
          { key: "clause", label: t("training.allowance.clause"), render: (row) => [row.clause, row.mark].filter(Boolean).join("; ") || "—" },
        ]}
      />
      <KeyValue pairs={[
        { label: t("training.allowance.total"), value: answer.totalInWords === null ? answer.totalText : `${answer.totalText} (${answer.totalInWords})` },
        ...(answer.ceiling === null ? [] : [{ label: t("training.allowance.ceiling"), value: answer.ceiling.text }]),
        ...answer.topUps.map((one) => ({ label: one.name, value: one.amountText })),
        { label: t("training.allowance.group"), value: answer.group?.name },
        { label: t("training.allowance.policy"), value: answer.policy?.name },
      ]} />
      {answer.missing.length > 0 && <Section title={t("training.allowance.missing")}><ul>{answer.missing.map(({ field, text }) => <li key={field}>{text}</li>)}</ul></Section>}
      <Section title={t("training.allowance.reasons")}>
        <Reasons reasons={answer.checks} />
        {answer.lines.filter(({ reasons }) => reasons.length > 0).map((line) => (
          <Stack key={line.item} gap="tight">
            <strong>{line.name}: {line.amountText}</strong>
            <Reasons reasons={line.reasons} />
          </Stack>
        ))}
      </Section>
      {answer.assumptions.map(({ field, text }) => <Hint key={field}>{text}</Hint>)}
      {answer.warnings.map((text) => <Hint key={text}>{text}</Hint>)}
    </Stack>
  );
}

function Reasons({ reasons }: { reasons: readonly AllowanceReason[] }) {
  return <ul>{reasons.map(({ code, rule, text, clause, mark }) => <li key={`${rule} ${code}`}>{[`${rule === null ? "" : `${rule}: `}${text}`, clause, mark].filter(Boolean).join("; ")}</li>)}</ul>;
}
