import { LinkButton } from "../../web/design/button.tsx";
import { capital } from "../../web/design/format.ts";
import { Notice } from "../../web/design/notice.tsx";
import { useText } from "../../web/text/text.tsx";
import type { Narrative } from "../contract.ts";
import classes from "./report.module.css";

/** Where a missing number is entered. */
const WHERE: readonly { readonly codes: readonly string[]; readonly to: string; readonly search?: Readonly<Record<string, string>>; readonly key: string }[] = [
  { codes: ["indicators.noList"], to: "/import", key: "reports.missing.import" },
  { codes: ["indicators.noPopulation", "indicators.zeroDenominator", "indicators.rateAbove100"], to: "/population", key: "reports.missing.population" },
  { codes: ["indicators.noRecords"], to: "/plans", search: { tab: "typed" }, key: "reports.missing.typed" },
  { codes: ["reports.noPlan", "indicators.zeroPlan", "reports.notCompared"], to: "/plans", key: "reports.missing.plans" },
];

/** What the report cannot say: each reason once, with what it leaves out, and where to enter it. */
export function MissingNotice({ report }: { report: Narrative }) {
  const t = useText();
  if (report.missing.length === 0) return null;
  const reasons = [...new Set(report.missing.map((gap) => gap.message))];
  const labelsOf = (reason: string): string => report.missing.filter((gap) => gap.message === reason).map((gap) => gap.label).join(", ");
  const places = WHERE.filter(({ codes }) => report.missing.some((gap) => codes.includes(gap.code)));
  const actions = places.map(({ to, search = {}, key }) => (
    <LinkButton key={key} to={to} search={search} size="small">
      {t(key)}
    </LinkButton>
  ));
  return (
    <div className="no-print">
      <Notice kind="warn" title={t("reports.missing.title", { count: report.missing.length })} actions={actions}>
        <ul className={classes["missing"]}>
          {reasons.map((reason) => (
            <li key={reason}>{capital(t("reports.missing.line", { labels: labelsOf(reason), reason }))}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
