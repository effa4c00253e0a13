import { useEffect, useState } from "react";
import { useCommand } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { useText } from "../../web/text/text.tsx";
import { registryRoutes, type PersonView } from "../contract.ts";

const SHOWN_MS = 30_000;

/** First and last three digits; the whole number for half a minute at a press, which is written into the audit trail. */
export function MaskedNumber({ numbers, mayReveal, name }: { numbers: PersonView["numbers"]; mayReveal: boolean; name: string }) {
  const t = useText();
  const reveal = useCommand(registryRoutes.reveal);
  const [shown, setShown] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    if (shown.size === 0) return undefined;
    const timer = setTimeout(() => setShown(new Map()), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  if (numbers.length === 0) return "—";
  const open = () =>
    reveal.mutate(
      { body: { identifierIds: numbers.map(({ id }) => id), purpose: t("registry.reveal.purpose", { name }) } },
      { onSuccess: (answer) => setShown(new Map(answer.numbers.map(({ id, number }) => [id, number]))) },
    );
  return (
    <>
      {numbers.map(({ id, type, masked }) => (
        <div key={id} className="numbers">
          {type} {shown.get(id) ?? masked}
        </div>
      ))}
      {mayReveal && shown.size === 0 && (
        <span className="no-print">
          <Button kind="quiet" size="small" busy={reveal.isPending} onClick={open}>
            {t("registry.reveal.show")}
          </Button>
        </span>
      )}
      <ErrorNotice error={reveal.error} />
    </>
  );
}
