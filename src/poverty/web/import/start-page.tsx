import { plainDate } from "../../../kernel/date.ts";
import { useState } from "react";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { FileDrop } from "../../../web/design/file-drop.tsx";
import { dayText } from "../../../web/design/format.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { type Option, Select } from "../../../web/design/form/select.tsx";
import { Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Progress } from "../../../web/design/progress.tsx";
import { useGo, useUrl } from "../../../web/navigation.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { importRoutes } from "../../household-list/contract.ts";
import { ACCEPTED } from "./accepted.ts";
import { OpenImports } from "./open-imports.tsx";
import { useSending } from "../../../web/use-sending.ts";

/** Communes of the day, two of one name told apart by what they lie in; for the province also its districts of then and itself. */
function useAreas(): readonly Option[] {
  const { units, on } = useAreaPeriod();
  const { role } = useSession();
  const nameOf = new Map(units.map((unit) => [unit.uid, unit]));
  const may = ({ level }: (typeof units)[number]): boolean => level === "commune" || (role === "province" && (level === "province" || on < DISTRICTS_ENDED));
  const order = (level: string): number => ["province", "district", "commune"].indexOf(level);
  return units.filter(may).toSorted((a, b) => order(a.level) - order(b.level)).map(({ uid, fullName, parentUid, level }) => {
    const parent = nameOf.get(parentUid ?? "");
    return { value: uid, label: level === "commune" && parent?.level === "district" ? `${fullName}, ${parent.fullName}` : fullName };
  });
}

export default function ImportStart() {
  const t = useText();
  const go = useGo();
  const { set, values } = useUrl();
  const { area, on } = useAreaPeriod();
  const { role, unit } = useSession();
  const areas = useAreas();
  const [day, setDay] = useState<string | null>(on);
  const [shownDay, setShownDay] = useState(on);
  const [asked, setAsked] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const sending = useSending(importRoutes.start);
  if (shownDay !== on) {
    setShownDay(on);
    setDay(on);
  }
  // the whole province only when it was chosen: the page begins with it
  const chosen = areas.some(({ value }) => value === area) && (area !== unit.uid || unit.level === "commune" || values["area"] !== undefined) ? area : null;
  const start = (list: File) => {
    setAsked(true);
    setFile(list);
    if (chosen === null || day === null) document.getElementById(chosen === null ? AREA_FIELD : DAY_FIELD)?.focus();
    else sending.send({ fileName: list.name, area: chosen, asOf: plainDate(day) }, list, ({ id }) => go({ to: "/import/$id", params: { id } }));
  };
  return (
    <Page title={t("poverty.import.start.title")} subtitle={t("poverty.import.start.text")} width="narrow">
      <Section title={t("poverty.import.start.about")}>
        <Select
          id={AREA_FIELD}
          label={t("poverty.import.start.area")}
          required
          options={areas}
          hint={role === "province" ? t("poverty.import.start.areaHint") : undefined}
          value={chosen}
          onChange={(uid) => set({ area: uid }, "replace")}
          error={asked && chosen === null ? t("poverty.import.start.areaMissing", { on: dayText(on) }) : undefined}
        />
        <DateInput
          id={DAY_FIELD}
          label={t("poverty.import.start.asOf")}
          hint={t("poverty.import.start.asOfHint")}
          required
          value={day}
          onChange={(typed) => {
            setDay(typed);
            if (typed === null) return;
            setShownDay(plainDate(typed));
            set({ on: typed }, "replace");
          }}
          error={asked && day === null ? t("poverty.import.start.asOfMissing") : undefined}
        />
      </Section>
      <Section title={t("poverty.import.start.file")}>
        <FileDrop label={t("poverty.import.start.drop")} hint={t("poverty.import.start.dropHint")} accept={ACCEPTED} busy={sending.busy} onFile={start} />
        <Hint>{t("poverty.import.start.any")}</Hint>
        {sending.busy && sending.file && <Progress label={t("poverty.import.sending", { file: sending.file.name })} done={sending.sent} total={sending.file.size} onCancel={sending.stop} />}
        <ErrorNotice error={sending.error} />
        {file && !sending.busy && (
          <Notice title={t("poverty.import.start.held", { file: file.name })} actions={<Button kind="primary" onClick={() => start(file)}>{t("poverty.import.start.read")}</Button>} />
        )}
      </Section>
      <OpenImports />
      <Section title={t("poverty.import.start.checkOnly")}>
        <Stack gap="tight">
          <p>{t("poverty.import.start.checkOnlyText")}</p>
          <Row>
            <LinkButton to="/check-list">{t("poverty.import.check.title")}</LinkButton>
          </Row>
        </Stack>
      </Section>
    </Page>
  );
}

const DISTRICTS_ENDED = plainDate("2025-07-01");
const AREA_FIELD = "import-area";
const DAY_FIELD = "import-day";
