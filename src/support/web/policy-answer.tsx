import { Hint, Section, Stack } from "../../web/design/layout.tsx";
import { KeyValue } from "../../web/design/key-value.tsx";
import { useText } from "../../web/text/text.tsx";
import type { PersonEligibility, PolicyAnswerView } from "../contract.ts";
import { AnswerBadge } from "./answer-badge.tsx";

type Found = PolicyAnswerView | PersonEligibility;

/** Why a household may or may not have a policy, what is missing, what it comes to, by which document. */
export function PolicyAnswer({ answer, onAnswer }: { answer: PolicyAnswerView; onAnswer?: ((field: string, index: number | null) => React.ReactNode) | undefined }) {
  const t = useText();
  return (
    <Stack gap="wide">
      {answer.persons.length === 0
        ? <FoundView found={answer} onAnswer={onAnswer && ((field) => onAnswer(field, null))} />
        : answer.persons.map((person) => (
          <Section key={person.index} title={person.name ?? t("support.household.member", { position: person.index + 1 })}>
            <FoundView found={person} onAnswer={onAnswer && ((field) => onAnswer(field, person.index))} />
          </Section>
        ))}
      <Hint>{t("support.household.ends", { ends: answer.ends })}</Hint>
    </Stack>
  );
}

function FoundView({ found, onAnswer }: { found: Found; onAnswer?: ((field: string) => React.ReactNode) | undefined }) {
  const t = useText();
  const { benefit } = found;
  return (
    <Stack>
      <AnswerBadge status={found.status}>{found.answer}</AnswerBadge>
      {found.instead && <p>{t("support.household.instead", { title: found.instead.title })}</p>}
      {found.maybeBetter.length > 0 && <p>{t("support.household.maybeBetter", { titles: found.maybeBetter.map(({ title }) => title).join("; ") })}</p>}
      <ul>{found.reasons.map(({ text }) => <li key={text}>{text}</li>)}</ul>
      {found.missing.length > 0 && (
        <>
          <strong>{t("support.household.missing")}</strong>
          <ul>{found.missing.map(({ field, text }) => <li key={field}>{text} {onAnswer?.(field)}</li>)}</ul>
        </>
      )}
      {found.warnings.map((text) => <p key={text}>{text}</p>)}
      <KeyValue
        pairs={[
          { label: t("support.household.benefit"), value: [benefit.text, benefit.amountText, benefit.amountText === null ? null : benefit.amountMark].filter(Boolean).join("; ") },
          ...benefit.values.map((value) => ({ label: value.name, value: [value.text, value.mark, value.note].filter(Boolean).join("; ") })),
          { label: t("support.household.clause"), value: [found.clause ?? "—", found.mark].filter(Boolean).join("; ") },
        ]}
      />
    </Stack>
  );
}
