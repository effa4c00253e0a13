import { useState } from "react";
import type { PlainDate } from "../../kernel/date.ts";
import { useAnswer, useCommand } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { Select } from "../../web/design/form/select.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { Columns, Stack } from "../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../web/design/notice.tsx";
import { useSession } from "../../web/session.ts";
import { useText } from "../../web/text/text.tsx";
import { areasRoutes, type UnplacedHamlet } from "../contract.ts";

/** Hamlets of communes that were split, each to be placed in the commune it lies in now; one document for all. Nothing to show when all are placed. */
export function UnplacedHamlets({ on }: { on: PlainDate }) {
  const t = useText();
  const { data } = useAnswer(areasRoutes.unplaced, { query: { on } });
  const { role } = useSession();
  if (!data || data.hamlets.length === 0) return null;
  return (
    <Notice kind="warn" title={t("areas.unplaced.title", { count: data.hamlets.length })}>
      <p>{t("areas.unplaced.text")}</p>
      {(role === "commune" || role === "province") && <Placing hamlets={data.hamlets} />}
    </Notice>
  );
}

function Placing({ hamlets }: { hamlets: readonly UnplacedHamlet[] }) {
  const t = useText();
  const { role, unit } = useSession();
  const command = useCommand(areasRoutes.placeHamlets);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [document, setDocument] = useState("");
  const placements = hamlets.flatMap(({ id, since }) => (chosen[id] ? [{ hamletId: id, unitUid: chosen[id], from: since as PlainDate, document: document.trim() }] : []));
  const offered = (hamlet: UnplacedHamlet) => hamlet.candidates.filter((candidate) => role === "province" || candidate.uid === unit.uid);
  return (
    <Stack>
      <ErrorNotice error={command.error} />
      <Columns least={260}>
        {hamlets.map((hamlet) => (
          <Select
            key={hamlet.id}
            label={`${hamlet.name}, ${hamlet.formerUnit.fullName}`}
            none={t("areas.unplaced.notYet")}
            options={offered(hamlet).map(({ uid, fullName }) => ({ value: uid, label: fullName }))}
            value={chosen[hamlet.id] ?? null}
            onChange={(uid) => setChosen({ ...chosen, [hamlet.id]: uid ?? "" })}
          />
        ))}
      </Columns>
      <TextInput label={t("areas.document")} hint={t("areas.unplaced.documentHint")} value={document} onChange={setDocument} required />
      <div>
        <Button kind="primary" disabled={placements.length === 0 || document.trim().length < 3} busy={command.isPending} onClick={() => command.mutate({ body: { placements } }, { onSuccess: () => setChosen({}) })}>
          {t("areas.unplaced.action", { count: placements.length })}
        </Button>
      </div>
    </Stack>
  );
}
