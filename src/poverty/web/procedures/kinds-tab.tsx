import { useAnswer } from "../../../web/data.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { procedureRoutes, type KindView } from "../../procedures/contract.ts";

/** What each procedure asks for, where it was read, and what is not known. */
export function KindsTab() {
  const { data, error, refetch } = useAnswer(procedureRoutes.procedureKinds, { query: {} });
  return (
    <Stack gap="wide">
      <ErrorNotice error={error} retry={() => void refetch()} />
      {data?.kinds.map((kind) => <Section key={kind.id} title={kind.name}><KindFacts kind={kind} /></Section>)}
    </Stack>
  );
}

/** Form, papers, term and steps of a procedure, each with its source or that it is not known. */
export function KindFacts({ kind }: { kind: KindView }) {
  const t = useText();
  const sure = ({ certainty, source, note }: { certainty: string; source: string | null; note: string | null }) => [certainty === "text" ? source : source && `${source} (${t("poverty.requests.derived")})`, note].filter(Boolean).join("; ");
  const told = (words: string | null, legal: { certainty: string; source: string | null; note: string | null }): string => [words ?? t("poverty.requests.notKnown"), sure(legal)].filter(Boolean).join(" — ");
  return (
    <KeyValue pairs={[
      { label: t("poverty.requests.form"), value: told(kind.form.name, kind.form) },
      { label: t("poverty.requests.papers"), value: told(kind.documents.items.length > 0 ? kind.documents.items.join("; ") : null, kind.documents) },
      { label: t("poverty.requests.term"), value: told(kind.deadline.text, kind.deadline) },
      { label: t("poverty.requests.neededSteps"), value: told(kind.steps.needs.length > 0 ? kind.steps.needs.map((step) => t(`poverty.requests.done.${step}`)).join("; ") : null, kind.steps) },
    ]} />
  );
}
